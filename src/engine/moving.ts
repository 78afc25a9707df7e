import type { Refusal, TemperCause } from '../core/events.ts'
import { moveGate, REFUSALS } from '../core/gates.ts'
import { invariant } from '../core/invariant.ts'
import { frontState } from '../core/machines.ts'
import type { Move, Trigger } from '../core/pack.ts'
import { inFront, JOURNEY } from '../core/state.ts'
import { CALM_TURNS, pushOf, type TemperPush } from '../core/temper.ts'
import { TEMPERS, type Temper } from '../core/vocabulary.ts'
import { eventName } from './event-name.ts'
import { stepCall, stepScenario } from './machines.ts'
import type { Recorder } from './recorder.ts'
import { settle, startScenario } from './scenarios.ts'

/** Makes a move on the machine in front: what the customer did, or what was found or decided. */
export function makeMove(record: Recorder, id: string): Refusal | undefined {
  const { pack, state } = record
  const refusal = moveGate(pack, state, id)
  if (refusal) return refusal
  const move = pack.moves[id]
  invariant(move, `open moves are known: ${id}`)
  record.emit({ type: 'MoveMade', machine: inFront(state), move: id, kind: move.kind, signals: move.signals })
  if (move.grants && !state.rolesGranted.includes(move.grants)) record.emit({ type: 'AuthorityGranted', role: move.grants })
  feel(record, move)
  trigger(record, { type: 'move', move: id })
  return undefined
}

/** Lets the machine in front answer to a trigger, and follows what that opens or settles. */
export function trigger(record: Recorder, by: Trigger): void {
  const { pack, state } = record
  const key = inFront(state)
  const event = { type: eventName(by) }
  const { entered, opens } = key === JOURNEY ? stepCall(pack, state, event) : stepScenario(pack, state, key, event)
  for (const id of entered) {
    record.emit({ type: 'StateEntered', machine: key, state: id })
    const final = key === JOURNEY ? undefined : frontState(pack, record.state).final
    if (final) settle(record, key, final)
  }
  for (const scenario of opens) startScenario(record, scenario)
}

/** What a turn does to temper: by an explicit push, by its signals, or because it is one calm turn more. */
function feel(record: Recorder, move: Move): void {
  const push = move.temper ? EXPLICIT[move.temper] : pushOf(move.signals)
  if (push) {
    const because: TemperCause = move.temper ? { type: 'move', move: move.id } : { type: 'signals', signals: move.signals }
    shiftTemper(record, push, because)
  } else if (record.state.calmTurns >= CALM_TURNS) {
    shiftTemper(record, 'down', { type: 'calm-turns' })
  }
}

/** An author's `up` never makes anyone abusive: only insults do. */
const EXPLICIT: Readonly<Record<NonNullable<Move['temper']>, TemperPush>> = { up: 'threat', down: 'down' }

export function shiftTemper(record: Recorder, push: TemperPush, because: TemperCause): Refusal | undefined {
  const { snapshot } = stepCall(record.pack, record.state, { type: `temper.${push}` })
  const to = (snapshot.value as { readonly temper: unknown }).temper
  invariant(isTemper(to), `unknown temper ${String(to)}`)
  if (to === record.state.temper) return REFUSALS.noChange
  record.emit({ type: 'TemperShifted', to, because })
  return undefined
}

function isTemper(value: unknown): value is Temper {
  return TEMPERS.some((temper) => temper === value)
}
