import { moveGate } from '../../core/gates.ts'
import type { Finding, Findings } from '../../core/heard.ts'
import { fresh, idsOf } from '../../core/heard-turns.ts'
import type { Move, Scenario } from '../../core/pack.ts'
import { inFront, JOURNEY } from '../../core/state.ts'
import { CALM_TURNS, pushOf } from '../../core/temper.ts'
import type { Signal } from '../../core/vocabulary.ts'
import { makeMove, shiftTemper } from '../moving.ts'
import type { Recorder } from '../recorder.ts'
import { startScenario } from '../scenarios.ts'
import type { Hear } from './hear-command.ts'
import { ask, mayApply, noteApplied } from './suggesting.ts'

/** What the customer says: first what cannot wait, then what it changes in the step that is on, in temper, and which scenario it opens. */
export function hearCustomer(record: Recorder, { turn, findings }: Hear, corrects: boolean): void {
  const dangers = dangersIn(record, findings.signals, findings.scenarios)
  for (const { scenario, found } of dangers) ask(record, { what: { type: 'scenario', scenario: scenario.id }, found, turn }, true)
  // The words of a turn are mended after the fact; what was done because of it is for the agent to take back.
  if (corrects) return
  const { temper } = record.state
  const moved = move(record, turn, findings)
  if (record.state.temper === temper) feel(record, turn, findings.signals)
  if (!moved) openScenario(record, turn, findings.scenarios)
}

/** Signals that are a danger whatever else is said … */
const ALWAYS: readonly Signal[] = ['self-harm', 'threat-violence']
/** … and those that are one together with the scenario that they point to; anger alone is none. */
const TOGETHER: readonly Signal[] = ['crowd', 'recording', 'threat-media']
/** How likely the scenario must be at least that such another cue points to. */
const HINTED = 0.1

/** The interrupting scenarios that an utterance speaks of, by name or by their own cue signals, each once. */
function dangersIn(record: Recorder, signals: readonly Finding<Signal>[], scenarios: readonly Finding[]) {
  const { pack, state } = record
  const found = ({ id, cues }: Scenario): Finding | undefined => {
    const named = scenarios.find((each) => each.id === id)
    if (named && named.score >= pack.listening.ask.scenario) return named
    const cued = signals.filter((signal) => cues.signals.includes(signal.id))
    const hinted = (named?.score ?? 0) >= HINTED
    return cued.find(({ id: signal }) => ALWAYS.includes(signal) || (hinted && TOGETHER.includes(signal)))
  }
  return Object.values(pack.scenarios).flatMap((scenario) => {
    const { interrupts, channels, id } = scenario
    if (!interrupts || !channels.includes(state.channel) || state.dangers.some((each) => each.scenario === id)) return []
    const because = found(scenario)
    return because ? [{ scenario, found: { score: because.score, because: because.because } }] : []
  })
}

/** The move that the customer makes in the step that is on: made when it is sure, else put to the agent. */
function move(record: Recorder, turn: string, { moves, signals }: Findings): boolean {
  const { pack, state } = record
  const { apply, ask: least } = pack.listening
  const best = moves.find(({ id }) => moveGate(pack, state, id) === undefined)
  if (!best || best.score < least.move || !borneOut(pack.moves[best.id], idsOf(signals))) return false
  const what = { type: 'move', machine: inFront(state), move: best.id } as const
  const found = { score: best.score, because: best.because }
  if (best.score < apply.move || !mayApply(record, what)) {
    ask(record, { what, found, turn }, false)
    return false
  }
  makeMove(record, best.id)
  noteApplied(record, { what, found, turn })
  return true
}

/** Whether the signals of an utterance bear out a move: those that it carries, and for one that escalates at least some alarm. */
function borneOut(move: Move | undefined, signals: readonly Signal[]): boolean {
  if (!move) return false
  if (move.signals.length > 0) return move.signals.some((signal) => signals.includes(signal))
  return move.kind !== 'escalates' || signals.some(raises)
}

/** What the wording does to temper: by signals that are new, or because it is one calm turn more. */
function feel(record: Recorder, turn: string, signals: readonly Finding<Signal>[]): void {
  const { pack, state } = record
  const { apply, ask: least } = pack.listening
  const news = fresh(idsOf(signals), state.heard, turn)
  const sure = signals.filter(({ id, score }) => news.includes(id) && score >= apply.signal)
  const push = pushOf(idsOf(sure))
  if (push) {
    const [first] = sure.filter(({ id }) => pushOf([id]) === push)
    const refused = shiftTemper(record, push, { type: 'signals', signals: idsOf(sure) })
    if (first && !refused)
      noteApplied(record, { what: { type: 'signal', signal: first.id }, found: { score: first.score, because: first.because }, turn })
    return
  }
  const unsure = signals.find(({ id, score }) => news.includes(id) && score >= least.signal && raises(id) && !ALWAYS.includes(id))
  if (unsure) {
    const { id, score, because } = unsure
    ask(record, { what: { type: 'signal', signal: id }, found: { score, because }, turn }, false)
  } else if (state.calmTurns >= CALM_TURNS) shiftTemper(record, 'down', { type: 'calm-turns' })
}

/** Whether it is worth asking about: what would lower temper comes about by itself with calm turns. */
function raises(signal: Signal): boolean {
  const push = pushOf([signal])
  return push !== undefined && push !== 'down'
}

/** The scenario that the talk is about, by this turn and those before: opened when it is sure and nothing else is going on, else put to the agent. */
function openScenario(record: Recorder, turn: string, scenarios: readonly Finding[]): void {
  const { pack, state } = record
  const { apply, ask: least } = pack.listening
  const [best] = scenarios
    .filter(({ id }) => pack.scenarios[id]?.channels.includes(state.channel) && !pack.scenarios[id]?.interrupts)
    .map(({ id, because }) => ({ id, because, score: state.evidence[id] ?? 0 }))
    .sort((a, b) => b.score - a.score)
  if (!best || best.score < least.scenario || state.order.includes(best.id)) return
  const what = { type: 'scenario', scenario: best.id } as const
  const found = { score: best.score, because: best.because }
  const free = inFront(state) === JOURNEY && state.settled.every(({ scenario }) => scenario !== best.id)
  if (best.score >= apply.scenario && free && mayApply(record, what)) {
    startScenario(record, best.id)
    noteApplied(record, { what, found, turn })
  } else ask(record, { what, found, turn }, false)
}
