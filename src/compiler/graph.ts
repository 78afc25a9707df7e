import type { Machine, MachineState, Transition } from '../core/pack.ts'

export interface Edge {
  readonly from: MachineState
  readonly to: MachineState
  readonly by: Transition
}

/** Where a state can lead, each branch an edge. */
function edgesFrom(machine: Machine, state: MachineState): Edge[] {
  return state.on.flatMap((by) => {
    const to = by.to === undefined ? undefined : machine.states[by.to]
    return to ? [{ from: state, to, by }] : []
  })
}

/** States that can be reached from the entry. */
export function reachable(machine: Machine): Set<string> {
  const seen = new Set<string>()
  const waiting = machine.states[machine.entry] ? [machine.entry] : []
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const state = machine.states[id]
    if (!state || seen.has(id)) continue
    seen.add(id)
    for (const { to } of edgesFrom(machine, state)) waiting.push(to.id)
  }
  return seen
}

/** States from which some final state can be reached. */
export function reachesFinal(machine: Machine): Set<string> {
  const states = Object.values(machine.states)
  const reaching = new Set(states.filter((state) => state.final).map((state) => state.id))
  for (let grew = true; grew; ) {
    grew = false
    for (const state of states) {
      if (reaching.has(state.id) || !edgesFrom(machine, state).some(({ to }) => reaching.has(to.id))) continue
      reaching.add(state.id)
      grew = true
    }
  }
  return reaching
}

/** A fact about the path so far, carried along every path at once. */
export interface Tracked<F> {
  readonly state: MachineState
  readonly fact: F
  /** One path that leads here with this fact, as state ids. */
  readonly path: readonly string[]
}

/**
 * Walks every path of a machine with a fact that each edge may change, and calls `visit` once for each different pair of state
 * and fact. As the fact has few values this covers all paths, loops included, without counting them.
 *
 * @param along the fact after an edge has been taken
 */
export function track<F extends string | number | boolean>(
  machine: Machine,
  start: F,
  along: (fact: F, edge: Edge) => F,
  visit: (at: Tracked<F>) => void,
): void {
  const entry = machine.states[machine.entry]
  const seen = new Set<string>()
  const waiting: Tracked<F>[] = entry ? [{ state: entry, fact: start, path: [entry.id] }] : []
  for (let at = waiting.shift(); at; at = waiting.shift()) {
    const key = `${at.state.id} ${at.fact}`
    if (seen.has(key)) continue
    seen.add(key)
    visit(at)
    for (const edge of edgesFrom(machine, at.state)) {
      waiting.push({ state: edge.to, fact: along(at.fact, edge), path: [...at.path, edge.to.id] })
    }
  }
}
