import type { CompiledPack, Within } from './pack.ts'
import type { MadePromise } from './state.ts'

const DAY = 24 * 3_600_000
const SHANGHAI_OFFSET = 8 * 3_600_000

/**
 * When a promise made now is due.
 *
 * Working days run from Monday to Friday in Asia/Shanghai and end at midnight of the last one. Public holidays are not
 * skipped: leaving them out can only make a deadline earlier than the true one, never later.
 *
 * @param now milliseconds since the epoch
 * @returns milliseconds since the epoch
 */
export function dueAt(now: number, within: Within): number {
  if ('ms' in within) return now + within.ms
  let day = Math.floor((now + SHANGHAI_OFFSET) / DAY)
  for (let left = within.workingDays; left > 0; ) {
    day += 1
    // Day 0 of the epoch was a Thursday.
    const weekday = (day + 4) % 7
    if (weekday !== 0 && weekday !== 6) left -= 1
  }
  return (day + 1) * DAY - SHANGHAI_OFFSET
}

export type PromiseStatus = 'kept' | 'open' | 'soon' | 'overdue'

/** How a promise stands now; `soon` from the rule's warning time on. */
export function promiseStatus(pack: CompiledPack, promise: MadePromise, now: number): PromiseStatus {
  if (promise.keptAt !== undefined) return 'kept'
  if (now >= promise.due) return 'overdue'
  return promise.due - now <= (pack.promises[promise.promise]?.warn ?? 0) ? 'soon' : 'open'
}
