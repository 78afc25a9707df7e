import { invariant } from './invariant.ts'
import type { CompiledPack, Machine, MachineState, Transition, Trigger } from './pack.ts'
import { type CallState, inFront, JOURNEY, type Running } from './state.ts'
import type { Channel, Stage } from './vocabulary.ts'

/** The definition behind a machine's key in a call: the channel's journey, or a scenario. */
export function machineOf(pack: CompiledPack, key: string, channel: Channel): Machine {
  const machine = pack.machines[key === JOURNEY ? pack.journeys[channel] : key]
  invariant(machine, `pack ${pack.id} has no machine ${key}`)
  return machine
}

/** The state of the machine in front, whose card, steps and moves count now. */
export function frontState(pack: CompiledPack, state: CallState): MachineState {
  const key = inFront(state)
  return stateOf(machineOf(pack, key, state.channel), state.machines[key]?.state)
}

export function stateOf(machine: Machine, id: string | undefined): MachineState {
  const found = machine.states[id ?? machine.entry]
  invariant(found, `machine ${machine.id} has no state ${id}`)
  return found
}

export function sameTrigger(a: Trigger, b: Trigger): boolean {
  if (a.type === 'said') return b.type === 'said'
  if (a.type === 'step') return b.type === 'step' && a.step === b.step
  return b.type === 'move' && a.move === b.move
}

/** The branch that a trigger takes from a state: the first whose condition holds. */
export function branch(state: MachineState, trigger: Trigger, seen: Running['seen']): Transition | undefined {
  return state.on.find((each) => sameTrigger(each.trigger, trigger) && holds(each, seen))
}

/** Whether a branch may be taken, by how often its named state has been entered. */
export function holds(transition: Pick<Transition, 'when'>, seen: Running['seen']): boolean {
  return !transition.when || (seen[transition.when.seen] ?? 0) >= transition.when.times
}

/** The moves that a state answers to, in the author's order, each once. */
export function movesOf(state: MachineState): readonly string[] {
  return [...new Set(state.on.flatMap(({ trigger }) => (trigger.type === 'move' ? [trigger.move] : [])))]
}

/** Where a journey goes on when it is sent to a stage: its first state there, or in the next stage that it has. */
export function entryOfStage(pack: CompiledPack, channel: Channel, stage: Stage): MachineState {
  const journey = machineOf(pack, JOURNEY, channel)
  const states = Object.values(journey.states).filter((state) => !state.final)
  const blueprint = pack.blueprint[channel]
  const order = Object.keys(pack.stages)
  for (const later of order.slice(order.indexOf(stage)) as Stage[]) {
    const found = blueprint.includes(later) && states.find((state) => state.stage === later)
    if (found) return found
  }
  invariant(false, `journey ${journey.id} ends before ${stage}`)
}
