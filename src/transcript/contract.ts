import type { Profile } from '../core/events.ts'
import type { Speaker } from '../core/heard.ts'
import type { Channel } from '../core/vocabulary.ts'

/**
 * What a telephone system, a desktop or a file tells about calls. It travels as CloudEvents (docs/host-contract.md), and every
 * adapter ends here.
 */
export type Message = CallStarted | TranscriptSegment | CallEnded

/** The only types of event that are taken. */
export const MESSAGE_TYPES = ['call.started', 'transcript.segment', 'call.ended'] as const
export type MessageType = (typeof MESSAGE_TYPES)[number]

export interface CallStarted {
  readonly type: 'call.started'
  /** The host's own id of the call, as in every message about it. */
  readonly call: string
  readonly channel: Channel
  readonly profile: Profile
  /** Who takes the call, by name or number. */
  readonly agent?: string
  /** Number of the customer's telephone or account: only a reference made of it is kept. */
  readonly customer?: string
}

export interface TranscriptSegment {
  readonly type: 'transcript.segment'
  readonly call: string
  readonly segment: Segment
}

export interface CallEnded {
  readonly type: 'call.ended'
  readonly call: string
}

/** One utterance, as far as it has been recognised. It is sent again as it grows, and once more when it is final. */
export interface Segment {
  /** Names the utterance within its call; stays the same from the first guess to the last correction. */
  readonly id: string
  readonly who: Speaker
  /** The whole utterance so far, never only what is new; of a `part`, all of that part. */
  readonly text: string
  /** Whether the recogniser is done with it. */
  readonly final: boolean
  /** Names a piece of an utterance that is guessed piece by piece. Pieces are put together by their start until the final comes. */
  readonly part?: string
  /** Seconds on one clock for the whole call, best since it began. */
  readonly start?: number
  /** Seconds on that clock, not before `start`. */
  readonly end?: number
  /** Counts the wordings of this utterance: of two, the higher one holds. */
  readonly revision?: number
  /** Counts the segments of the call from 1 as they are sent, so that a missing one is noticed. */
  readonly sequence?: number
}

/** Above this a message is not even read: bytes of UTF-8. */
export const MOST_BYTES = 64 * 1024

export const MESSAGE_REFUSALS = ['wrong-origin', 'too-large', 'not-json', 'not-a-cloudevent', 'unknown-type', 'broken-payload'] as const
export type MessageRefusalCode = (typeof MESSAGE_REFUSALS)[number]

/** Why a message was not taken. Nothing else happens because of it. */
export interface MessageRefusal {
  readonly code: MessageRefusalCode
  /** Where it is wrong, as a path such as `data.who`. */
  readonly field?: string
  /** What should have been there. */
  readonly expected?: string
}

export type Reading = { readonly message: Message } | { readonly refusal: MessageRefusal }
