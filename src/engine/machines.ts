import {
  type AnyActorRef,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  createActor,
  type EventObject,
  initialTransition,
  type StateValue,
} from 'xstate'
import { invariant } from '../core/invariant.ts'
import { machineOf } from '../core/machines.ts'
import type { CompiledPack } from '../core/pack.ts'
import { type CallState, JOURNEY } from '../core/state.ts'
import { CHANNELS, type Channel } from '../core/vocabulary.ts'
import { callMachine } from './call-machine.ts'
import { scenarioMachine } from './scenario-machine.ts'

/** The machines of a pack, each built when it is first needed (about 1.5 ms). */
const built = new WeakMap<CompiledPack, Map<string, AnyStateMachine>>()

function machineFor(pack: CompiledPack, key: string, make: () => AnyStateMachine): AnyStateMachine {
  const machines = built.get(pack) ?? new Map<string, AnyStateMachine>()
  built.set(pack, machines)
  const machine = machines.get(key) ?? make()
  machines.set(key, machine)
  return machine
}

/** What a step through a machine came to. */
export interface Stepped {
  /** States entered, in order. */
  readonly entered: readonly string[]
  /** Scenarios that it opens. */
  readonly opens: readonly string[]
  readonly snapshot: AnyMachineSnapshot
}

/** The machine of the call itself, restored from the folded state. */
export function stepCall(pack: CompiledPack, state: CallState, event: { readonly type: string; readonly reason?: string }): Stepped {
  const journey = state.machines[JOURNEY]?.state ?? machineOf(pack, JOURNEY, state.channel).entry
  const danger = state.dangers.at(-1)?.danger ?? 'none'
  const machine = callMachineOf(pack, state.channel)
  return stepped(take(machine, restored(machine, { journey, temper: state.temper, danger }, { call: state }), event))
}

/** A scenario's machine, restored from the folded state. */
export function stepScenario(pack: CompiledPack, state: CallState, scenario: string, event: { readonly type: string }): Stepped {
  const running = state.machines[scenario]
  invariant(running, `${scenario} is not running`)
  const machine = scenarioMachineOf(pack, scenario)
  return stepped(take(machine, restored(machine, running.state, { seen: running.seen }), event))
}

/** Snapshots by the place that they stand at; only their context differs from one call to the next. */
const places = new WeakMap<AnyStateMachine, Map<string, AnyMachineSnapshot>>()

function restored(machine: AnyStateMachine, value: StateValue, context: object): AnyMachineSnapshot {
  const known = places.get(machine) ?? new Map<string, AnyMachineSnapshot>()
  places.set(machine, known)
  const key = JSON.stringify(value)
  const place = known.get(key) ?? machine.resolveState({ value, context })
  known.set(key, place)
  return { ...place, context }
}

/** The first state of a scenario. */
export function enterScenario(pack: CompiledPack, scenario: string): Stepped {
  return stepped(initialTransition(scenarioMachineOf(pack, scenario)))
}

/** Builds every machine of a pack, so that no key of a call has to wait for one (about 20 ms in all). */
export function buildMachines(pack: CompiledPack): void {
  for (const channel of CHANNELS) callMachineOf(pack, channel)
  for (const scenario of Object.keys(pack.scenarios)) scenarioMachineOf(pack, scenario)
}

function scenarioMachineOf(pack: CompiledPack, scenario: string): AnyStateMachine {
  return machineFor(pack, scenario, () => {
    const definition = pack.machines[scenario]
    invariant(definition, `pack ${pack.id} has no scenario ${scenario}`)
    return scenarioMachine(definition)
  })
}

export function callMachineOf(pack: CompiledPack, channel: Channel): AnyStateMachine {
  return machineFor(pack, `call:${channel}`, () => callMachine(pack, channel))
}

/** Stands in for the actor that a running machine would be; one does for all steps, as none of them does anything to it. */
const standIns = new WeakMap<AnyStateMachine, AnyActorRef>()

/**
 * XState's own `transition()` without the actor that it makes, with its first state, for each step: that was half of what a
 * step took. What the step should do comes back as data and is not done.
 */
function take(machine: AnyStateMachine, from: AnyMachineSnapshot, event: EventObject): Result {
  const self = standIns.get(machine) ?? createActor(machine)
  standIns.set(machine, self)
  const actions: Result[1][number][] = []
  const snapshot = machine.transition(from, event, {
    self,
    system: self.system,
    id: self.id,
    sessionId: self.sessionId,
    logger() {},
    defer() {},
    emit() {},
    stopChild() {},
    actionExecutor: (action) => actions.push(action),
  })
  return [snapshot, actions]
}

type Result = readonly [AnyMachineSnapshot, readonly { readonly type: string; readonly params: unknown }[]]

function stepped([snapshot, actions]: Result): Stepped {
  const named = (type: string, field: string) =>
    actions.filter((action) => action.type === type).map((action) => String((action.params as Record<string, unknown>)[field]))
  return { snapshot, entered: named('entered', 'state'), opens: named('open', 'scenario') }
}
