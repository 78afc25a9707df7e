import type { CaseFact, CaseFactValue } from './case-facts.ts'
import type { History } from './earlier-call.ts'
import type { CallEvent, FormFields, PackRef, Place, Profile, TemperCause, Wording } from './events.ts'
import type { Slip, Suggestion } from './heard.ts'
import { gathered, type HeardTurn, idsOf, isCalm, withTurn } from './heard-turns.ts'
import { invariant } from './invariant.ts'
import type { MadePromise } from './made-promise.ts'
import type { MoveKind } from './pack.ts'
import { HEAT } from './temper.ts'
import { type Act, type Channel, DANGERS, type Danger, type EndReason, type Outcome, type Stage, type Temper } from './vocabulary.ts'

/** The key under which a call's journey runs, whichever channel's blueprint it follows. */
export const JOURNEY = 'journey'

/** A call at one moment: the fold of its log, nothing more. */
export interface CallState {
  readonly id: string
  readonly seq: number
  readonly pack: PackRef
  readonly channel: Channel
  readonly profile: Profile
  /** Number of the agent who took the call, as the customer may hear it. */
  readonly agent?: string
  readonly note: string
  /** What would go back, in yuan, with the equal part that may be added. */
  readonly refund?: number
  /** Stands for the customer in this browser and nowhere else. */
  readonly ref?: string
  readonly facts: Readonly<Partial<Record<CaseFact, CaseFactValue>>>
  /** What other calls tell about this one, once they have been asked. */
  readonly history?: History
  /** Fields that the agent has completed, by form. */
  readonly forms: Readonly<Record<string, FormFields>>
  readonly startedAt: number
  readonly ended?: Ending
  /** Where each machine stands that has been in this call, journeys included. */
  readonly machines: Readonly<Record<string, Running>>
  /** Machines that are open, the front one last. The journey is always among them. */
  readonly order: readonly string[]
  /** Scenarios that reached their end. */
  readonly settled: readonly Settled[]
  /** Interrupting scenarios, the one in charge last: the most urgent, and among equals the newest. */
  readonly dangers: readonly ActiveDanger[]
  readonly stage: Stage
  readonly stagesSeen: readonly { readonly stage: Stage; readonly at: number; readonly temper: Temper }[]
  readonly temper: Temper
  readonly tempers: readonly { readonly to: Temper; readonly at: number; readonly because: TemperCause }[]
  /** Customer turns in a row that gave no cause for alarm. */
  readonly calmTurns: number
  /** The customer got angrier and nothing has been said to that yet. */
  readonly answerOwed: boolean
  readonly acts: Readonly<Partial<Record<Act, number>>>
  readonly stepsDone: readonly string[]
  readonly rolesGranted: readonly string[]
  readonly said: readonly SaidLine[]
  readonly wordings: Readonly<Record<string, number>>
  readonly promises: readonly MadePromise[]
  /** Rungs of concession ladders that the customer turned down, each as often as it happened. */
  readonly refusedRungs: readonly RefusedRung[]
  readonly muted: boolean
  /** The latest turns that were heard, the last one last. */
  readonly heard: readonly HeardTurn[]
  /** How much the customer's last turns speak for each scenario, the older the less. */
  readonly evidence: Readonly<Record<string, number>>
  readonly suggestions: readonly Suggestion[]
  readonly slips: readonly Slip[]
  /** Whether the telephone system has said that the line is closed. */
  readonly hungUp: boolean
}

export interface Running {
  readonly state: string
  /** How often each state has been entered. */
  readonly seen: Readonly<Record<string, number>>
  /** Lines said since the current state was entered. */
  readonly said: readonly string[]
}

export interface ActiveDanger {
  readonly scenario: string
  readonly danger: Danger
}

export interface Settled {
  readonly scenario: string
  readonly outcome: Outcome
  readonly reason?: EndReason
}

export interface SaidLine {
  readonly line: string
  readonly wording: Wording
  readonly text: string
  readonly at: number
}

export interface RefusedRung {
  readonly rung: string
  /** How many lines had been said by then: one that is said later offers it anew. */
  readonly after: number
}

export interface Ending {
  readonly at: number
  readonly outcome: Outcome
  readonly reason?: EndReason
}

/** Acts that answer a feeling rather than a matter. */
export const ACKNOWLEDGING: readonly Act[] = ['empathy', 'apology', 'restate']

/**
 * Folds a whole log, leaving out what was undone.
 *
 * @param events a call's events by sequence number, beginning with `CallStarted`
 */
export function fold(events: readonly CallEvent[]): CallState {
  const undone = new Set<string>()
  for (const event of events) if (event.type === 'Undone') undone.add(event.undoes)
  let state: CallState | undefined
  for (const event of events) {
    const takenBack = undone.has(event.cause)
    if (takenBack && !EDITS.has(event.type)) continue
    state = evolve(state, event)
    if (takenBack && event.type === 'Suggested') state = { ...state, suggestions: takeBack(state.suggestions, event.suggestion) }
  }
  invariant(state, 'a log holds at least CallStarted')
  const last = events[events.length - 1]
  return last && last.seq !== state.seq ? { ...state, seq: last.seq } : state
}

/** Facts that stand whatever is undone: what is written about the customer, the card's wording, and what was really said. */
export const EDITS: ReadonlySet<CallEvent['type']> = new Set([
  'ProfileChanged',
  'NoteWritten',
  'RefundNoted',
  'CustomerIdentified',
  'CaseFactNoted',
  'HistoryFound',
  'FormFilled',
  'WordingPicked',
  'Undone',
  'Muted',
  'Unmuted',
  'Heard',
  'Suggested',
  'SuggestionAnswered',
  'SlipNoted',
  'HungUp',
])

/** The state after one more event. `Undone` needs the whole log: see {@link fold}. */
export function evolve(state: CallState | undefined, event: CallEvent): CallState {
  if (event.type === 'CallStarted') return begin(event)
  invariant(state, `a log begins with CallStarted, not ${event.type}`)
  return { ...apply(state, event), seq: event.seq }
}

function begin(event: CallEvent & { type: 'CallStarted' }): CallState {
  return {
    id: event.call,
    seq: event.seq,
    pack: event.pack,
    channel: event.channel,
    profile: event.profile,
    ...(event.agent ? { agent: event.agent } : {}),
    note: '',
    facts: {},
    forms: {},
    startedAt: event.at,
    machines: {},
    order: [JOURNEY],
    settled: [],
    dangers: [],
    stage: event.channel === 'hall' ? 'arrive' : 'contact',
    stagesSeen: [],
    temper: 'calm',
    tempers: [],
    calmTurns: 0,
    answerOwed: false,
    acts: {},
    stepsDone: [],
    rolesGranted: [],
    said: [],
    wordings: {},
    promises: [],
    refusedRungs: [],
    muted: false,
    heard: [],
    evidence: {},
    suggestions: [],
    slips: [],
    hungUp: false,
  }
}

function apply(state: CallState, event: Exclude<CallEvent, { type: 'CallStarted' }>): CallState {
  switch (event.type) {
    case 'ProfileChanged':
      return { ...state, profile: event.profile }
    case 'ChannelChanged':
      // The journey of the other channel enters its state next and takes the place of this one.
      return { ...state, channel: event.channel }
    case 'NoteWritten':
      return { ...state, note: event.text }
    case 'RefundNoted': {
      const { refund: _, ...others } = state
      return event.yuan === undefined ? others : { ...others, refund: event.yuan }
    }
    case 'CustomerIdentified':
      return { ...state, ref: event.ref }
    case 'CaseFactNoted': {
      const others = without(state.facts, event.fact)
      return { ...state, facts: event.value === undefined ? others : { ...others, [event.fact]: event.value } }
    }
    case 'HistoryFound':
      return { ...state, history: { earlier: event.earlier, callers: event.callers } }
    case 'FormFilled':
      return { ...state, forms: { ...state.forms, [event.form]: { ...state.forms[event.form], ...event.fields } } }
    case 'LineSaid': {
      const acknowledged = event.acts.some((act) => ACKNOWLEDGING.includes(act))
      const machine = inFront(state)
      const running = state.machines[machine]
      return {
        ...state,
        acts: count(state.acts, event.acts),
        answerOwed: state.answerOwed && !acknowledged,
        said: [...state.said, { line: event.line, wording: event.wording, text: event.text, at: event.at }],
        machines: running ? { ...state.machines, [machine]: { ...running, said: [...running.said, event.line] } } : state.machines,
      }
    }
    case 'WordingPicked':
      return { ...state, wordings: { ...state.wordings, [event.line]: event.wording } }
    case 'StepDone':
      return {
        ...state,
        acts: count(state.acts, event.acts),
        stepsDone: [...state.stepsDone.filter((step) => step !== event.step), event.step],
      }
    case 'StepReopened':
      return {
        ...state,
        acts: count(state.acts, event.acts, -1),
        stepsDone: state.stepsDone.filter((step) => step !== event.step),
      }
    case 'MoveMade':
      // What was heard has been counted as a turn already.
      return event.origin === 'heard' ? state : { ...state, calmTurns: calmTurnsAfter(state.calmTurns, event.kind) }
    case 'ScenarioStarted':
      // A scenario that comes up again starts afresh: its earlier end no longer stands.
      return {
        ...state,
        order: [...state.order.filter((id) => id !== event.scenario), event.scenario],
        settled: state.settled.filter((each) => each.scenario !== event.scenario),
        machines: without(state.machines, event.scenario),
        suggestions: answeredBy(state.suggestions, event.scenario),
      }
    case 'ScenarioFronted':
      return { ...state, order: [...state.order.filter((id) => id !== event.machine), event.machine] }
    case 'ScenarioSettled':
      return {
        ...close(state, event.scenario),
        settled: [
          ...state.settled,
          { scenario: event.scenario, outcome: event.outcome, ...(event.reason ? { reason: event.reason } : {}) },
        ],
      }
    case 'ScenarioDropped':
      return close(state, event.scenario)
    case 'StateEntered': {
      const before = state.machines[event.machine]
      const running: Running = {
        state: event.state,
        seen: { ...before?.seen, [event.state]: (before?.seen[event.state] ?? 0) + 1 },
        said: [],
      }
      return { ...state, machines: { ...state.machines, [event.machine]: running } }
    }
    case 'StageChosen':
      return state
    case 'StageEntered':
      return {
        ...state,
        stage: event.stage,
        stagesSeen: [...state.stagesSeen, { stage: event.stage, at: event.at, temper: state.temper }],
      }
    case 'TemperShifted':
      return {
        ...state,
        temper: event.to,
        tempers: [...state.tempers, { to: event.to, at: event.at, because: event.because }],
        answerOwed: hotter(event.to, state.temper) || (state.answerOwed && event.to !== 'calm'),
        calmTurns: 0,
      }
    case 'Interrupted':
      return {
        ...state,
        dangers: byUrgency(state.dangers, { scenario: event.scenario, danger: event.danger }),
        suggestions: answeredBy(state.suggestions, event.scenario),
        settled: state.settled.filter((each) => each.scenario !== event.scenario),
        machines: without(state.machines, event.scenario),
      }
    case 'Resumed':
      return { ...state, dangers: state.dangers.filter((each) => each.scenario !== event.after) }
    case 'AuthorityGranted':
      return { ...state, rolesGranted: [...state.rolesGranted, event.role] }
    case 'PromiseMade':
      return {
        ...state,
        promises: [
          ...state.promises.filter((each) => !renews(event, each)),
          {
            id: event.id,
            promise: event.promise,
            line: event.line,
            ...(event.about === undefined ? {} : { about: event.about }),
            ...(event.words === undefined ? {} : { words: event.words }),
            madeAt: event.at,
            due: event.due,
          },
        ],
      }
    case 'PromiseKept':
      return {
        ...state,
        promises: state.promises.map((each) => (isMeant(event, each) ? { ...each, keptAt: event.at } : each)),
      }
    case 'ConcessionRefused':
      return { ...state, refusedRungs: [...state.refusedRungs, { rung: event.rung, after: state.said.length }] }
    case 'Muted':
      return { ...state, muted: true }
    case 'Unmuted':
      return { ...state, muted: false }
    case 'Heard':
      return event.who === 'customer' ? heardCustomer(state, event) : heardAgent(state, event)
    case 'Suggested': {
      const { suggestion: id, what, way, score, because, turn, danger, at } = event
      const step = what.type === 'move' ? state.machines[what.machine]?.state : undefined
      const suggestion = { id, what, way, score, because, turn, danger, at, ...(step === undefined ? {} : { step }) }
      return { ...state, suggestions: [...state.suggestions, suggestion] }
    }
    case 'SuggestionAnswered': {
      const { suggestion, answer } = event
      return { ...state, suggestions: state.suggestions.map((each) => (each.id === suggestion ? { ...each, answer } : each)) }
    }
    case 'SlipNoted': {
      const { turn, violation, because, swap, lines, shown, at } = event
      return { ...state, slips: [...state.slips, { turn, violation, because, ...(swap ? { swap } : {}), lines, shown, at }] }
    }
    case 'HungUp':
      return { ...state, hungUp: true }
    case 'CallEnded':
      return {
        ...state,
        ended: { at: event.at, outcome: event.outcome, ...(event.reason ? { reason: event.reason } : {}) },
      }
    case 'Undone':
      return state
  }
}

/** Whether a promise takes the place of one that stands: the same thing about the same matter, said again. */
function renews({ promise, about, words }: Extract<CallEvent, { type: 'PromiseMade' }>, made: MadePromise): boolean {
  return made.promise === promise && made.about === about && made.words === words && made.keptAt === undefined
}

/** Whether a promise is the one that is kept. */
export function isMeant({ promise, made }: { readonly promise: string; readonly made?: string }, each: MadePromise): boolean {
  return each.keptAt === undefined && each.promise === promise && (made === undefined || made === each.id)
}

type HeardEvent = Extract<CallEvent, { type: 'Heard' }>

function heardCustomer(state: CallState, { turn, who, text, findings, at }: HeardEvent): CallState {
  const corrects = state.heard.some((each) => each.turn === turn)
  const heard = withTurn(state.heard, { turn, who, text, signals: idsOf(findings.signals), acts: [], at })
  const calmTurns = isCalm(findings) ? state.calmTurns + (corrects ? 0 : 1) : 0
  return { ...state, heard, calmTurns, evidence: corrects ? state.evidence : gathered(state.evidence, findings) }
}

function heardAgent(state: CallState, { turn, who, text, findings, at }: HeardEvent): CallState {
  const acts = idsOf(findings.acts)
  const before = state.heard.find((each) => each.turn === turn)?.acts ?? []
  const acknowledged = acts.some((act) => ACKNOWLEDGING.includes(act))
  return {
    ...state,
    heard: withTurn(state.heard, { turn, who, text, signals: [], acts, at }),
    acts: count(count(state.acts, before, -1), acts),
    answerOwed: state.answerOwed && !acknowledged,
  }
}

/** Who opens a scenario by its own key has answered whether it should be. */
function answeredBy(suggestions: readonly Suggestion[], scenario: string): readonly Suggestion[] {
  const asks = ({ way, what, answer }: Suggestion) =>
    way === 'asked' && answer === undefined && what.type === 'scenario' && what.scenario === scenario
  return suggestions.some(asks) ? suggestions.map((each) => (asks(each) ? { ...each, answer: 'accept' } : each)) : suggestions
}

function takeBack(suggestions: readonly Suggestion[], id: string): readonly Suggestion[] {
  return suggestions.map((each) => (each.id === id ? { ...each, undone: true } : each))
}

/** Id of the machine whose card is shown: a danger before anything, else the one on top. */
export function inFront(state: CallState): string {
  return state.dangers[state.dangers.length - 1]?.scenario ?? state.order[state.order.length - 1] ?? JOURNEY
}

/** Where the front machine stands. */
export function frontPlace(state: CallState): Place {
  const machine = inFront(state)
  return { machine, state: state.machines[machine]?.state ?? '' }
}

function hotter(a: Temper, b: Temper): boolean {
  return HEAT[a] > HEAT[b]
}

function byUrgency(dangers: readonly ActiveDanger[], next: ActiveDanger): readonly ActiveDanger[] {
  const others = dangers.filter((each) => each.scenario !== next.scenario)
  const at = others.findIndex((each) => DANGERS.indexOf(each.danger) < DANGERS.indexOf(next.danger))
  return at < 0 ? [...others, next] : [...others.slice(0, at), next, ...others.slice(at)]
}

function calmTurnsAfter(turns: number, kind: MoveKind): number {
  switch (kind) {
    case 'follows':
    case 'softens':
      return turns + 1
    case 'resists':
    case 'escalates':
      return 0
    case 'finding':
    case 'decision':
      return turns
  }
}

function close(state: CallState, scenario: string): CallState {
  return {
    ...state,
    order: state.order.filter((id) => id !== scenario),
  }
}

function count(acts: CallState['acts'], more: readonly Act[], by = 1): CallState['acts'] {
  if (more.length === 0) return acts
  const next: Partial<Record<Act, number>> = { ...acts }
  for (const act of more) next[act] = (next[act] ?? 0) + by
  return next
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  const { [key]: _, ...rest } = record
  return rest
}
