import type { CompiledPack } from '../../core/pack.ts'
import type { Hearing } from '../../hearing/hearing.ts'
import { courseOf } from './course.ts'
import { learnActs, learnDangers, learnScenarios, learnSignals, learnViolations } from './learn-models.ts'
import type { Lessons } from './lessons.ts'
import { moveLines } from './move-lessons.ts'

/**
 * Makes the recogniser of a pack from what its authors wrote: lines that people say, with what each shows, groups of words, and frames. The
 * same files give the same recogniser.
 */
export function compileHearing(pack: CompiledPack, lessons: Lessons): Hearing {
  const course = courseOf(pack, lessons)
  const { script, words, frames } = course
  return {
    script,
    words,
    frames,
    scenarios: learnScenarios(course, course.scenarios, Object.keys(pack.scenarios)),
    signals: learnSignals(course, course.signals),
    dangers: learnDangers(course, [...course.signals, ...course.examples]),
    acts: learnActs(course, course.acts),
    violations: learnViolations(course, course.violations),
    moves: moveLines(pack, lessons.moves),
    thresholds: lessons.thresholds,
  }
}
