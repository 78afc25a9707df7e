import { type Day, dateOf, startOf } from './days.ts'

/** What a self-check is made for: a week from Monday to Sunday, or a calendar month. */
export const SPANS = ['week', 'month'] as const
export type Span = (typeof SPANS)[number]

/** A week or a month in Asia/Shanghai. */
export interface Period {
  readonly span: Span
  /** Its first and last day. */
  readonly first: Day
  readonly last: Day
}

/** The week or month that a day falls into. */
export function periodOf(span: Span, day: Day): Period {
  if (span === 'week') {
    // Day 0 was a Thursday.
    const first = day - ((day + 3) % 7)
    return { span, first, last: first + 6 }
  }
  const first = day - Number(dateOf(day).slice(8)) + 1
  return { span, first, last: day + daysLeft(day) }
}

/** The period before one, or the one after it. */
export function neighbour({ span, first, last }: Period, by: 1 | -1): Period {
  return periodOf(span, by > 0 ? last + 1 : first - 1)
}

/** Names a period for good: `week 2026-11-16`, `month 2026-11`. */
export function periodKey({ span, first }: Period): string {
  return `${span} ${span === 'week' ? dateOf(first) : dateOf(first).slice(0, 7)}`
}

/** From when until when it lasts, in milliseconds since the epoch; the end is not included. */
export function boundsOf({ first, last }: Period): { readonly from: number; readonly to: number } {
  return { from: startOf(first), to: startOf(last + 1) }
}

/** Days of the month after a day. */
function daysLeft(day: Day): number {
  const month = dateOf(day).slice(0, 7)
  let left = 0
  while (dateOf(day + left + 1).startsWith(month)) left++
  return left
}
