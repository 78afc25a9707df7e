import type { CompiledPack, Hint, Machine, MachineState, Transition } from '../pack.ts'
import type { Stage, Temper } from '../vocabulary.ts'

/** A state as a reader meets it: with the number that the drawing and the text share. */
export interface Chapter {
  readonly number: number
  readonly state: MachineState
  /** What can happen here, each once, in the author's order. */
  readonly ways: readonly Way[]
}

/** One thing that can happen at a state, and all that it may lead to. */
export interface Way {
  readonly trigger: Transition['trigger']
  readonly leads: readonly Lead[]
}

/** Where a way leads, and when. */
export interface Lead {
  readonly to?: string
  readonly start?: string
  readonly when?: Transition['when']
}

/** A machine in reading order: the author's, which tells the story, with ends left out. */
export function chaptersOf(machine: Machine): readonly Chapter[] {
  return Object.values(machine.states)
    .filter((state) => !state.final)
    .map((state, i) => ({ number: i + 1, state, ways: waysOf(state) }))
}

/** The ends of a machine, in the author's order. */
export function endsOf(machine: Machine): readonly MachineState[] {
  return Object.values(machine.states).filter((state) => state.final)
}

function waysOf(state: MachineState): readonly Way[] {
  const ways = new Map<string, { trigger: Transition['trigger']; leads: Lead[] }>()
  for (const { trigger, to, start, when } of state.on) {
    const key = JSON.stringify(trigger)
    const way = ways.get(key) ?? { trigger, leads: [] }
    way.leads.push({ ...(to === undefined ? {} : { to }), ...(start === undefined ? {} : { start }), ...(when ? { when } : {}) })
    ways.set(key, way)
  }
  return [...ways.values()]
}

/** Ids of the lines that a machine says, at its steps and at the close, each once. */
export function machineLines(pack: CompiledPack, machine: string): readonly string[] {
  const steps = Object.values(pack.machines[machine]?.states ?? {}).flatMap(({ say }) => say)
  const close = Object.values(pack.scenarios[machine]?.closing ?? {}).flat()
  return [...new Set([...steps, ...close].map(({ line }) => line))]
}

/** Ids of the steps that a machine offers, each once. */
export function machineSteps(pack: CompiledPack, machine: string): readonly string[] {
  return [...new Set(Object.values(pack.machines[machine]?.states ?? {}).flatMap((state) => state.do))]
}

/** Where somebody is, for picking the hints that help there. */
export interface Spot {
  readonly stage: Stage
  readonly temper: Temper
  /** Scenarios that are open. */
  readonly scenarios: readonly string[]
}

/**
 * The hints that help at a spot, those that are only for it first. A hint helps where each thing that it names fits: stage,
 * temper, scenario.
 */
export function hintsAt(pack: CompiledPack, { stage, temper, scenarios }: Spot): readonly Hint[] {
  const fits = (hint: Hint) =>
    (hint.stages.length === 0 || hint.stages.includes(stage)) &&
    (hint.tempers.length === 0 || hint.tempers.includes(temper)) &&
    (hint.scenarios.length === 0 || hint.scenarios.some((id) => scenarios.includes(id)))
  const aim = (hint: Hint) => (hint.scenarios.length > 0 ? 4 : 0) + (hint.tempers.length > 0 ? 2 : 0) + (hint.stages.length > 0 ? 1 : 0)
  return Object.values(pack.hints)
    .filter(fits)
    .sort((a, b) => aim(b) - aim(a))
}
