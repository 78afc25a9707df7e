import type { AnyMachineSnapshot } from 'xstate'
import type { Refusal } from '../core/events.ts'
import { REFUSALS } from '../core/gates.ts'
import { invariant } from '../core/invariant.ts'
import { machineOf, stateOf } from '../core/machines.ts'
import type { Final } from '../core/pack.ts'
import { type CallState, frontPlace, inFront, JOURNEY } from '../core/state.ts'
import type { Stage } from '../core/vocabulary.ts'
import { sendJourney } from './journey.ts'
import { enterScenario, stepCall } from './machines.ts'
import type { Recorder } from './recorder.ts'

/**
 * Opens a scenario beside what is going on, or brings it to the front if it is open. One that interrupts takes its place
 * among the dangers by urgency, and everything else stands still.
 */
export function startScenario(record: Recorder, id: string): Refusal | undefined {
  const { pack, state } = record
  const scenario = pack.scenarios[id]
  if (!scenario) return REFUSALS.scenarioNotOpen
  if (isOpen(state, id)) return inFront(state) === id ? REFUSALS.noChange : toFront(record, id)
  if (scenario.interrupts) {
    const { snapshot } = stepCall(pack, state, { type: `raise.${scenario.interrupts}` })
    record.emit({ type: 'Interrupted', danger: scenario.interrupts, scenario: id, from: frontPlace(state) })
    agrees(record, snapshot)
  } else {
    record.emit({ type: 'ScenarioStarted', scenario: id })
  }
  for (const entered of enterScenario(pack, id).entered) record.emit({ type: 'StateEntered', machine: id, state: entered })
  return undefined
}

/** Brings an open scenario, or the journey, to the front. */
export function toFront(record: Recorder, machine: string): Refusal | undefined {
  const { state } = record
  if (state.dangers.length > 0) return REFUSALS.interrupted
  if (!state.order.includes(machine)) return REFUSALS.scenarioNotOpen
  if (inFront(state) === machine) return REFUSALS.noChange
  record.emit({ type: 'ScenarioFronted', machine })
  return undefined
}

/** Takes a scenario away that was opened by mistake or has passed by itself; a danger is stood down. */
export function dropScenario(record: Recorder, id: string): Refusal | undefined {
  if (id === JOURNEY || !isOpen(record.state, id)) return REFUSALS.scenarioNotOpen
  record.emit({ type: 'ScenarioDropped', scenario: id })
  standDown(record, id)
  return undefined
}

/** A scenario has reached its end: it goes, and the journey goes on where the scenario says. */
export function settle(record: Recorder, id: string, { outcome, next, reason }: Final): void {
  const danger = record.state.dangers.some((each) => each.scenario === id)
  record.emit({ type: 'ScenarioSettled', scenario: id, outcome, ...(reason ? { reason } : {}) })
  standDown(record, id)
  if (next !== 'back') sendJourney(record, next)
  // Nobody is greeted twice: a scenario that began over the greeting leads on from it.
  else if (!danger && GREETING.includes(journeyStage(record))) sendJourney(record, 'verify')
}

const GREETING: readonly Stage[] = ['arrive', 'contact']

function journeyStage({ pack, state }: Recorder): Stage {
  return stateOf(machineOf(pack, JOURNEY, state.channel), state.machines[JOURNEY]?.state).stage
}

function standDown(record: Recorder, id: string): void {
  const { state } = record
  if (!state.dangers.some((each) => each.scenario === id)) return
  const without: CallState = { ...state, dangers: state.dangers.filter((each) => each.scenario !== id) }
  // One that waited beneath goes without the one in charge noticing.
  const inCharge = inFront(state) === id
  const { snapshot } = stepCall(record.pack, state, { type: inCharge ? 'stand-down' : 'none' })
  record.emit({ type: 'Resumed', after: id, to: frontPlace(without) })
  agrees(record, snapshot)
}

/** The list of dangers that the log folds to, and the region that the machine is in, must say the same. */
function agrees(record: Recorder, { value }: AnyMachineSnapshot): void {
  const machine: unknown = (value as { readonly danger: unknown }).danger
  const log = record.state.dangers.at(-1)?.danger ?? 'none'
  invariant(machine === log, `danger is ${log} in the log and ${String(machine)} in the machine`)
}

function isOpen(state: CallState, id: string): boolean {
  return state.order.includes(id) || state.dangers.some((each) => each.scenario === id)
}
