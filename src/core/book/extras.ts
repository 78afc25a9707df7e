import type { Title } from '../pack.ts'
import type { Channel, Outcome } from '../vocabulary.ts'

/** What the script book shows beside a pack and a live call has no use for: shipped apart, and fetched by the book only. */
export interface BookExtras {
  readonly deviations: readonly Deviation[]
  readonly plans: readonly PlanScript[]
}

/** A source that is written differently on purpose, or not written yet, and why. */
export interface Deviation {
  /** Source ids, with `tel.fee.*` already spelt out. */
  readonly ids: readonly string[]
  readonly kind: 'deviates' | 'pending'
  readonly reason: Title
}

/** A walk-through as people read it: who says what, and what is done between. */
export interface PlanScript {
  readonly id: string
  readonly scenario?: string
  readonly title: Title
  readonly goes: 'well' | 'badly'
  readonly channel: Channel
  readonly turns: readonly PlanTurn[]
  readonly outcome: Outcome
}

export type PlanTurn =
  /** What the customer says, and the key that the agent presses for it. */
  | { readonly who: 'customer'; readonly text: string; readonly move?: string; readonly start?: string }
  /** An approved line as it was said, with its slots filled. */
  | { readonly who: 'agent'; readonly line: string; readonly text: string }
  | { readonly who: 'step'; readonly step: string }
  /** What the agent finds or decides. */
  | { readonly who: 'finding'; readonly move: string }
