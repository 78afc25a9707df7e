import { NO_CALENDAR } from './calendar/calendar.ts'
import { unknownYears } from './calendar/days.ts'
import { afterWorkingDays } from './calendar/working-time.ts'
import type { MadePromise } from './made-promise.ts'
import type { CompiledPack, PromiseRule, Within } from './pack.ts'
import { replyBy, standingOf } from './standing.ts'
import type { CallState } from './state.ts'

/**
 * When a promise made now is due: after its natural time, or at midnight at the end of its last working day by the pack's calendar.
 *
 * @param now milliseconds since the epoch
 * @returns milliseconds since the epoch
 */
export function dueAt({ calendar = NO_CALENDAR }: Pick<CompiledPack, 'calendar'>, now: number, within: Within): number {
  return 'ms' in within ? now + within.ms : afterWorkingDays(calendar, now, within.workingDays)
}

export type PromiseStatus = 'kept' | 'open' | 'soon' | 'overdue'

/** When a promise that a line makes is due: by its rule, or as soon as the class of the complaint asks for. */
export function promiseDue(pack: CompiledPack, state: CallState, rule: PromiseRule, now: number): number {
  const due = dueAt(pack, now, rule.within)
  const standing = rule.byClass && standingOf(pack, state)
  const by = standing ? replyBy(standing) : due
  // A call that took longer than that is answered by the rule's own time.
  return by > now ? Math.min(by, due) : due
}

/** How a promise stands now; `soon` from the rule's warning time on. */
export function promiseStatus(pack: Pick<CompiledPack, 'promises'>, promise: MadePromise, now: number): PromiseStatus {
  if (promise.keptAt !== undefined) return 'kept'
  if (now >= promise.due) return 'overdue'
  return promise.due - now <= (pack.promises[promise.promise]?.warn ?? 0) ? 'soon' : 'open'
}

/**
 * The year whose holidays are not published yet, where a promise counts working days of it: it is then due as if there were none.
 */
export function uncertainYear(pack: CompiledPack, { promise, madeAt, due }: MadePromise): number | undefined {
  const within = pack.promises[promise]?.within
  if (!within || 'ms' in within) return undefined
  // It is due at the midnight that ends its last day.
  return unknownYears(pack.calendar ?? NO_CALENDAR, madeAt, due - 1)[0]
}
