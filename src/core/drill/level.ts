import type { Title } from '../title.ts'
import type { Temper } from '../vocabulary.ts'
import type { EverydayQuestion } from './everyday.ts'

export const DRILL_LEVELS = ['easy', 'standard', 'hard'] as const
export type DrillLevel = (typeof DRILL_LEVELS)[number]

/** How much harder or easier the same customer is. */
export interface LevelRule {
  readonly title: Title
  /** Heat that they bring along on top of their own. */
  readonly heat: number
  /** Times their own patience. */
  readonly patience: number
  /** Times what inflames them, and what soothes them. */
  readonly stings: number
  readonly soothes: number
  /** How often they object although all they need is there. */
  readonly doubts: number
  /** Whether they want what stands under `harder` as well, and nothing is settled before what is `needed` has come up. */
  readonly asksMore: boolean
}

/** How the heat of a simulated customer moves, in points from 0 (calm) to 100 (they leave). */
export interface HeatRules {
  readonly starts: Readonly<Record<Temper, number>>
  /** Taken off for each act that takes in what happened, the first time. */
  readonly soothed: number
  /** More, for what calms this very person. */
  readonly favourite: number
  /** What is left of that the second time; the third time it is a phrase. */
  readonly again: number
  /** Taken off when something comes forward. */
  readonly progress: number
  /** Added for each slip; and more, for what inflames this very person. */
  readonly stung: number
  readonly sorest: number
  readonly unheard: number
  readonly bored: number
  readonly askedAgain: number
  readonly quiet: number
  readonly stalled: number
  /** At or above this nobody agrees to anything. */
  readonly agreesBelow: number
  /** So many characters in one go, with nothing in them about the customer, are policy read aloud. */
  readonly policyFrom: number
  /** Seconds without a word after which silence counts. */
  readonly quietAfter: number
  /** Turns after agreeing within which they expect a close; then they hang up without one. */
  readonly closeWithin: number
}

/** What is the same for every customer of a pack's drills. */
export interface DrillRules {
  readonly levels: Readonly<Record<DrillLevel, LevelRule>>
  readonly heat: HeatRules
  /** What any agent asks anybody. */
  readonly everyday: readonly EverydayQuestion[]
}
