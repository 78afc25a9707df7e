import type { Within } from './pack.ts'
import type { Act, Signal, Violation } from './vocabulary.ts'

export const SPEAKERS = ['customer', 'agent'] as const
export type Speaker = (typeof SPEAKERS)[number]

/** The words that caused something, as they stand in what was said. */
export interface Quote {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Something recognised, how sure that is (0 to 1), and the words that caused it. */
export interface Finding<Id extends string = string> {
  readonly id: Id
  readonly score: number
  readonly because: readonly Quote[]
}

/** What one utterance shows: of the customer scenarios, signals and moves, of the agent acts and violations. The best first. */
export interface Findings {
  readonly scenarios: readonly Finding[]
  readonly signals: readonly Finding<Signal>[]
  /** Of the moves that were open when it was said. */
  readonly moves: readonly Finding[]
  readonly acts: readonly Finding<Act>[]
  readonly violations: readonly Finding<Violation>[]
  /** A refund that the agent offers, in yuan. */
  readonly offer?: { readonly yuan: number; readonly because: readonly Quote[] }
  /** What the agent commits to by a time. */
  readonly commitments?: readonly Commitment[]
}

/** So long from now, or at the end of a day counted from today. */
export type Commitment =
  | { readonly within: Within; readonly because: readonly Quote[] }
  | { readonly day: number; readonly because: readonly Quote[] }

/** Of an utterance that shows nothing. */
export const NOTHING_FOUND: Findings = { scenarios: [], signals: [], moves: [], acts: [], violations: [] }

/** What somebody said, as the log keeps it: without what tells who somebody is. */
export interface Utterance {
  /** Names the turn; the same one again corrects it. */
  readonly turn: string
  readonly who: Speaker
  readonly text: string
  readonly findings: Findings
}

/** What can be suggested because of something heard. */
export type Suggestable =
  | { readonly type: 'scenario'; readonly scenario: string }
  | { readonly type: 'move'; readonly machine: string; readonly move: string }
  | { readonly type: 'signal'; readonly signal: Signal }

/** The same for the same thing, so that a cue that is repeated does not stack. A move is another one at another step. */
export function keyOf(what: Suggestable): string {
  switch (what.type) {
    case 'scenario':
      return `scenario ${what.scenario}`
    case 'move':
      return `move ${what.machine} ${what.move}`
    case 'signal':
      return `signal ${what.signal}`
  }
}

/** Whether it was done at once, put to the agent, or kept from the agent because there was too much already. */
export const SUGGESTION_WAYS = ['applied', 'asked', 'held'] as const
export type SuggestionWay = (typeof SUGGESTION_WAYS)[number]

export const ANSWERS = ['accept', 'dismiss', 'later'] as const
export type Answer = (typeof ANSWERS)[number]

export interface Suggestion {
  readonly id: string
  readonly what: Suggestable
  readonly way: SuggestionWay
  readonly score: number
  readonly because: readonly Quote[]
  readonly turn: string
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly danger: boolean
  /** The step that a move was suggested for: in another one it is something else. */
  readonly step?: string
  readonly answer?: Answer
  /** What it did has been taken back. */
  readonly undone?: true
}

/** A slip of the agent, and what to say instead. */
export interface Slip {
  readonly turn: string
  readonly violation: Violation
  readonly because: readonly Quote[]
  /** Id of the swap that names what to say instead. */
  readonly swap?: string
  /** Approved lines that put it right, the most fitting first. */
  readonly lines: readonly string[]
  readonly at: number
  /** Whether the agent saw it: not while muted or when there was too much already. */
  readonly shown: boolean
}
