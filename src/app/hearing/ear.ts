import type { Heard, Speaker } from '../../hearing/hear.ts'

/** What somebody said, as it was typed, pasted or came from a telephone system. */
export interface Turn {
  /** Whatever the caller knows it by; it comes back with the answer. */
  readonly id: string
  readonly who: Speaker
  readonly text: string
  /** Ids of the moves that are open to the customer: whether it is one of these is asked too. */
  readonly among?: readonly string[]
}

/** A turn in the only form that may be stored or shown, and what was heard in it. */
export interface HeardTurn {
  readonly id: string
  readonly who: Speaker
  /** Without what tells who somebody is. Every quotation in `heard` stands in this text. */
  readonly text: string
  readonly heard: Heard
}

/**
 * Why nothing is heard, by what a person can do about it. The words for each stand with the interface.
 *
 * - `unreachable`: the recogniser could not be fetched; open it again when the network is back
 * - `unreadable`: what came is no recogniser of this version; load the page again
 * - `stopped`: the recogniser ended by a fault; open it again
 * - `closed`: the ear was closed by its owner
 */
export type EarTrouble = 'unreachable' | 'unreadable' | 'stopped' | 'closed'

export type Listened = { readonly ok: true; readonly turn: HeardTurn } | { readonly ok: false; readonly trouble: EarTrouble }

/** A recogniser of what is said, beside the page or on it. */
export interface Ear {
  /** Never rejects, and answers in the order in which it was asked. */
  hear(turn: Turn): Promise<Listened>
  /** Lets go of the recogniser. Turns that wait are answered with `closed`, and so are all that follow. */
  close(): void
}

export type OpenedEar = { readonly ok: true; readonly ear: Ear } | { readonly ok: false; readonly trouble: EarTrouble }
