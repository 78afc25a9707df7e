import { shanghaiDate } from '../../core/lines.ts'
import { listeningChange } from '../../core/listening-view.ts'
import type { CompiledPack } from '../../core/pack.ts'
import type { CallState } from '../../core/state.ts'

const DAY = 24 * 3_600_000

/**
 * When the panel changes next without anyone doing anything: a promise starts to press or is due, what was heard goes away, or a
 * day ends and lines expire with it. Between two such moments only the running clocks move.
 *
 * @param now milliseconds since the epoch
 * @returns milliseconds since the epoch, later than `now`
 */
export function nextChange(state: CallState, pack: CompiledPack, now: number): number {
  const moments = state.promises
    .filter(({ keptAt }) => keptAt === undefined)
    .flatMap(({ promise, due }) => [due - (pack.promises[promise]?.warn ?? 0), due])
  return Math.min(...moments.filter((moment) => moment > now), listeningChange(pack, state, now), endOfDay(now))
}

/** Midnight in Asia/Shanghai. */
function endOfDay(now: number): number {
  return Date.parse(`${shanghaiDate(now)}T00:00:00+08:00`) + DAY
}
