import type { MadePromise } from './made-promise.ts'
import type { Outcome } from './vocabulary.ts'

/** An earlier call of the same customer, as far as it matters now. */
export interface EarlierCall {
  readonly call: string
  /** Milliseconds since the epoch. */
  readonly at: number
  /** What it was about: see `matterOf`. */
  readonly matter?: string
  readonly outcome?: Outcome
  /** Number of the agent who took it. */
  readonly agent?: string
  readonly promises: readonly MadePromise[]
}

/** How many customers have complained about the matter of this call within the last hour, this one included. */
export interface Callers {
  readonly ordinary: number
  readonly vip: number
}

/** What other calls tell about this one. */
export interface History {
  /** Of the same customer, the latest first. */
  readonly earlier: readonly EarlierCall[]
  readonly callers: Callers
}
