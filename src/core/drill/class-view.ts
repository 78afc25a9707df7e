import { SKILLS, type Skill } from '../scoring/scoring-rules.ts'
import { CHECKPOINTS, type Checkpoint, type ScenarioGroup, type Violation } from '../vocabulary.ts'
import { groupBy } from './group-by.ts'
import type { DrillRecord } from './record.ts'

/** A drill that was played to its end and has its marks. */
export type MarkedDrill = DrillRecord & Required<Pick<DrillRecord, 'ended' | 'result'>>

/** Which drills are looked at. */
export type ClassFilter =
  | { readonly by: 'all' }
  | { readonly by: 'assignment'; readonly assignment: string }
  | { readonly by: 'group'; readonly group: ScenarioGroup }
  | { readonly by: 'persona'; readonly persona: string }

/** How one trainee is doing. Whoever gave no name stands in one row with all others who gave none. */
export interface TraineeRow {
  /** Empty where no name was given. */
  readonly trainee: string
  /** Means over the newest drills, 0 to 100, whole. */
  readonly skills: Readonly<Record<Skill, number>>
  readonly played: number
  readonly passed: number
  /** The best total of all drills, out of 100. */
  readonly best: number
  /** When the last one ended, in milliseconds since the epoch. */
  readonly last: number
}

/** What a class still has to learn, the worst first. */
export interface WeakSpots {
  /** How many drills this rests on. */
  readonly drills: number
  readonly checkpoints: readonly {
    readonly checkpoint: Checkpoint
    readonly missed: number
    readonly partly: number
    readonly share: number
  }[]
  /** Each time that it was said countsInClass. */
  readonly violations: readonly { readonly violation: Violation; readonly count: number }[]
  /** Only those who somebody has failed with. */
  readonly personas: readonly { readonly persona: string; readonly failed: number; readonly played: number }[]
}

export type ClassOrder = 'name' | 'total'

/** Older drills say how somebody was, not how they are: means rest on so many of the newest. */
const NEWEST = 10

/** What a trainee is called, without what a keyboard left around it. */
export function nameOf({ trainee }: Pick<DrillRecord, 'trainee'>): string {
  return trainee.trim()
}

export function isMarked(record: DrillRecord): record is MarkedDrill {
  return record.ended !== undefined && record.result !== undefined
}

/** Marked, and played from its beginning: another try from some turn on is practice of that turn, and nobody's result. */
export function countsInClass(record: DrillRecord): record is MarkedDrill {
  return isMarked(record) && record.from === undefined
}

/**
 * How long a drill took, in milliseconds. The log of a branch begins with the first try, perhaps days ago: of that one only what was played
 * of it countsInClass. Nothing lasts less than no time, whatever a clock says that was set back.
 */
export function timeTaken({ startedAt, ended, from, result }: DrillRecord): number {
  return Math.max(0, result && !from ? result.time : (ended?.at ?? startedAt) - startedAt)
}

/**
 * The drills that a filter lets through, in the order in which they came.
 *
 * @param groupOf the group of the scenario that somebody is played from; nothing where they are unknown by now
 */
export function filtered(
  records: readonly DrillRecord[],
  filter: ClassFilter,
  groupOf: (persona: string) => ScenarioGroup | undefined,
): readonly DrillRecord[] {
  switch (filter.by) {
    case 'all':
      return records
    case 'assignment':
      return records.filter(({ assignment }) => assignment === filter.assignment)
    case 'group':
      return records.filter(({ persona }) => groupOf(persona) === filter.group)
    case 'persona':
      return records.filter(({ persona }) => persona === filter.persona)
  }
}

/** Trainees with at least one drill that countsInClass. Drills that were stopped, are still played or branched off from another count nowhere. */
export function traineeRows(records: readonly DrillRecord[], order: ClassOrder): readonly TraineeRow[] {
  const marked = records.filter(countsInClass)
  return [...groupBy(marked, nameOf)].map(([trainee, own]) => rowOf(trainee, own)).sort(order === 'name' ? byName : byTotal)
}

function rowOf(trainee: string, own: readonly MarkedDrill[]): TraineeRow {
  const newest = [...own].sort((a, b) => b.ended.at - a.ended.at).slice(0, NEWEST)
  const mean = (skill: Skill) => Math.round(newest.reduce((sum, { result }) => sum + result.skills[skill], 0) / newest.length)
  return {
    trainee,
    skills: Object.fromEntries(SKILLS.map((skill) => [skill, mean(skill)])) as Record<Skill, number>,
    played: own.length,
    passed: own.filter(({ result }) => result.passed).length,
    best: Math.max(...own.map(({ result }) => result.total)),
    last: Math.max(...own.map(({ ended }) => ended.at)),
  }
}

/** Chinese by pinyin, numbers by their value. */
const NAMES = new Intl.Collator('zh-Hans-CN', { numeric: true })

/** For sorting names of trainees; whoever gave none comes last. */
export function compareNames(a: string, b: string): number {
  return Number(a === '') - Number(b === '') || NAMES.compare(a, b)
}

function byName(a: TraineeRow, b: TraineeRow): number {
  return compareNames(a.trainee, b.trainee)
}

function byTotal(a: TraineeRow, b: TraineeRow): number {
  return b.best - a.best || byName(a, b)
}

/** What went wrong most in these drills. */
export function weakSpots(records: readonly DrillRecord[]): WeakSpots {
  const marked = records.filter(countsInClass)
  const slips = groupBy(
    marked.flatMap(({ result }) => result.violations),
    (violation) => violation,
  )
  return {
    drills: marked.length,
    checkpoints: CHECKPOINTS.map((checkpoint) => {
      const missed = marked.filter(({ result }) => result.checkpoints[checkpoint] === 'missed').length
      const partly = marked.filter(({ result }) => result.checkpoints[checkpoint] === 'partly').length
      return { checkpoint, missed, partly, share: marked.length === 0 ? 0 : (missed + partly) / marked.length }
    }).sort((a, b) => b.share - a.share || b.missed - a.missed),
    violations: [...slips].map(([violation, each]) => ({ violation, count: each.length })).sort((a, b) => b.count - a.count),
    personas: [...groupBy(marked, ({ persona }) => persona)]
      .map(([persona, own]) => ({ persona, failed: own.filter(({ result }) => !result.passed).length, played: own.length }))
      .filter(({ failed }) => failed > 0)
      .sort((a, b) => b.failed - a.failed || b.failed / b.played - a.failed / a.played || a.persona.localeCompare(b.persona)),
  }
}
