import type { Calendar } from './calendar.ts'
import { type Day, dayOf, isWorkingDay, MINUTE, startOf } from './days.ts'

/**
 * The end of the last of some working days: those that follow a moment, today not counted.
 *
 * @param moment milliseconds since the epoch
 * @param days 0 for the end of today
 */
export function afterWorkingDays(calendar: Calendar, moment: number, days: number): number {
  let day = dayOf(moment)
  for (let left = days; left > 0; left--) day = nextWorkingDay(calendar, day)
  return startOf(day + 1)
}

/**
 * A moment and some working time later, counted in opening hours only. Half a working day is half of the opening hours of one.
 *
 * @param halfDays how many half working days
 */
export function afterHalfDays(calendar: Calendar, moment: number, halfDays: number): number {
  const { from, to } = calendar.hours
  let left = (halfDays * (to - from) * MINUTE) / 2
  let day = dayOf(moment)
  if (!isWorkingDay(calendar, day)) day = nextWorkingDay(calendar, day)
  let now = Math.max(moment, startOf(day) + from * MINUTE)
  for (;;) {
    const open = startOf(day) + to * MINUTE - now
    if (open >= left) return now + left
    left -= Math.max(0, open)
    day = nextWorkingDay(calendar, day)
    now = startOf(day) + from * MINUTE
  }
}

function nextWorkingDay(calendar: Calendar, day: Day): Day {
  let next = day + 1
  while (!isWorkingDay(calendar, next)) next++
  return next
}
