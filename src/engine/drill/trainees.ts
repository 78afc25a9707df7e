import type { Answer } from '../../core/drill/answer.ts'
import { needsOf } from '../../core/drill/customer.ts'
import { endingOf } from '../../core/ending.ts'
import type { Command } from '../../core/events.ts'
import { moveGate, stepGate } from '../../core/gates.ts'
import { usable } from '../../core/lines.ts'
import { branch, frontState, machineOf, movesOf } from '../../core/machines.ts'
import { frontPlace, inFront, JOURNEY } from '../../core/state.ts'
import { view } from '../../core/view.ts'
import type { Stage } from '../../core/vocabulary.ts'
import { type DrillCall, type HearDrill, openMoves } from './drill-call.ts'
import { isOver } from './react.ts'

/** A scripted trainee: what they do next. The customer answers to what is said aloud. */
export type Trainee = (drill: DrillCall, now: number, hear: HearDrill, chance: () => number) => Command

/** Says the same few things whatever comes. */
export function parrot(lines: readonly string[], closing: readonly string[] = []): Trainee {
  return (drill, _now, hear, chance) => {
    const turn = drill.played.customer.mood.turns
    const pool = drill.played.customer.phase === 'agreed' && closing.length > 0 ? closing : lines
    const text = turn === 0 ? pool[0] : pool[1 + Math.floor(chance() * (pool.length - 1))]
    return spoken(drill, text ?? '', hear)
  }
}

/** How often an agent says the card in one place before they look for another way on. */
const INSISTS = 2

/**
 * Works as the panel proposes: switches when something else comes up, marks what the customer does and what was found, asks for what is not known
 * yet, does the steps, and says the line on the card.
 */
export const guided: Trainee = (drill, now, hear, chance) => {
  const { call, cast, answers } = drill
  const { pack, persona } = cast
  const { state } = call
  const last = answers.at(-1)
  // Keys are pressed one at a time: each may change what is open.
  const key = keyAfter(drill, last)
  if (key) return key
  const shown = view(state, pack, now)
  const steps = shown.steps.filter(({ id, done }) => !done && stepGate(pack, state, id) === undefined && !endsJourney(drill, id))
  const [step] = shown.card.said || state.stage === 'follow-up' ? steps : []
  if (step) return { type: 'DoStep', step: step.id }
  if (state.stage === 'follow-up' && inFront(state) === JOURNEY)
    return { type: 'EndCall', outcome: shown.ending.outcome ?? 'settled', ...reasonOf(drill) }
  if (isHandedOn(drill)) return { type: 'EndCall', outcome: shown.ending.outcome ?? 'escalated', ...reasonOf(drill) }
  const wanted = lineFor(drill, now)
  if (wanted !== undefined) return { type: 'SayLine', line: wanted, wording: 0, via: 'search' }
  const fact = nextFact()
  if (fact) return spoken(drill, fact.ask, hear)
  const { wordings } = shown.card
  const wording = Math.floor(chance() * Math.max(1, wordings.length - 1))
  return { type: 'SayLine', line: shown.card.line.id, wording, via: 'card' }

  /** The next question worth asking: not in the first breath, and what is sore only once they have been heard. */
  function nextFact() {
    const { mood, phase } = drill.played.customer
    if ((phase !== 'open' && phase !== 'unheard') || answers.length < 2) return undefined
    const asked = new Set(call.events.flatMap((event) => (event.type === 'Heard' && event.who === 'agent' ? [event.text] : [])))
    return persona.facts.find(
      ({ id, told, ask, secret }) => !told && !mood.told.includes(id) && !asked.has(ask) && (phase === 'open' || !secret),
    )
  }
}

const CLOSING: readonly Stage[] = ['agree', 'fulfil', 'care']

/** Customers who keep asking get what they ask for, if the scenario has words for it: the line is looked for. */
function lineFor({ call: { pack, state }, cast, answers, played }: DrillCall, now: number): string | undefined {
  const cool = answers.slice(-2)
  const insists = cool.length === 2 && cool.every(({ kind }) => kind === 'resists' || kind === 'escalates')
  // Nobody closes a call while the customer still waits for something.
  if (played.customer.phase !== 'open' || !(insists || CLOSING.includes(state.stage))) return undefined
  const { persona, rules, level } = cast
  const lacking = needsOf(persona, rules.levels[level]).filter((act) => !played.customer.mood.met[act])
  const machines = [...state.order].reverse().map((key) => machineOf(pack, key, state.channel))
  const lines = machines.flatMap(({ states }) =>
    Object.values(states).flatMap(({ say }) => say.flatMap(({ line }) => pack.lines[line] ?? [])),
  )
  const fits = lines.find(
    (line) =>
      line.acts.some((act) => lacking.includes(act)) && usable(pack, line, now, state) && !state.said.some((each) => each.line === line.id),
  )
  return fits?.id
}

/** The key that an agent presses for what has just happened; none when all that has happened is marked. */
function keyAfter(drill: DrillCall, last: Answer | undefined): Command | undefined {
  const { call, cast } = drill
  const { pack, persona } = cast
  const { state, events } = call
  // What it is about is opened even when the first words made something else happen, such as calling the manager.
  if (
    last?.key === 'opens' &&
    !state.order.includes(persona.scenario) &&
    !state.dangers.some(({ scenario }) => scenario === persona.scenario)
  )
    return { type: 'StartScenario', scenario: persona.scenario }
  const lastHeard = events.findLastIndex((event) => event.type === 'Heard' && event.who === 'customer')
  const since = events.slice(lastHeard)
  const pressed = since.some(({ type }) => type === 'MoveMade' || type === 'ScenarioStarted' || type === 'Interrupted')
  if (last && lastHeard >= 0 && !pressed) {
    if (last.scenario && !state.dangers.some(({ scenario }) => scenario === last.scenario) && !state.order.includes(last.scenario))
      return { type: 'StartScenario', scenario: last.scenario }
    const open = openMoves(pack, state)
    const move = last.move !== undefined && open.includes(last.move) ? last.move : alike(last)
    if (move) return { type: 'MakeMove', move }
  }
  // One thing after the other: what is decided waits for what is found.
  const next = persona.truth.findIndex((id) => !events.some((event) => event.type === 'MoveMade' && event.move === id))
  const known = persona.truth.slice(0, next < 0 ? persona.truth.length : next + 1)
  const truth = findings().find((id) => known.includes(id))
  if (truth !== undefined && !wasMade(truth) && !wasJustMade(truth)) return { type: 'MakeMove', move: truth }
  // The scenario waits for something: what is nearest is marked rather than the same said a third time.
  if (saidHere() >= INSISTS) {
    const fits = openMoves(pack, state).filter((id) => pack.moves[id]?.kind === (last?.kind ?? 'follows') && id !== 'customer.thanks')
    const ways = [...findings().filter((id) => persona.truth.includes(id)), ...fits, ...findings(), ...openMoves(pack, state)]
    const way = ways.find((id) => !wasMade(id)) ?? ways[0]
    if (way !== undefined) return { type: 'MakeMove', move: way }
  }
  return undefined

  function alike({ kind, key }: Answer): string | undefined {
    if (key.startsWith('fact:') || key.startsWith('everyday:')) return undefined
    const open = openMoves(pack, state)
    // Nobody is said to have thanked, or to have meant nothing by it, who only sounded softer.
    if (kind === 'softens') return open.find((id) => id === 'customer.softens' || id === 'customer.accepts')
    return open.find((id) => pack.moves[id]?.kind === kind)
  }
  function findings(): readonly string[] {
    return movesOf(frontState(pack, state)).filter((id) => pack.moves[id]?.by === 'agent' && moveGate(pack, state, id) === undefined)
  }
  /** In this very step already. */
  function wasMade(move: string): boolean {
    const place = frontPlace(state)
    const entered = events.findLastIndex((event) => event.type === 'StateEntered' && event.machine === place.machine)
    return events.slice(entered).some((event) => event.type === 'MoveMade' && event.move === move)
  }
  /** Since anything was said: two steps that lead to each other would go on for ever. */
  function wasJustMade(move: string): boolean {
    const spoken = events.findLastIndex((event) => event.type === 'LineSaid' || event.type === 'Heard')
    return events.slice(spoken + 1).some((event) => event.type === 'MoveMade' && event.move === move)
  }
  function saidHere(): number {
    return state.machines[inFront(state)]?.said.length ?? 0
  }
}

/** The last step of a journey ends nothing by itself, so that it stays to be done. */
function endsJourney({ call: { pack, state } }: DrillCall, step: string): boolean {
  const own = branch(frontState(pack, state), { type: 'step', step }, state.machines[inFront(state)]?.seen ?? {})
  return (
    own?.to !== undefined &&
    machineOf(pack, inFront(state), state.channel).states[own.to]?.final !== undefined &&
    inFront(state) === JOURNEY
  )
}

/** Somebody else has taken over: nothing is left to say here. */
function isHandedOn({ call: { pack, state } }: DrillCall): boolean {
  const { reason } = endingOf(pack, state)
  return reason !== undefined && inFront(state) === JOURNEY && state.dangers.length === 0
}

function reasonOf({ call: { pack, state } }: DrillCall) {
  const { reason } = endingOf(pack, state)
  return reason ? { reason } : {}
}

function spoken(drill: DrillCall, text: string, hear: HearDrill): Command {
  return { type: 'Hear', turn: `${drill.call.state.id}:${drill.call.events.length}`, who: 'agent', text, findings: hear(text, 'agent', []) }
}

/** Whether a drill has come to its end. */
export function isDone(drill: DrillCall): boolean {
  return isOver(drill.played) || drill.call.state.ended !== undefined
}
