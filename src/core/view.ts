import { checkpointStatus, lacking, missing } from './checkpoints.ts'
import { type CurvePoint, curve } from './curve.ts'
import type { Callers } from './earlier-call.ts'
import { type EndingView, endingOf } from './ending.ts'
import { moveGate, stageGate, stepGate, temperGate } from './gates.ts'
import { brokenBefore, owedBefore } from './history.ts'
import { address, choose, fill, slotValues, withheld, wordingsOf } from './lines.ts'
import { type ListeningView, listeningView } from './listening-view.ts'
import { frontState, machineOf, movesOf, stateOf } from './machines.ts'
import type { MadePromise } from './made-promise.ts'
import { matterTitle } from './matter.ts'
import type { CompiledPack, Line, MachineState, Move, Say, Swap, Title } from './pack.ts'
import { type PromiseStatus, promiseStatus, uncertainYear } from './promises.ts'
import { refundRole, whoDecides } from './rules/refund.ts'
import { standingOf } from './standing.ts'
import type { Ending } from './state.ts'
import { ACKNOWLEDGING, type CallState, frontPlace, inFront, JOURNEY } from './state.ts'
import { HEAT } from './temper.ts'
import {
  CHECKPOINTS,
  type Channel,
  type Checkpoint,
  type CheckpointStatus,
  type Danger,
  type Outcome,
  type Stage,
  type Temper,
} from './vocabulary.ts'

/** All that the panel shows of a call at one moment. */
export interface CallView {
  readonly channel: Channel
  readonly who: WhoView
  /** Milliseconds since the call began, or its whole length once it has ended. */
  readonly elapsed: number
  readonly stage: Stage
  readonly stages: readonly StageView[]
  readonly curve: readonly CurvePoint[]
  readonly checkpoints: readonly CheckpointView[]
  readonly temper: TemperView
  readonly danger?: { readonly scenario: string; readonly title: Title; readonly class: Danger; readonly waiting: number }
  /** The machine in front. */
  readonly front: { readonly machine: string; readonly state: string; readonly title: Title }
  readonly scenarios: readonly ScenarioView[]
  readonly card: CardView
  readonly steps: readonly StepView[]
  readonly avoid: readonly Swap[]
  readonly moves: readonly MoveView[]
  readonly promises: readonly PromiseView[]
  /** Absent until earlier calls of this customer are known. */
  readonly history?: HistoryView
  /** Absent in a pack without the tables for it. */
  readonly standing?: StandingView
  readonly ending: EndingView
  readonly ended?: Ending
  readonly muted: boolean
  /** Absent in a call in which nothing has been heard. */
  readonly listening?: ListeningView
}

export interface WhoView {
  /** 王女士, when surname and title are known. */
  readonly address?: string
  readonly surname?: string
  readonly title?: Title
  readonly tier?: Title
  readonly brand?: Title
  readonly matter?: string
}

export interface StageView {
  readonly stage: Stage
  readonly title: Title
  readonly status: 'done' | 'now' | 'ahead'
  /** Why the call cannot be moved there by hand; absent when it can. */
  readonly closed?: Title
}

export interface CheckpointView {
  readonly id: Checkpoint
  readonly stage: Stage
  readonly title: Title
  readonly word: Title
  readonly status: CheckpointStatus
  readonly lacks: readonly Title[]
  /** Share of its needs that were seen, 0 to 1. */
  readonly filled: number
}

export interface TemperView {
  readonly level: Temper
  readonly trend: 'up' | 'down' | 'flat'
  readonly canUp: boolean
  readonly canDown: boolean
}

export interface ScenarioView {
  readonly id: string
  readonly title: Title
  readonly status: 'front' | 'open' | 'settled'
}

/** Why this card is shown, most pressing first. */
export type CardKind = 'danger' | 'broken' | 'promise' | 'temper' | 'bridge' | 'authority' | 'script'

export interface CardView {
  readonly kind: CardKind
  readonly line: Line
  /** Every wording with its slots filled; the short one is last. */
  readonly wordings: readonly string[]
  /** Index of the wording on show. */
  readonly shown: number
  readonly said: boolean
  /** Why it stands in for the state's own line. */
  readonly because?: Title
}

export interface StepView {
  readonly id: string
  readonly title: Title
  readonly done: boolean
  readonly closed?: Title
}

export interface MoveView {
  readonly id: string
  readonly move: Move
  readonly closed?: Title
}

export interface PromiseView {
  /** The event with which it was made. */
  readonly id: string
  /** Its rule. */
  readonly promise: string
  /** The earlier call that made it; absent for this one. */
  readonly call?: string
  readonly what: Title
  /** Milliseconds since the epoch. */
  readonly due: number
  readonly status: PromiseStatus
  /** Who may promise it. */
  readonly role: Title
  /** Whether that is every agent. */
  readonly ownAuthority: boolean
  /** A year on which it rests whose holidays are not known. */
  readonly uncertain?: number
}

/** Earlier calls of this customer. */
export interface HistoryView {
  readonly calls: number
  /** When the last one began. */
  readonly lastAt: number
  readonly matter?: Title
  readonly outcome?: Outcome
}

/** How the complaint stands by the manual. */
export interface StandingView {
  readonly classes: readonly Title[]
  readonly urgent: boolean
  /** Within how many hours from the call's beginning it is answered, and when that is. */
  readonly hours: number
  readonly due: number
  readonly callers?: Callers
}

export const STEPS_SHOWN = 3
const AVOID_SHOWN = 2

/**
 * Everything the panel shows, from the state of a call. Pure: the same arguments give the same view.
 *
 * @param now milliseconds since the epoch
 */
export function view(state: CallState, pack: CompiledPack, now: number): CallView {
  const front = frontState(pack, state)
  const place = frontPlace(state)
  const chosen = chooseCard(pack, state, front, now)
  const danger = state.dangers[state.dangers.length - 1]
  return {
    channel: state.channel,
    who: whoOf(pack, state),
    elapsed: Math.max(0, (state.ended?.at ?? now) - state.startedAt),
    stage: state.stage,
    stages: stagesOf(pack, state),
    curve: curve(pack, state),
    checkpoints: CHECKPOINTS.map((id) => checkpointOf(pack, state, id)),
    temper: temperOf(state),
    ...(danger
      ? {
          danger: {
            scenario: danger.scenario,
            title: machineOf(pack, danger.scenario, state.channel).title,
            class: danger.danger,
            waiting: state.dangers.length - 1,
          },
        }
      : {}),
    front: { ...place, title: machineOf(pack, place.machine, state.channel).title },
    scenarios: scenariosOf(pack, state),
    card: cardOf(pack, state, chosen),
    steps: stepsOf(pack, state, chosen.steps),
    avoid: chosen.avoid.flatMap((id) => pack.swaps[id] ?? []).slice(0, AVOID_SHOWN),
    moves: movesOf(front).flatMap((id) => moveOf(pack, state, id)),
    promises: [
      ...owedBefore(state).map((promise) => ({ ...promiseOf(pack, promise, now), call: promise.call })),
      ...state.promises.map((promise) => promiseOf(pack, promise, now)),
    ],
    ...historyOf(pack, state),
    ...standingView(pack, state),
    ending: endingOf(pack, state),
    ...(state.ended ? { ended: state.ended } : {}),
    muted: state.muted,
    ...(state.heard.length > 0 || state.hungUp ? { listening: listeningView(pack, state, now) } : {}),
  }
}

function promiseOf(pack: CompiledPack, promise: MadePromise, now: number): PromiseView {
  const role = pack.roles.find(({ id }) => id === pack.promises[promise.promise]?.authority)
  const uncertain = uncertainYear(pack, promise)
  return {
    id: promise.id,
    promise: promise.promise,
    what: promiseTitle(pack, promise),
    due: promise.due,
    status: promiseStatus(pack, promise, now),
    role: role?.title ?? { zh: '', en: '' },
    ownAuthority: role !== undefined && role === pack.roles[0],
    ...(uncertain === undefined ? {} : { uncertain }),
  }
}

function historyOf(pack: CompiledPack, { history }: CallState): Pick<CallView, 'history'> {
  const [last] = history?.earlier ?? []
  if (!history || !last) return {}
  return {
    history: {
      calls: history.earlier.length,
      lastAt: last.at,
      ...(last.matter === undefined ? {} : { matter: matterTitle(pack, last.matter) }),
      ...(last.outcome ? { outcome: last.outcome } : {}),
    },
  }
}

function standingView(pack: CompiledPack, state: CallState): Pick<CallView, 'standing'> {
  const standing = standingOf(pack, state)
  if (!standing) return {}
  const { classes, urgent, hours, due } = standing
  return {
    standing: {
      classes: classes.map(({ title }) => title),
      urgent,
      hours,
      due,
      ...(state.history ? { callers: state.history.callers } : {}),
    },
  }
}

/** The line id on the card right now: what key 1 marks as said. */
export function cardLine(state: CallState, pack: CompiledPack, now: number): { readonly kind: CardKind; readonly line: Line } {
  const { kind, line } = chooseCard(pack, state, frontState(pack, state), now)
  return { kind, line }
}

interface Chosen {
  readonly kind: CardKind
  readonly line: Line
  readonly steps: readonly string[]
  readonly avoid: readonly string[]
  readonly because?: Title
}

/**
 * The one card, by priority: danger, a promise to this customer that was broken before, a promise about to break, an answer owed to anger, a requirement that is missing,
 * the script, or whose decision it is (docs/rules.md C1–C5, C7, P4).
 */
function chooseCard(pack: CompiledPack, state: CallState, front: MachineState, now: number): Chosen {
  const own = choose(pack, saysOf(pack, state, front), state, now)
  const script: Chosen = {
    kind: state.dangers.length > 0 ? 'danger' : 'script',
    line: own ?? fallback(pack, state, now),
    steps: front.do,
    avoid: front.avoid,
  }
  if (state.dangers.length > 0) return script

  const broken = openingOf(pack, state, front, script, now)
  if (broken) return broken

  for (const promise of state.promises) {
    const rule = pack.promises[promise.promise]
    const status = promiseStatus(pack, promise, now)
    if (!rule || (status !== 'soon' && status !== 'overdue')) continue
    const line = choose(pack, asSays(rule.nudge), state, now)
    if (line) return { ...script, kind: 'promise', line, because: rule.what }
  }

  const acknowledges = own?.acts.some((act) => ACKNOWLEDGING.includes(act)) ?? false
  if (state.answerOwed && !acknowledges && state.temper !== 'calm') {
    const card = pack.tempers[state.temper]
    const line = choose(pack, asSays(card.say), state, now)
    if (line) return { kind: 'temper', line, steps: card.do, avoid: card.avoid, because: card.title }
  }

  for (const id of missing(pack, front.requires, state)) {
    const requirement = pack.requirements[id]
    if (own?.acts.some((act) => requirement.acts.includes(act))) continue
    const line = choose(pack, asSays(requirement.say), state, now)
    const steps = [...requirement.steps, ...front.do.filter((step) => !requirement.steps.includes(step))]
    if (line) return { ...script, kind: 'bridge', line, steps, because: requirement.title }
  }
  return own ? script : (beyondAuthority(pack, state, front, script, now) ?? script)
}

/** What a call opens with when an earlier promise was broken: until it is said, and at the first step also after that, for it is the greeting. */
function openingOf(pack: CompiledPack, state: CallState, front: MachineState, script: Chosen, now: number): Chosen | undefined {
  const [first] = pack.broken ? brokenBefore(pack, state) : []
  if (!pack.broken || !first) return undefined
  const line = choose(pack, asSays(pack.broken.say), state, now)
  const said = state.said.some((each) => pack.broken?.say.includes(each.line))
  const greets = inFront(state) === JOURNEY && front.id === machineOf(pack, JOURNEY, state.channel).entry
  if (!line || (said && !greets)) return undefined
  return { ...script, kind: 'broken', line, steps: pack.broken.do, avoid: pack.broken.avoid, because: promiseTitle(pack, first) }
}

/** What was promised: in the words of the agent, or as the rule calls it. */
export function promiseTitle(pack: CompiledPack, { promise, words }: Pick<MadePromise, 'promise' | 'words'>): Title {
  if (words) return { zh: words, en: words }
  return pack.promises[promise]?.what ?? { zh: promise, en: promise }
}

/** What to say where the script would promise what only somebody else may: whose decision it is. */
function beyondAuthority(pack: CompiledPack, state: CallState, front: MachineState, script: Chosen, now: number): Chosen | undefined {
  const promise = withheld(pack, saysOf(pack, state, front), state, now)
  const rule = pack.promises[promise ?? '']
  const line = rule && choose(pack, asSays(rule.beyond?.say ?? []), state, now)
  if (!line) return undefined
  const role = rule.refunds ? refundRole(pack, state.refund) : undefined
  const because = role && state.refund !== undefined ? whoDecides(state.refund, role) : rule.what
  return { ...script, kind: 'authority', line, steps: rule.beyond?.do ?? [], because }
}

/** A state's own lines; at the close, those that a scenario in this call has put in their place, the last one's first. */
function saysOf(pack: CompiledPack, state: CallState, front: MachineState): readonly Say[] {
  if (inFront(state) !== JOURNEY) return front.say
  const closing = state.settled.toReversed().flatMap(({ scenario }) => pack.scenarios[scenario]?.closing[front.id] ?? [])
  return [...closing, ...front.say]
}

function asSays(lines: readonly string[]): readonly Say[] {
  return lines.map((line) => ({ line }))
}

function fallback(pack: CompiledPack, state: CallState, now: number): Line {
  const line = choose(pack, asSays(pack.fallbackLines), state, now) ?? pack.lines[pack.fallbackLines[0] ?? '']
  if (!line) throw new Error(`pack ${pack.id} has no fallback line`)
  return line
}

function cardOf(pack: CompiledPack, state: CallState, { kind, line, because }: Chosen): CardView {
  const wordings = wordingsOf(line)
  return {
    kind,
    line,
    wordings: wordings.map((wording) => fill(pack, wording, slotValues(pack, state))),
    shown: Math.min(state.wordings[line.id] ?? 0, wordings.length - 1),
    said: state.machines[inFront(state)]?.said.includes(line.id) ?? false,
    ...(because ? { because } : {}),
  }
}

function whoOf(pack: CompiledPack, { profile }: CallState): WhoView {
  const titled = <T extends { id: string; title: Title }>(choices: readonly T[], id: string | undefined) =>
    choices.find((choice) => choice.id === id)?.title
  const title = titled(pack.profile.titles, profile.title)
  const tier = titled(pack.profile.tiers, profile.tier)
  const brand = titled(pack.profile.brands, profile.brand)
  const addressed = address(pack, profile)
  return {
    ...(addressed ? { address: addressed } : {}),
    ...(profile.surname ? { surname: profile.surname } : {}),
    ...(title ? { title } : {}),
    ...(tier ? { tier } : {}),
    ...(brand ? { brand } : {}),
    ...(profile.matter ? { matter: profile.matter } : {}),
  }
}

function stagesOf(pack: CompiledPack, state: CallState): readonly StageView[] {
  const seen = new Set(state.stagesSeen.map((visit) => visit.stage))
  return pack.blueprint[state.channel].map((stage) => {
    const refusal = stageGate(pack, state, stage)
    return {
      stage,
      title: pack.stages[stage].title,
      status: stage === state.stage ? 'now' : seen.has(stage) ? 'done' : 'ahead',
      ...(refusal ? { closed: refusal.why } : {}),
    }
  })
}

function checkpointOf(pack: CompiledPack, state: CallState, id: Checkpoint): CheckpointView {
  const rule = pack.checkpoints[id]
  const lacks = lacking(rule, state)
  return {
    id,
    stage: rule.stage,
    title: rule.title,
    word: rule.word,
    status: checkpointStatus(rule, state),
    lacks,
    filled: 1 - lacks.length / rule.needs.length,
  }
}

function temperOf(state: CallState): TemperView {
  const [before, last] = state.tempers.slice(-2).length === 2 ? state.tempers.slice(-2) : [undefined, state.tempers[0]]
  const from = before?.to ?? 'calm'
  const trend = !last || last.to === from ? 'flat' : HEAT[last.to] > HEAT[from] ? 'up' : 'down'
  return { level: state.temper, trend, canUp: !temperGate(state, 'up'), canDown: !temperGate(state, 'down') }
}

function scenariosOf(pack: CompiledPack, state: CallState): readonly ScenarioView[] {
  const front = inFront(state)
  const open = [...state.order.filter((id) => id !== JOURNEY), ...state.dangers.map((each) => each.scenario)].reverse()
  const titled = (id: string) => ({ id, title: machineOf(pack, id, state.channel).title })
  return [
    ...open.map((id): ScenarioView => ({ ...titled(id), status: id === front ? 'front' : 'open' })),
    ...state.settled.map(({ scenario }): ScenarioView => ({ ...titled(scenario), status: 'settled' })),
  ]
}

function stepsOf(pack: CompiledPack, state: CallState, ids: readonly string[]): readonly StepView[] {
  const awaited = new Set(frontState(pack, state).on.flatMap(({ trigger }) => (trigger.type === 'step' ? [trigger.step] : [])))
  return ids.slice(0, STEPS_SHOWN).flatMap((id) => {
    const step = pack.steps[id]
    if (!step) return []
    const refusal = stepGate(pack, state, id)
    return {
      id,
      title: step.title,
      // Done earlier, but this step waits for it to be done here: its key leads on.
      done: state.stepsDone.includes(id) && !awaited.has(id),
      ...(refusal ? { closed: refusal.why } : {}),
    }
  })
}

function moveOf(pack: CompiledPack, state: CallState, id: string): readonly MoveView[] {
  const move = pack.moves[id]
  if (!move) return []
  const refusal = moveGate(pack, state, id)
  return refusal?.code === 'move-not-here' ? [] : [{ id, move, ...(refusal ? { closed: refusal.why } : {}) }]
}

/** Where the call will come back to when the danger in charge is over: for the panel's words. */
export function waitingPlace(state: CallState, pack: CompiledPack): { readonly title: Title; readonly stage: Stage } {
  const below = { ...state, dangers: state.dangers.slice(0, -1) }
  const { machine } = frontPlace(below)
  const definition = machineOf(pack, machine, state.channel)
  return { title: definition.title, stage: stateOf(definition, state.machines[machine]?.state).stage }
}
