import type { Title } from './title.ts'

/**
 * What may be offered about a kind of matter, from the least to the most, and where it ends. Authored in `concessions.yaml`;
 * nothing in it goes beyond what the tables of rules give.
 */
export interface ConcessionLadder {
  readonly id: string
  readonly title: Title
  /** The scenarios that it belongs to; none for the one that helps wherever no other does. */
  readonly scenarios: readonly LadderScenario[]
  readonly rungs: readonly Rung[]
  readonly stop: LadderStop
}

/** A scenario, and the states of it from one of which on the ladder holds; without any, from its beginning. */
export interface LadderScenario {
  readonly scenario: string
  readonly from: readonly string[]
}

export interface Rung {
  /** Ladder and rung, such as `fee-ours.refund`: no two of a pack are alike. */
  readonly id: string
  readonly title: Title
  /** Id of the lowest role that may offer this. */
  readonly by: string
  /** When it is to be offered, for the agent to judge. */
  readonly when: Title
  /** The line that offers it … */
  readonly offer: string
  /** … and lines of scenarios that offer the same. */
  readonly also: readonly string[]
  /** The line for when it is turned down. */
  readonly refused: string
  /** Id of what is promised by offering it. */
  readonly promise?: string
  readonly source: readonly string[]
}

/** Where a ladder ends. */
export interface LadderStop {
  readonly line: string
  readonly when: Title
  /** How often the last rung that may be offered is refused before this is said. */
  readonly after: number
  readonly source: readonly string[]
}

/** Ids of the lines that only a ladder says: what it offers, answers and ends with. */
export function ladderLines({ rungs, stop }: ConcessionLadder): readonly string[] {
  return [...rungs.flatMap(({ offer, refused }) => [offer, refused]), stop.line]
}
