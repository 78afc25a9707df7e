import type { CallSummary } from '../store/summary.ts'

const HOUR = 3_600_000

/** How old an unfinished call may be to go on by itself when the panel is opened: a shift, and not a night. */
const SAME_SHIFT = 12 * HOUR

/**
 * The call that goes on by itself after a reload or a crash.
 *
 * @param calls open calls, the latest first
 * @param now milliseconds since the epoch
 */
export function toResume(calls: readonly CallSummary[], now: number): CallSummary | undefined {
  const [latest] = calls
  return latest && now - latest.lastAt < SAME_SHIFT ? latest : undefined
}
