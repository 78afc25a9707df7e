import { dayOfDate, startOf } from '../calendar/days.ts'
import { compareNames, countsInClass, nameOf } from './class-view.ts'
import { groupBy } from './group-by.ts'
import type { Assignment, DrillRecord } from './record.ts'

/** Passed in time; passed, but after the due date; not yet, with time left; not yet, and the time is up. */
export type Standing = 'passed' | 'late' | 'open' | 'overdue'

export interface TraineeStanding {
  /** Empty where no name was given. */
  readonly trainee: string
  readonly tries: number
  /** The best total of all tries, in time or not; absent before the first. */
  readonly best?: number
  readonly standing: Standing
}

/** The moment from which on nothing counts any more: midnight in Asia/Shanghai after the due date, in milliseconds since the epoch. */
export function closesAt({ due }: Pick<Assignment, 'due'>): number {
  return startOf(dayOfDate(due) + 1)
}

/** Whether a drill does what was asked for, in time. */
export function counts(assignment: Assignment, record: DrillRecord): boolean {
  return reaches(assignment, record) && (record.ended?.at ?? Number.POSITIVE_INFINITY) < closesAt(assignment)
}

function reaches({ id, passMark }: Assignment, record: DrillRecord): boolean {
  return record.assignment === id && countsInClass(record) && record.result.passed && record.result.total >= passMark
}

/**
 * Who has done an assignment. Given to everybody it stands for whoever has ever finished a drill here; given by name also for whoever did it
 * unasked, since names are typed and may be typed another way.
 *
 * @param records all drills
 * @param now milliseconds since the epoch
 */
export function standingOf(assignment: Assignment, records: readonly DrillRecord[], now: number): readonly TraineeStanding[] {
  const marked = records.filter(countsInClass)
  const tries = groupBy(
    marked.filter((record) => record.assignment === assignment.id),
    nameOf,
  )
  // Whoever gave no name cannot be told apart, so nothing is expected of them by name.
  const asked = assignment.trainees.length > 0 ? assignment.trainees : marked.map(nameOf).filter((name) => name !== '')
  return [...new Set([...asked, ...tries.keys()])].sort(compareNames).map((trainee): TraineeStanding => {
    const own = tries.get(trainee) ?? []
    return {
      trainee,
      tries: own.length,
      ...(own.length > 0 ? { best: Math.max(...own.map(({ result }) => result.total)) } : {}),
      standing: standingWith(own),
    }
  })

  function standingWith(own: readonly DrillRecord[]): Standing {
    if (own.some((record) => counts(assignment, record))) return 'passed'
    if (own.some((record) => reaches(assignment, record))) return 'late'
    return now < closesAt(assignment) ? 'open' : 'overdue'
  }
}

/**
 * The names in what was typed, each once.
 *
 * @example
 * namesIn('王芳，李雷、王芳') // ['王芳', '李雷']
 */
export function namesIn(text: string): readonly string[] {
  return [...new Set(text.split(/[,，、;；\n]/).map((name) => name.trim()))].filter((name) => name !== '')
}
