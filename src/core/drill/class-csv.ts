import type { CsvCell } from '../csv.ts'
import { minuteOf } from '../forms/minutes.ts'
import type { Band } from '../scoring/assess.ts'
import { SKILLS, type Skill } from '../scoring/scoring-rules.ts'
import { CHECKPOINTS, type Checkpoint, type CheckpointStatus, type Violation } from '../vocabulary.ts'
import { nameOf, timeTaken } from './class-view.ts'
import type { DrillLevel } from './level.ts'
import type { DrillRecord, Hints } from './record.ts'

/** The columns beside skills and checkpoints. */
export type ResultColumn =
  | 'trainee'
  | 'persona'
  | 'scenario'
  | 'level'
  | 'date'
  | 'total'
  | 'band'
  | 'violations'
  | 'seconds'
  | 'hints'
  | 'hinted'
  | 'again'
  | 'assigned'

/** What everything is called, in the language of whoever opens the table. */
export interface ResultWords {
  readonly head: (column: ResultColumn) => string
  readonly unnamed: string
  readonly persona: (id: string) => string
  /** Of the scenario that somebody is played from. */
  readonly scenario: (persona: string) => string
  readonly level: (level: DrillLevel) => string
  readonly band: (band: Band) => string
  /** In place of the band where a drill was stopped, and so has no marks. */
  readonly stopped: string
  readonly skill: (skill: Skill) => string
  readonly checkpoint: (checkpoint: Checkpoint) => string
  readonly status: (status: CheckpointStatus) => string
  readonly violation: (violation: Violation) => string
  readonly hints: (hints: Hints) => string
  /** That something is so. */
  readonly yes: string
  readonly list: (items: readonly string[]) => string
}

/** Results as rows of a table beneath their heads, one for each drill that has ended. Dates are in Asia/Shanghai, times in whole seconds. */
export function resultRows(records: readonly DrillRecord[], words: ResultWords): readonly (readonly CsvCell[])[] {
  const { head } = words
  return [
    [
      ...(['trainee', 'persona', 'scenario', 'level', 'date', 'total', 'band'] as const).map(head),
      ...SKILLS.map(words.skill),
      ...CHECKPOINTS.map(words.checkpoint),
      ...(['violations', 'seconds', 'hints', 'hinted', 'again', 'assigned'] as const).map(head),
    ],
    ...records.flatMap((record) => (record.ended ? [rowOf(record, record.ended.at, words)] : [])),
  ]
}

function rowOf(record: DrillRecord, endedAt: number, words: ResultWords): readonly CsvCell[] {
  const { result } = record
  return [
    nameOf(record) || words.unnamed,
    words.persona(record.persona),
    words.scenario(record.persona),
    words.level(record.level),
    minuteOf(endedAt),
    result?.total,
    result ? words.band(result.band) : words.stopped,
    ...SKILLS.map((skill) => result?.skills[skill]),
    ...CHECKPOINTS.map((checkpoint) => result && words.status(result.checkpoints[checkpoint])),
    result && words.list(result.violations.map(words.violation)),
    Math.round(timeTaken(record) / 1000),
    words.hints(record.hints),
    record.hinted,
    record.from && words.yes,
    record.assignment === undefined ? undefined : words.yes,
  ]
}
