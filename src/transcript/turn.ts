import type { Profile } from '../core/events.ts'
import type { Speaker } from '../core/heard.ts'
import type { Channel } from '../core/vocabulary.ts'

/** What one of the two said in one go. */
export interface Turn {
  /** Id of its segment, unique within the call. */
  readonly id: string
  readonly who: Speaker
  readonly text: string
  /** Seconds since the call began, where the host tells. */
  readonly start?: number
  readonly end?: number
  /** A turn that is not final may still become anything: show it, never act upon it. */
  readonly final: boolean
}

/** What comes out of a stream of messages, however they came in. */
export type CallNews =
  /** Told once a call. `announced` is false when the host never said so and talk alone showed it. */
  | {
      readonly type: 'began'
      readonly call: string
      readonly channel: Channel
      readonly profile: Profile
      readonly agent?: string
      readonly announced: boolean
    }
  /** Whose call it is: told once a number. */
  | { readonly type: 'customer-known'; readonly call: string; readonly customer: string }
  /** The host knows more about the customer of a call that has begun. */
  | { readonly type: 'profile-changed'; readonly call: string; readonly profile: Profile }
  /** Somebody is speaking. For the eye only. */
  | { readonly type: 'speaking'; readonly call: string; readonly turn: Turn }
  /** Something was said. Told once a turn; `late` when a turn that belongs behind it was told already. */
  | { readonly type: 'said'; readonly call: string; readonly turn: Turn; readonly late: boolean }
  /** A turn that was told was heard wrongly; an empty text takes it back. */
  | { readonly type: 'corrected'; readonly call: string; readonly turn: Turn; readonly before: Turn }
  /** So many segments never came. */
  | { readonly type: 'gap'; readonly call: string; readonly missing: number }
  /** Something about a call that is not the one being followed. It changes nothing. */
  | { readonly type: 'other-call'; readonly call: string }
  | { readonly type: 'ended'; readonly call: string }
