import type { EarlierCall } from './earlier-call.ts'
import type { MadePromise } from './made-promise.ts'
import type { CompiledPack } from './pack.ts'
import type { CallState } from './state.ts'

/** A promise of an earlier call, with that call. */
export interface EarlierPromise extends MadePromise {
  readonly call: string
}

/** Within how many milliseconds callers on one matter make a batch (tel.class.urgent). */
export const BATCH_WITHIN = 3_600_000

/** What earlier calls have promised and nobody has done yet, the one that is due first leading. */
export function owedBefore({ history }: Pick<CallState, 'history'>): readonly EarlierPromise[] {
  return (history?.earlier ?? [])
    .flatMap(({ call, promises }) => promises.map((promise) => ({ ...promise, call })))
    .filter(({ keptAt }) => keptAt === undefined)
    .sort((a, b) => a.due - b.due)
}

/** Those of them whose time was over when this call began: what it has to open with (docs/rules.md P4). */
export function brokenBefore(
  { promises }: Pick<CompiledPack, 'promises'>,
  state: Pick<CallState, 'history' | 'startedAt'>,
): readonly EarlierPromise[] {
  // What has a line of its own for when it breaks concerns the call that it was made in, such as a hold.
  return owedBefore(state).filter(({ due, promise }) => due <= state.startedAt && (promises[promise]?.nudge ?? []).length === 0)
}

/**
 * The last earlier call about the same matter that was closed: what makes this complaint a repeat one, if it is near enough.
 *
 * @param matter of this call
 */
export function closedBefore({ history }: Pick<CallState, 'history'>, matter: string | undefined): EarlierCall | undefined {
  return matter === undefined ? undefined : history?.earlier.find((each) => each.matter === matter && each.outcome === 'settled')
}
