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

/**
 * Calendar months from one moment to a later one: a whole number when the day is the same of both months, or the last of a shorter one, else
 * half a month more than the last whole number. Three months after 30 November is 28 February; 1 March is three and a half.
 */
export function monthsBetween(from: number, to: number): number {
  const [first, last] = [dateOf(dayOf(from)), dateOf(dayOf(to))]
  const between = monthNumber(last) - monthNumber(first)
  const day = Number(last.slice(8))
  // The same day of that month, or its last where it has no such day.
  const wanted = Math.min(Number(first.slice(8)), daysIn(last))
  if (day === wanted) return between
  return day > wanted ? between + 0.5 : between - 0.5
}

function monthNumber(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
}

/** How many days the month of a date has. */
function daysIn(date: string): number {
  return new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 0)).getUTCDate()
}
