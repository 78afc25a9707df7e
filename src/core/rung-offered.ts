import type { Rung } from './concession-ladder.ts'
import type { CompiledPack } from './pack.ts'
import type { CallState } from './state.ts'

/** Whether a rung of the pack stands offered: it was said, and has not been turned down since. */
export function isOffered(pack: CompiledPack, state: CallState, id: string): boolean {
  const rung = pack.concessions?.flatMap(({ rungs }) => rungs).find((each) => each.id === id)
  return rung !== undefined && standsOffered(state, rung)
}

/** Whether one of a rung's lines was said after it was turned down for the last time. */
export function standsOffered({ said, refusedRungs }: CallState, { id, offer, also }: Rung): boolean {
  const last = said.findLastIndex(({ line }) => line === offer || also.includes(line))
  return last >= (refusedRungs.findLast(({ rung }) => rung === id)?.after ?? 0)
}
