import type { CallEvent, PackRef } from '../events.ts'
import type { Assessment, Band } from '../scoring/assess.ts'
import type { Skill } from '../scoring/scoring-rules.ts'
import { SKILLS } from '../scoring/scoring-rules.ts'
import type { Checkpoint, CheckpointStatus, Violation } from '../vocabulary.ts'
import { CHECKPOINTS } from '../vocabulary.ts'
import type { DrillLevel } from './level.ts'

/** Whether the panel stands beside the talk: not at all, when it is asked for at the cost of points, or throughout. */
export const HINTS = ['off', 'asked', 'on'] as const
export type Hints = (typeof HINTS)[number]

/** A drill as it is kept: apart from real calls, and for nothing but training. */
export interface DrillRecord {
  /** Also the id of its call. */
  readonly id: string
  readonly persona: string
  readonly level: DrillLevel
  readonly seed: number
  readonly hints: Hints
  /** How often a hint was asked for. */
  readonly hinted: number
  /** What the trainee is called here; empty where nobody said. */
  readonly trainee: string
  /** Milliseconds since the epoch. */
  readonly startedAt: number
  readonly pack: PackRef
  /** Hash of the drills that it was played with. */
  readonly drills: string
  /** The log of its call, as of a real one. */
  readonly events: readonly CallEvent[]
  /** Where it branched off from another drill: everything up to that event is the same. */
  readonly from?: { readonly drill: string; readonly after: string }
  readonly assignment?: string
  /** Absent while it is still played; `stopped` by the trainee has no mark. */
  readonly ended?: { readonly at: number; readonly how: 'parted' | 'gone' | 'ended' | 'stopped' }
  /** Absent until it has ended, and where it was stopped. */
  readonly result?: DrillResult
}

/** What stays of an assessment in lists and exports. */
export interface DrillResult {
  /** 0 to 100, after what hints cost. */
  readonly total: number
  readonly band: Band
  readonly passed: boolean
  readonly skills: Readonly<Record<Skill, number>>
  readonly checkpoints: Readonly<Record<Checkpoint, CheckpointStatus>>
  readonly violations: readonly Violation[]
  /** Milliseconds. */
  readonly time: number
}

/** What a trainer wants practised. */
export interface Assignment {
  readonly id: string
  readonly persona: string
  readonly level: DrillLevel
  /** Last ISO date (Asia/Shanghai) on which it counts. */
  readonly due: string
  /** Out of 100. */
  readonly passMark: number
  /** Names of trainees; nobody named means everybody. */
  readonly trainees: readonly string[]
  /** Milliseconds since the epoch. */
  readonly givenAt: number
}

/** Points that each hint costs. */
export const HINT_COST = 3

/** What is kept of an assessment. Hints cost points; whoever passed with too many of them has not passed. */
export function resultOf(assessment: Assessment, { hints, hinted }: Pick<DrillRecord, 'hints' | 'hinted'>, pass: number): DrillResult {
  const total = Math.max(0, assessment.total - (hints === 'asked' ? hinted * HINT_COST : 0))
  const passed = assessment.passed && total >= pass
  return {
    total,
    band: assessment.passed && !passed ? 'not-yet' : assessment.band,
    passed,
    skills: Object.fromEntries(
      SKILLS.map((skill) => [skill, assessment.skills.find((each) => each.skill === skill)?.score ?? 0]),
    ) as Record<Skill, number>,
    checkpoints: Object.fromEntries(CHECKPOINTS.map((id) => [id, assessment.checkpoints[id]])) as Record<Checkpoint, CheckpointStatus>,
    violations: assessment.violations.map(({ violation }) => violation),
    time: assessment.time,
  }
}
