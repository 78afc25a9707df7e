import type { Frames } from './frames.ts'
import type { LinearModel } from './linear.ts'
import type { MoveLines } from './moves.ts'
import type { Script } from './script.ts'

/** All that the recogniser knows, made when a pack is built: data, so that it can be kept, compared and explained. */
export interface Hearing {
  readonly script: Script
  /** Concepts and the words that people have for them, clean, by name. */
  readonly words: Readonly<Record<string, readonly string[]>>
  /** Which scenario an utterance of the customer belongs to; one of its classes is `none`. */
  readonly scenarios: LinearModel
  /** What it shows, but dangers. */
  readonly signals: LinearModel
  /** The signals that must be heard whatever is said before and after them: in windows, see `windowScores`. */
  readonly dangers: LinearModel
  /** What an utterance of the agent does well, and badly. */
  readonly acts: LinearModel
  readonly violations: LinearModel
  /** What customers say when they make a move. */
  readonly moves: MoveLines
  /** What authors wrote down as patterns, by who says it. */
  readonly frames: { readonly customer: Frames; readonly agent: Frames }
  /** From which score on each is heard; 0 where none is given. */
  readonly thresholds: Thresholds
}

/** Scores on the scale of log odds, by name. */
export interface Thresholds {
  readonly signals: Readonly<Record<string, number>>
  readonly acts: Readonly<Record<string, number>>
  readonly violations: Readonly<Record<string, number>>
}

/** The class of talk that belongs to no scenario. */
export const NO_SCENARIO = 'none'
