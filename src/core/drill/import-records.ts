import { dateOf, dayOfDate } from '../calendar/days.ts'
import { BANDS } from '../scoring/assess.ts'
import { SKILLS } from '../scoring/scoring-rules.ts'
import { CHECKPOINT_STATUSES, CHECKPOINTS, VIOLATIONS } from '../vocabulary.ts'
import { DRILL_LEVELS } from './level.ts'
import { type Assignment, type DrillRecord, type DrillResult, HINTS } from './record.ts'
import { isUuid } from './uuid.ts'

/** Drills or assignments on their way from one workstation to another. */
export interface DrillFile {
  readonly format: typeof FORMAT
  readonly version: typeof VERSION
  readonly records: readonly DrillRecord[]
  readonly assignments: readonly Assignment[]
}

const FORMAT = 'evenkeel-drills'
const VERSION = 1

export type ReadDrillFile =
  | {
      readonly ok: true
      /** Drills that have ended. */
      readonly records: readonly DrillRecord[]
      readonly assignments: readonly Assignment[]
      /** Drills that are still played, which are left where they are. */
      readonly unfinished: number
    }
  | { readonly ok: false; readonly fault: DrillFileFault }

/** Why a file is refused, as closely as it can be said. */
export type DrillFileFault =
  | { readonly what: 'not-json' }
  | { readonly what: 'not-drills' }
  | { readonly what: 'newer'; readonly version: number }
  /** Something in a list, counted from 1, is no record at all. */
  | { readonly what: 'item'; readonly list: 'records' | 'assignments'; readonly number: number }
  /** A field is missing or holds what it cannot hold: which one, and the way to the field. */
  | { readonly what: 'field'; readonly list: 'records' | 'assignments'; readonly number: number; readonly field: string }
  /** The log of a drill is not sound, or that of another drill. */
  | { readonly what: 'log'; readonly number: number }

/** What is handed over as a file. Drills that are still played stay where they are: they would come once more when they have ended. */
export function writeDrillFile({ records, assignments }: Pick<DrillFile, 'records' | 'assignments'>): string {
  const file: DrillFile = { format: FORMAT, version: VERSION, records: records.filter(({ ended }) => ended), assignments }
  return JSON.stringify(file)
}

/**
 * Reads a file of {@link writeDrillFile}, or a plain array of records. One thing wrong with it and nothing of it is taken: half a file would
 * pass for a whole one.
 *
 * @param isSoundLog whether a log can be folded and replayed
 */
export function readDrillFile(text: string, isSoundLog: (events: readonly unknown[]) => boolean): ReadDrillFile {
  let file: unknown
  try {
    file = JSON.parse(text)
  } catch {
    return { ok: false, fault: { what: 'not-json' } }
  }
  const lists = listsOf(file)
  if ('what' in lists) return { ok: false, fault: lists }
  const fault = faultIn(lists, isSoundLog)
  if (fault) return { ok: false, fault }
  const records = (lists.records as readonly DrillRecord[]).map(knownOf)
  const finished = records.filter(({ ended }) => ended)
  const assignments = lists.assignments as readonly Assignment[]
  return { ok: true, records: finished, assignments, unfinished: records.length - finished.length }
}

function faultIn({ records, assignments }: Lists, isSoundLog: (events: readonly unknown[]) => boolean): DrillFileFault | undefined {
  for (const [i, record] of records.entries()) {
    const number = i + 1
    if (!isObject(record)) return { what: 'item', list: 'records', number }
    const field = firstWrong(record, RECORD) ?? wrongMarks(record)
    if (field !== undefined) return { what: 'field', list: 'records', number, field }
    const { id, events } = record as unknown as DrillRecord
    if (!isSoundLog(events) || events[0]?.call !== id) return { what: 'log', number }
  }
  for (const [i, assignment] of assignments.entries()) {
    const number = i + 1
    if (!isObject(assignment)) return { what: 'item', list: 'assignments', number }
    const field = firstWrong(assignment, ASSIGNMENT)
    if (field !== undefined) return { what: 'field', list: 'assignments', number, field }
  }
  return undefined
}

/** Marks belong to what was played to its end, and to nothing else. */
function wrongMarks({ ended, result }: Fields): string | undefined {
  const marked = isObject(ended) && ended.how !== 'stopped'
  if (!marked) return result === undefined ? undefined : 'result'
  return firstWrong({ result }, { result: RESULT })
}

/** What of a list is not known yet, each once. */
export function newOf<T extends { readonly id: string }>(known: readonly { readonly id: string }[], items: readonly T[]): readonly T[] {
  const seen = new Set(known.map(({ id }) => id))
  return items.filter(({ id }) => !seen.has(id) && seen.add(id))
}

type Lists = { readonly records: readonly unknown[]; readonly assignments: readonly unknown[] }

function listsOf(file: unknown): Lists | DrillFileFault {
  if (Array.isArray(file)) return { records: file, assignments: [] }
  if (!isObject(file) || file.format !== FORMAT) return { what: 'not-drills' }
  if (typeof file.version === 'number' && file.version > VERSION) return { what: 'newer', version: file.version }
  const { records, assignments } = file
  return Array.isArray(records) && Array.isArray(assignments) ? { records, assignments } : { what: 'not-drills' }
}

/** Only what a record has: whatever else stood in the file is not kept. */
function knownOf(record: DrillRecord): DrillRecord {
  const { id, persona, level, seed, hints, hinted, trainee, startedAt, pack, drills, events, from, assignment, ended, result } = record
  return {
    id,
    persona,
    level,
    seed,
    hints,
    hinted,
    trainee,
    startedAt,
    pack,
    drills,
    events,
    ...(from ? { from } : {}),
    ...(assignment ? { assignment } : {}),
    ...(ended ? { ended } : {}),
    ...(result ? { result } : {}),
  }
}

type Fields = Readonly<Record<string, unknown>>
type Condition = (value: unknown) => boolean
/** What a value must be: a condition, or rules for its fields. */
type Rule = Condition | Rules
interface Rules {
  readonly [field: string]: Rule
}

/** The way to the first field that breaks its rule, such as `result.total`. */
function firstWrong(value: Fields, rules: Rules): string | undefined {
  for (const [field, rule] of Object.entries(rules)) {
    const held = value[field]
    if (typeof rule === 'function') {
      if (!rule(held)) return field
      continue
    }
    if (!isObject(held)) return field
    const inner = firstWrong(held, rule)
    if (inner !== undefined) return `${field}.${inner}`
  }
  return undefined
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The last moment of the year 9999: later ones are no dates that anybody could read. */
const LAST_MOMENT = 253_402_300_799_999
/** Longer names are no names. */
const LONGEST_NAME = 60

const string: Condition = (value) => typeof value === 'string'
const text: Condition = (value) => typeof value === 'string' && value !== ''
const name: Condition = (value) => typeof value === 'string' && value.length <= LONGEST_NAME
const uuid: Condition = (value) => typeof value === 'string' && isUuid(value)
const whole: Condition = (value) => Number.isSafeInteger(value) && (value as number) >= 0
const date: Condition = (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && isDay(dayOfDate(value), value)
const mark = within(0, 100)
const moment = within(0, LAST_MOMENT)

function within(least: number, most: number): Condition {
  return (value) => typeof value === 'number' && value >= least && value <= most
}

function oneOf(choices: readonly unknown[]): Condition {
  return (value) => choices.includes(value)
}

function listOf(condition: Condition): Condition {
  return (value) => Array.isArray(value) && value.every(condition)
}

/** 30 February reads as a date in some browsers, but as another one. */
function isDay(day: number, as: string): boolean {
  return Number.isFinite(day) && dateOf(day) === as
}

function eachOf(fields: readonly string[], rule: Rule): Rules {
  return Object.fromEntries(fields.map((field) => [field, rule]))
}

function maybe(rule: Rule): Condition {
  return (value) => value === undefined || firstWrong({ value }, { value: rule }) === undefined
}

const RESULT = {
  total: mark,
  band: oneOf(BANDS),
  passed: (value) => typeof value === 'boolean',
  skills: eachOf(SKILLS, mark),
  checkpoints: eachOf(CHECKPOINTS, oneOf(CHECKPOINT_STATUSES)),
  violations: listOf(oneOf(VIOLATIONS)),
  time: moment,
} satisfies Record<keyof DrillResult, Rule>

const RECORD = {
  id: uuid,
  persona: text,
  level: oneOf(DRILL_LEVELS),
  seed: Number.isFinite,
  hints: oneOf(HINTS),
  hinted: whole,
  trainee: name,
  startedAt: moment,
  pack: { id: text, version: text, hash: text },
  drills: text,
  events: Array.isArray,
  from: maybe({ drill: text, after: string }),
  assignment: maybe(text),
  ended: maybe({ at: moment, how: oneOf(['parted', 'gone', 'ended', 'stopped']) }),
} satisfies Record<Exclude<keyof DrillRecord, 'result'>, Rule>

const ASSIGNMENT = {
  id: text,
  persona: text,
  level: oneOf(DRILL_LEVELS),
  due: date,
  passMark: mark,
  trainees: listOf(name),
  givenAt: moment,
} satisfies Record<keyof Assignment, Rule>
