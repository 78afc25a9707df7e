import type { CompiledPack } from '../../core/pack.ts'
import type { Hearing } from '../../hearing/hearing.ts'
import { type Course, courseOf } from './course.ts'
import { learnActs, learnDangers, learnScenarios, learnSignals, learnViolations } from './learn-models.ts'
import type { Lessons } from './lessons.ts'
import { moveLines } from './move-lessons.ts'
import { type Teaching, teachingOf } from './teaching.ts'

/** What takes time to learn, in two parts that take about as long and have lines in common within: each may have a thread of its own. */
export type OnePart = Pick<Hearing, 'scenarios' | 'acts' | 'violations'>
export type OtherPart = Pick<Hearing, 'signals' | 'dangers'>

/**
 * Makes the recogniser of a pack from what its authors wrote: lines that people say, with what each shows, groups of words, and frames. The
 * same files give the same recogniser.
 */
export function compileHearing(pack: CompiledPack, lessons: Lessons): Hearing {
  const teaching = teachingOf(pack, lessons)
  const course = courseOf(teaching)
  return assembled(teaching, course, learnOne(teaching, course), learnOther(course))
}

export function learnOne({ own }: Teaching, course: Course): OnePart {
  return {
    scenarios: learnScenarios(course, course.scenarios, Object.keys(own.examples)),
    acts: learnActs(course, course.acts),
    violations: learnViolations(course, course.violations),
  }
}

export function learnOther(course: Course): OtherPart {
  return {
    signals: learnSignals(course, course.signals),
    dangers: learnDangers(course, [...course.signals, ...course.examples]),
  }
}

/** The recogniser of which both parts have been learnt. Its fields have one order, as their bytes do. */
export function assembled(
  { own, moves, thresholds }: Teaching,
  { script, words, frames }: Course,
  { scenarios, acts, violations }: OnePart,
  { signals, dangers }: OtherPart,
): Hearing {
  return { script, words, frames, scenarios, signals, dangers, acts, violations, moves: moveLines(own.carries, moves), thresholds }
}
