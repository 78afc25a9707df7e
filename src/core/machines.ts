import { invariant } from './invariant.ts'
import type { CompiledPack, Machine, MachineState, Transition, Trigger } from './pack.ts'
import { type CallState, inFront, JOURNEY, type Running } from './state.ts'
import { type Channel, STAGES, type Stage } from './vocabulary.ts'

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

function sameTrigger(a: Trigger, b: Trigger): boolean {
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

/**
 * Where a journey goes on when it is sent to a stage: its first state there. A channel without that stage goes to the state that the
 * other channel would go to, if it has it (a hall confirms while negotiating), else to its next stage.
 */
export function entryOfStage(pack: CompiledPack, channel: Channel, stage: Stage): MachineState {
  const own = firstIn(pack, channel, stage)
  if (own) return own
  const journey = machineOf(pack, JOURNEY, channel)
  const elsewhere = firstIn(pack, channel === 'phone' ? 'hall' : 'phone', stage)
  const same = elsewhere && journey.states[elsewhere.id]
  if (same) return same
  const later = STAGES.slice(STAGES.indexOf(stage)).map((each) => firstIn(pack, channel, each))
  const next = later.find((each) => each !== undefined)
  invariant(next, `journey ${journey.id} ends before ${stage}`)
  return next
}

function firstIn(pack: CompiledPack, channel: Channel, stage: Stage): MachineState | undefined {
  return Object.values(machineOf(pack, JOURNEY, channel).states).find((state) => !state.final && state.stage === stage)
}
