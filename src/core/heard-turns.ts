import type { Finding, Findings, Speaker } from './heard.ts'
import { pushOf } from './temper.ts'
import type { Act, Signal } from './vocabulary.ts'

/** A turn of the talk as far as it still counts. */
export interface HeardTurn {
  readonly turn: string
  readonly who: Speaker
  readonly text: string
  readonly signals: readonly Signal[]
  readonly acts: readonly Act[]
  /** Milliseconds since the epoch. */
  readonly at: number
}

/** How many turns are remembered: enough for what was said two turns ago, by either. */
const TURNS_KEPT = 8

/** What an earlier turn still says about the scenario, against the next one. */
const FADING = 0.5

/** The turns after one more; a turn that was heard before is corrected in its place. */
export function withTurn(turns: readonly HeardTurn[], turn: HeardTurn): readonly HeardTurn[] {
  if (turns.some((each) => each.turn === turn.turn)) return turns.map((each) => (each.turn === turn.turn ? turn : each))
  return [...turns, turn].slice(-TURNS_KEPT)
}

/** Names of what was found. */
export function idsOf<Id extends string>(found: readonly Finding<Id>[]): readonly Id[] {
  return found.map(({ id }) => id)
}

/**
 * How much the customer's talk speaks for each scenario after one more turn: what was said before counts half with each turn, so that two half
 * sentences may say what neither says alone. Never above 1.
 */
export function gathered(before: Readonly<Record<string, number>>, { scenarios }: Findings): Readonly<Record<string, number>> {
  const after: Record<string, number> = {}
  for (const [scenario, score] of Object.entries(before)) if (score * FADING > 0.02) after[scenario] = score * FADING
  for (const { id, score } of scenarios) after[id] = Math.min(1, (after[id] ?? 0) + score)
  return after
}

/** Whether a turn of the customer gives no cause for alarm. */
export function isCalm({ signals }: Findings): boolean {
  const push = pushOf(idsOf(signals))
  return push === undefined || push === 'down'
}

/** Signals that this turn shows and none of the customer's last turns did: a threat that is repeated does not count twice. */
export function fresh(signals: readonly Signal[], turns: readonly HeardTurn[], turn: string): readonly Signal[] {
  const before = turns.filter((each) => each.who === 'customer' && each.turn !== turn).slice(-REPEATS_WITHIN)
  return signals.filter((signal) => !before.some((each) => each.signals.includes(signal)))
}

const REPEATS_WITHIN = 3
