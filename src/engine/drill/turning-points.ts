import type { CallEvent } from '../../core/events.ts'
import type { Cast } from './react.ts'
import { walk } from './refold.ts'

/** A turn of the agent after which the customer was not as before. */
export interface TurningPoint {
  /** Id of the event that tells what the agent said. */
  readonly turn: string
  /** Id of the event that tells what the customer answered. */
  readonly answer: string
  /** Heat, 0 (calm) to 100 (they leave). */
  readonly before: number
  readonly after: number
}

/** By how much heat must move for anybody to notice. */
const NOTABLE = 8

/**
 * Where a drill was won and where it was lost: the turns that took most heat off the customer, and that added most; the first of equals.
 *
 * @param events the log of a drill that was played by this cast
 */
export function turningPoints(cast: Cast, events: readonly CallEvent[]): { readonly won?: TurningPoint; readonly lost?: TurningPoint } {
  const points = walk(cast, events).steps.flatMap(({ turn, answer, before, after }): readonly TurningPoint[] =>
    turn ? [{ turn: turn.id, answer, before: before.customer.mood.heat, after: after.customer.mood.heat }] : [],
  )
  const most = (moved: (point: TurningPoint) => number) =>
    points.reduce<TurningPoint | undefined>(
      (best, point) => (moved(point) >= NOTABLE && moved(point) > (best ? moved(best) : 0) ? point : best),
      undefined,
    )
  const won = most(({ before, after }) => before - after)
  const lost = most(({ before, after }) => after - before)
  return { ...(won ? { won } : {}), ...(lost ? { lost } : {}) }
}
