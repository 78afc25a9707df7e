import { batchesOf, traineeTurnOf } from '../drill/trainee-turn.ts'
import type { CallEvent } from '../events.ts'
import { idsOf } from '../heard-turns.ts'
import type { MoveKind } from '../pack.ts'
import { HEAT } from '../temper.ts'
import type { Act, Signal, Temper, Violation } from '../vocabulary.ts'

/** One turn of a call, of whoever spoke, as scoring reads it. */
export type ScoredTurn = AgentTurn | CustomerTurn

export interface AgentTurn {
  readonly who: 'agent'
  /** Id of the event that tells it. */
  readonly id: string
  readonly at: number
  readonly text: string
  readonly acts: readonly Act[]
  readonly violations: readonly Violation[]
  /** Those that were heard beyond doubt, or stand in so many words on the list of what not to say. */
  readonly sure: readonly Violation[]
  /** Whether they are words of the agent's own. */
  readonly own: boolean
  /** Nothing was said: a step was done, such as looking up a record. */
  readonly step?: string
}

export interface CustomerTurn {
  readonly who: 'customer'
  readonly id: string
  readonly at: number
  /** Empty where only a key of the agent tells of it. */
  readonly text: string
  readonly signals: readonly Signal[]
  readonly kind?: MoveKind
  /** The temper rose with it. */
  readonly rose: boolean
}

/**
 * The turns of a call, from its log: what was said as it was heard or as its key was pressed, and what the customer did. What was undone did
 * not happen, but what was really said was said.
 */
export function turnsOf(events: readonly CallEvent[]): readonly ScoredTurn[] {
  const undone = new Set(events.flatMap((event) => (event.type === 'Undone' ? [event.undoes] : [])))
  // A turn that came again was corrected: only its last version was said.
  const latest = new Map(events.flatMap((event) => (event.type === 'Heard' ? [[event.turn, event.id] as const] : [])))
  const turns: ScoredTurn[] = []
  let temper: Temper = 'calm'
  for (const whole of batchesOf(events)) {
    const [first] = whole
    if (!first) continue
    const takenBack = undone.has(first.cause)
    const batch = whole.filter(
      (event) =>
        (event.type !== 'Heard' || latest.get(event.turn) === event.id) &&
        (!takenBack || event.type === 'Heard' || event.type === 'SlipNoted'),
    )
    const before = temper
    for (const event of batch) if (event.type === 'TemperShifted') temper = event.to
    const rose = HEAT[temper] > HEAT[before]
    const heard = batch.find((event) => event.type === 'Heard' && event.who === 'customer')
    const move = batch.find((event) => event.type === 'MoveMade' && event.kind !== 'finding' && event.kind !== 'decision')
    const kind = move?.type === 'MoveMade' ? move.kind : undefined
    const said = traineeTurnOf(batch)
    const done = batch.find((event) => event.type === 'StepDone' && event.acts.length > 0)
    if (heard?.type === 'Heard') {
      turns.push({
        who: 'customer',
        id: heard.id,
        at: heard.at,
        text: heard.text,
        signals: idsOf(heard.findings.signals),
        rose,
        ...(kind ? { kind } : {}),
      })
    } else if (said) {
      turns.push({ who: 'agent', ...said })
    } else if (move) {
      const last = turns.at(-1)
      // The agent's key names what was heard just before.
      if (last?.who === 'customer' && !last.kind && kind) turns[turns.length - 1] = { ...last, kind, rose: last.rose || rose }
      else if (kind) turns.push({ who: 'customer', id: move.id, at: move.at, text: '', signals: [], kind, rose })
    } else if (done?.type === 'StepDone') {
      turns.push({
        who: 'agent',
        id: done.id,
        at: done.at,
        text: '',
        acts: done.acts,
        violations: [],
        sure: [],
        own: false,
        step: done.step,
      })
    } else if (rose) {
      const last = turns.at(-1)
      if (last?.who === 'customer') turns[turns.length - 1] = { ...last, rose: true }
    }
  }
  return turns
}
