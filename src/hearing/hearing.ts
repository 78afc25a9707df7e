import type { LinearModel } from './linear.ts'
import type { Script } from './script.ts'

/** All that the recogniser knows, made when a pack is built: data, so that it can be kept, compared and explained. */
export interface Hearing {
  readonly script: Script
  /** Concepts and the words that people have for them, clean, by name. */
  readonly words: Readonly<Record<string, readonly string[]>>
  /** Which scenario an utterance of the customer belongs to; one of its classes is `none`. */
  readonly scenarios: LinearModel
  /** What it shows. */
  readonly signals: LinearModel
  /** What an utterance of the agent does well, and badly. */
  readonly acts: LinearModel
  readonly violations: LinearModel
}

/** The class of talk that belongs to no scenario. */
export const NO_SCENARIO = 'none'
