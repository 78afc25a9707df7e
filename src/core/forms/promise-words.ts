import type { MadePromise } from '../made-promise.ts'
import type { CompiledPack } from '../pack.ts'
import type { CallState } from '../state.ts'
import { promiseTitle } from '../view.ts'
import { minuteOf } from './minutes.ts'

/** Whether a promise outlives its call: what has lines of its own for when it breaks, such as a hold, does not. */
function outlives({ promises }: CompiledPack, { promise, words }: MadePromise): boolean {
  const rule = promises[promise]
  // One that another edition knew can only be told in the agent's own words.
  return rule ? rule.nudge.length === 0 : words !== undefined
}

/** What a call has promised for afterwards and nobody has done yet. */
export function openPromises(pack: CompiledPack, { promises }: Pick<CallState, 'promises'>): readonly MadePromise[] {
  return promises.filter((each) => each.keptAt === undefined && outlives(pack, each))
}

/** What a call has promised for afterwards, done or not, each thing once: by when it is due first. */
export function lastingPromises(pack: CompiledPack, { promises }: Pick<CallState, 'promises'>): readonly MadePromise[] {
  const lasting = promises.filter((each) => outlives(pack, each))
  const isFirst = (made: MadePromise, i: number) =>
    lasting.every((each, j) => !isSame(pack, each, made) || each.due > made.due || (each.due === made.due && j >= i))
  return lasting.filter(isFirst)
}

function isSame(pack: CompiledPack, one: MadePromise, other: MadePromise): boolean {
  return promiseTitle(pack, one).zh === promiseTitle(pack, other).zh
}

/** 48小时内回复（2026-11-26 14:05前）; nothing for what was promised within the call only. */
export function promiseWords(pack: CompiledPack, made: MadePromise): string | undefined {
  return outlives(pack, made) ? `${promiseTitle(pack, made).zh}（${minuteOf(made.due)}前）` : undefined
}
