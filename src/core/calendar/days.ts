import type { Calendar } from './calendar.ts'

export const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** Shanghai keeps no summer time. */
const OFFSET = 8 * 60 * MINUTE

/** A day in Asia/Shanghai, counted from 1 January 1970. */
export type Day = number

/** The day on which a moment falls. */
export function dayOf(moment: number): Day {
  return Math.floor((moment + OFFSET) / DAY)
}

/** The moment at which a day begins, in milliseconds since the epoch. */
export function startOf(day: Day): number {
  return day * DAY - OFFSET
}

/** The day of an ISO date. */
export function dayOfDate(date: string): Day {
  return Date.parse(date) / DAY
}

/** ISO date of a day. */
export function dateOf(day: Day): string {
  return new Date(day * DAY).toISOString().slice(0, 10)
}

/**
 * Whether people work on a day: from Monday to Friday and on make-up days, not on holidays. In a year of which nothing was published, from
 * Monday to Friday.
 */
export function isWorkingDay({ years }: Calendar, day: Day): boolean {
  const date = dateOf(day)
  const year = years[date.slice(0, 4)]
  if (year?.makeUp.includes(date)) return true
  if (year?.holidays.some(({ from, to }) => from <= date && date <= to)) return false
  // Day 0 was a Thursday.
  const weekday = (day + 4) % 7
  return weekday !== 0 && weekday !== 6
}

/** The years from one moment to another of which nothing was published, so that their holidays are not counted. */
export function unknownYears({ years }: Calendar, from: number, to: number): readonly number[] {
  const yearOf = (moment: number) => Number(dateOf(dayOf(moment)).slice(0, 4))
  const [first, last] = [yearOf(from), yearOf(to)]
  return Array.from({ length: last - first + 1 }, (_, i) => first + i).filter((year) => !(year in years))
}
