import { missing } from '../core/checkpoints.ts'
import type { Command } from '../core/events.ts'
import { requirementsOf } from '../core/gates.ts'
import { frontState, machineOf } from '../core/machines.ts'
import type { CompiledPack, RequirementId } from '../core/pack.ts'
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
  /** Different situations in which the machine was left. */
  readonly ends: number
}

/**
 * Walks a machine through the engine: from its entry, every line, step and move in every situation that differs, each once.
 * Situations are told apart by place, by the repeats that branches ask for, and by requirements still missing.
 *
 * @param machine a scenario's id, or `journey`
 * `visit` sees every situation, `settled` every end.
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
  const waiting: { call: Call; path: readonly Command[] }[] = first ? [{ call: first, path: [] }] : []
  let paths = 0
  let ends = 0
  for (let at = waiting.shift(); at; at = waiting.shift()) {
    const { call, path } = at
    const key = situation(pack, call.state)
    if (known.has(key)) continue
    known.add(key)
    const seen: Visit = { call, path, view: view(call.state, pack, env.now) }
    if (inFront(call.state) !== machine) {
      ends += 1
      settled(seen)
      continue
    }
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

const REQUIREMENTS: readonly RequirementId[] = ['acknowledged', 'identity', 'looked-up', 'position-or-offer']

function situation(pack: CompiledPack, state: CallState): string {
  const { machine, state: place } = frontPlace(state)
  const definition = machineOf(pack, machine, state.channel)
  const asked = new Map<string, number>()
  for (const { on } of Object.values(definition.states)) {
    for (const { when } of on) if (when) asked.set(when.seen, Math.max(when.times, asked.get(when.seen) ?? 0))
  }
  const seen = state.machines[machine]?.seen ?? {}
  const repeats = [...asked].map(([id, times]) => Math.min(times, seen[id] ?? 0))
  const waits = missing(pack, [...new Set([...REQUIREMENTS, ...requirementsOf(frontState(pack, state))])], state)
  return JSON.stringify([machine, place, repeats, waits, state.settled.length])
}

/** Time stands still and ids count up: a walk is the same every time. */
export function walkingEnv(now = Date.UTC(2026, 0, 5, 2)): Env {
  let ids = 0
  return { now, newId: () => `walk-${++ids}` }
}
