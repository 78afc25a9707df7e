import { CASE_FACTS } from '../core/case-facts.ts'
import type { Callers, EarlierCall } from '../core/earlier-call.ts'
import { type Fact, type FactType, ORIGINS, type Stamp, VIAS } from '../core/events.ts'
import { ANSWERS, type Finding, type Findings, type Quote, SPEAKERS, SUGGESTION_WAYS } from '../core/heard.ts'
import type { MadePromise } from '../core/made-promise.ts'
import { MOVE_KINDS, type Within } from '../core/pack.ts'
import {
  ACTS,
  CHANNELS,
  CHECKPOINT_STATUSES,
  DANGERS,
  END_REASONS,
  OUTCOMES,
  SIGNALS,
  STAGES,
  TEMPERS,
  VIOLATIONS,
} from '../core/vocabulary.ts'

/** Whether a value read from outside has the shape that it should have. */
type Check = (value: unknown) => boolean

/** A check for each field. Fields that are not named may hold anything: later versions add to what was stored. */
type Shape<T> = { readonly [Field in keyof T]-?: Check }

const text: Check = (value) => typeof value === 'string'
const number: Check = (value) => Number.isFinite(value)
const index: Check = (value) => Number.isInteger(value) && (value as number) >= 0
const oneOf =
  (choices: readonly unknown[]): Check =>
  (value) =>
    choices.includes(value)
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check)
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value)
const recordOf =
  (check: Check): Check =>
  (value) =>
    isRecord(value) && Object.values(value).every(check)
const either =
  (...checks: readonly Check[]): Check =>
  (value) =>
    checks.some((check) => check(value))
const shaped =
  <T>(shape: Shape<T>): Check =>
  (value) =>
    isRecord(value) && Object.entries<Check>(shape).every(([field, check]) => check(value[field]))

const pack = shaped<EventOf<'CallStarted'>['pack']>({ id: text, version: text, hash: text })
const profile = shaped<EventOf<'ProfileChanged'>['profile']>({
  surname: optional(text),
  title: optional(text),
  tier: optional(text),
  brand: optional(text),
  matter: optional(text),
  demand: optional(text),
})
const place = shaped<EventOf<'Resumed'>['to']>({ machine: text, state: text })
const wording = either(index, oneOf(['own']))
const acts = listOf(oneOf(ACTS))
const signals = listOf(oneOf(SIGNALS))
const cause = either(
  shaped({ type: oneOf(['signals']), signals }),
  shaped({ type: oneOf(['move']), move: text }),
  shaped({ type: oneOf(['calm-turns', 'agent']) }),
)
const checkpoints = shaped<EventOf<'CallEnded'>['checkpoints']>({
  'peak-verify': oneOf(CHECKPOINT_STATUSES),
  'peak-negotiate': oneOf(CHECKPOINT_STATUSES),
  'end-care': oneOf(CHECKPOINT_STATUSES),
})

const flag: Check = (value) => typeof value === 'boolean'
const within = either(
  shaped<Extract<Within, { ms: number }>>({ ms: number }),
  shaped<Extract<Within, { workingDays: number }>>({ workingDays: number }),
)
const promise = shaped<MadePromise>({
  id: text,
  promise: text,
  line: text,
  about: optional(text),
  words: optional(text),
  madeAt: number,
  due: number,
  keptAt: optional(number),
})
const earlier = shaped<EarlierCall>({
  call: text,
  at: number,
  matter: optional(text),
  outcome: optional(oneOf(OUTCOMES)),
  agent: optional(text),
  promises: listOf(promise),
})
const quotes = listOf(shaped<Quote>({ text, start: index, end: index }))
const found = (id: Check): Check => listOf(shaped<Finding>({ id, score: number, because: quotes }))
const findings = shaped<Findings>({
  scenarios: found(text),
  signals: found(oneOf(SIGNALS)),
  moves: found(text),
  acts: found(oneOf(ACTS)),
  violations: found(oneOf(VIOLATIONS)),
  offer: optional(shaped<NonNullable<Findings['offer']>>({ yuan: number, because: quotes })),
  commitments: optional(listOf(either(shaped({ within, because: quotes }), shaped({ day: index, because: quotes })))),
})
const what = either(
  shaped({ type: oneOf(['scenario']), scenario: text }),
  shaped({ type: oneOf(['move']), machine: text, move: text }),
  shaped({ type: oneOf(['signal']), signal: oneOf(SIGNALS) }),
)

type EventOf<T extends FactType> = Extract<Fact, { type: T }>

/** Every kind of fact with its fields. A fact added to `src/core/events.ts` does not compile until it stands here. */
const FACTS: { readonly [T in FactType]: Shape<Omit<EventOf<T>, 'type'>> } = {
  CallStarted: { pack, channel: oneOf(CHANNELS), profile, agent: optional(text) },
  ProfileChanged: { profile },
  ChannelChanged: { channel: oneOf(CHANNELS) },
  NoteWritten: { text },
  RefundNoted: { yuan: optional(number) },
  CustomerIdentified: { ref: text },
  CaseFactNoted: { fact: oneOf(CASE_FACTS), value: optional(either(text, flag)) },
  HistoryFound: { earlier: listOf(earlier), callers: shaped<Callers>({ ordinary: index, vip: index }) },
  FormFilled: { form: text, fields: recordOf(text) },
  LineSaid: { line: text, wording, text, acts, via: oneOf(VIAS) },
  WordingPicked: { line: text, wording: index },
  StepDone: { step: text, acts },
  StepReopened: { step: text, acts },
  MoveMade: { machine: text, move: text, kind: oneOf(MOVE_KINDS), signals },
  ScenarioStarted: { scenario: text },
  ScenarioFronted: { machine: text },
  ScenarioSettled: { scenario: text, outcome: oneOf(OUTCOMES), reason: optional(oneOf(END_REASONS)) },
  ScenarioDropped: { scenario: text },
  StateEntered: { machine: text, state: text },
  StageChosen: { stage: oneOf(STAGES) },
  StageEntered: { stage: oneOf(STAGES) },
  TemperShifted: { to: oneOf(TEMPERS), because: cause },
  Interrupted: { danger: oneOf(DANGERS), scenario: text, from: place },
  Resumed: { after: text, to: place },
  AuthorityGranted: { role: text },
  PromiseMade: { promise: text, line: text, due: number, about: optional(text), words: optional(text) },
  PromiseKept: { promise: text, made: optional(text) },
  ConcessionRefused: { rung: text },
  Muted: {},
  Unmuted: {},
  Heard: { turn: text, who: oneOf(SPEAKERS), text, findings },
  Suggested: { suggestion: text, what, way: oneOf(SUGGESTION_WAYS), score: number, because: quotes, turn: text, danger: flag },
  SuggestionAnswered: { suggestion: text, answer: oneOf(ANSWERS) },
  SlipNoted: {
    turn: text,
    violation: oneOf(VIOLATIONS),
    because: quotes,
    swap: optional(text),
    lines: listOf(text),
    shown: flag,
  },
  HungUp: {},
  CallEnded: { outcome: oneOf(OUTCOMES), reason: optional(oneOf(END_REASONS)), checkpoints },
  Undone: { undoes: text },
}

const STAMP: Shape<Stamp> = { id: text, call: text, seq: index, at: number, origin: oneOf(ORIGINS), cause: text }

/** What is wrong with a record that should be an event; `undefined` when it is one. */
export function misshapen(record: unknown): 'shape' | 'unknown-type' | undefined {
  if (!isRecord(record) || !shaped(STAMP)(record)) return 'shape'
  if (!isFactType(record.type)) return 'unknown-type'
  return shaped(FACTS[record.type])(record) ? undefined : 'shape'
}

function isFactType(type: unknown): type is FactType {
  return typeof type === 'string' && Object.hasOwn(FACTS, type)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
