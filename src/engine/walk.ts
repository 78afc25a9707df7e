import { missing } from '../core/checkpoints.ts'
import type { Command } from '../core/events.ts'
import { frontState, machineOf } from '../core/machines.ts'
import type { CompiledPack, MachineState } from '../core/pack.ts'
import { type CallState, frontPlace, inFront, JOURNEY } from '../core/state.ts'
import { type CallView, view } from '../core/view.ts'
import type { Channel } from '../core/vocabulary.ts'
import { advance, type Call, startCall } from './advance.ts'
import type { Env } from './recorder.ts'

/** A situation that a walk came to: a place in the machine, with everything that decides what may happen there. */
export interface Visit {
  readonly call: Call
  readonly view: CallView
  /** Commands that led here from the start. */
  readonly path: readonly Command[]
}

/** How far a walk went. */
export interface Walked {
  /** Different paths taken from the entry, each a shortest one to a situation and one step more. */
  readonly paths: number
  /** How many of them led out of the machine. */
  readonly ends: number
}

/**
 * Walks a machine through the engine: from its entry, every line, step and move in every situation that differs, each once.
 * Situations are told apart by place, by the repeats that branches ask for, and by requirements still missing.
 *
 * @param machine a scenario's id, or `journey`
 * `visit` sees every situation; `settled` every end, the first time that it is reached.
 */
export function walk(
  pack: CompiledPack,
  machine: string,
  channel: Channel,
  visit: (at: Visit) => void = () => {},
  settled: (at: Visit) => void = () => {},
): Walked {
  const env = walkingEnv()
  const start = startCall(pack, { type: 'StartCall', call: 'walk', channel, profile: {} }, env).call
  const first = machine === JOURNEY ? start : taken(start, { type: 'StartScenario', scenario: machine }, env)
  const known = new Set<string>()
  const visits = new Map<string, number>()
  const waiting: { call: Call; path: readonly Command[] }[] = first ? [{ call: first, path: [] }] : []
  let paths = 0
  let ends = 0
  for (let at = waiting.shift(); at; at = waiting.shift()) {
    const { call, path } = at
    if (inFront(call.state) !== machine) {
      ends += 1
      const end = `${inFront(call.state)} after ${call.state.machines[machine]?.state}`
      if (!known.has(end)) settled({ call, path, view: view(call.state, pack, env.now) })
      known.add(end)
      continue
    }
    const { whole, local } = situation(pack, call.state)
    const place = frontPlace(call.state).state
    const [histories, atPlace] = [visits.get(local) ?? 0, visits.get(place) ?? 0]
    if (known.has(whole) || histories >= HISTORIES || atPlace >= SITUATIONS) continue
    known.add(whole)
    visits.set(local, histories + 1)
    visits.set(place, atPlace + 1)
    const seen: Visit = { call, path, view: view(call.state, pack, env.now) }
    visit(seen)
    for (const command of commandsAt(seen.view)) {
      const next = taken(call, command, env)
      if (!next) continue
      paths += 1
      waiting.push({ call: next, path: [...path, command] })
    }
  }
  return { paths, ends }
}

/** What an agent could press now that moves the call: the card's line, open steps, open moves. */
export function commandsAt({ card, steps, moves }: CallView): Command[] {
  return [
    { type: 'SayLine', line: card.line.id, wording: 0, via: 'card' },
    ...steps.filter((step) => !step.done && !step.closed).map(({ id }): Command => ({ type: 'DoStep', step: id })),
    ...moves.filter((move) => !move.closed).map(({ id }): Command => ({ type: 'MakeMove', move: id })),
  ]
}

function taken(call: Call, command: Command, env: Env): Call | undefined {
  const advanced = advance(call, command, env)
  return advanced.ok ? advanced.call : undefined
}

/**
 * With how many different histories each situation is tried. Two are enough for a branch that asks for a repeat to be met both
 * ways round a loop, and keep the number of walks from growing with the product of all repeats.
 */
const HISTORIES = 2

/** How many situations of one state are tried at most. Breadth first, so the shortest ways there are among them. */
const SITUATIONS = 16

/** What tells situations apart: all that decides the future of the machine, and the part of it that decides this very step. */
function situation(pack: CompiledPack, state: CallState): { readonly whole: string; readonly local: string } {
  const { machine, state: place } = frontPlace(state)
  const definition = machineOf(pack, machine, state.channel)
  const here = frontState(pack, state)
  const seen = state.machines[machine]?.seen ?? {}
  const repeats = (states: readonly MachineState[]) =>
    states.flatMap(({ on }) =>
      on.flatMap(({ when }) => (when ? [`${when.seen}${Math.min(when.times, seen[when.seen] ?? 0)}/${when.times}`] : [])),
    )
  const near = [here, ...here.on.flatMap(({ to }) => (to === undefined ? [] : (definition.states[to] ?? [])))]
  const waits = missing(pack, [...new Set(near.flatMap((state) => state.requires))], state)
  const local = [machine, place, ...repeats([here]), ...waits].join(' ')
  return { local, whole: [local, ...new Set(repeats(Object.values(definition.states)))].join(' ') }
}

/** Time stands still and ids count up: a walk is the same every time. */
export function walkingEnv(now = Date.UTC(2026, 0, 5, 2)): Env {
  let ids = 0
  return { now, newId: () => `walk-${++ids}` }
}
