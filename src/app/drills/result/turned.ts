import type { Spoken } from '../../../core/drill/talk.ts'
import type { turningPoints } from '../../../engine/drill/turning-points.ts'

/** A turn of the agent after which the customer's heat went down (won) or up (lost). */
export interface Turned {
  readonly way: 'won' | 'lost'
  readonly turn: Spoken
  /** As turns are numbered in the story, from 1. */
  readonly number: number
}

/** The turning points of a talk, in the order in which they came. */
export function turnedIn(talk: readonly Spoken[], points: ReturnType<typeof turningPoints>): readonly Turned[] {
  return talk.flatMap((turn, i): readonly Turned[] =>
    (['won', 'lost'] as const).flatMap((way) => (points[way]?.turn === turn.id ? [{ way, turn, number: i + 1 }] : [])),
  )
}
