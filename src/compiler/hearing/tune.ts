import type { CompiledPack } from '../../core/pack.ts'
import type { Thresholds } from '../../hearing/hearing.ts'
import { type LinearModel, scoresOf } from '../../hearing/linear.ts'
import { windowScores } from '../../hearing/windows.ts'
import { type Course, courseOf, type Taught } from './course.ts'
import { learnActs, learnDangers, learnSignals, learnViolations } from './learn-models.ts'
import type { Lessons } from './lessons.ts'
import { bestF1, type Scored, sparingly, surely } from './threshold-rules.ts'

/** In how many parts lessons are divided: each is judged by what is learnt from the others. */
const PARTS = 3

/** Lines that were written one after the other are of one mind: a part takes so many in a row, so that strangers are judged by it. */
const IN_A_ROW = 40

/** What share of blameless lines of agents may be flagged. Many of those here are approved wordings, which are easier than what is said. */
const BLAMELESS = 0.055

/** What each lesson scored for each class, judged by a model that has not seen it. */
type Judged = readonly { readonly labels: readonly string[]; readonly scores: Readonly<Record<string, number>> }[]

/**
 * Finds from which score on each signal, act and violation is to be heard: lessons are judged by models that were learnt from the others.
 * Takes several times as long as learning, so what it finds is kept beside the lessons.
 */
export function tune(pack: CompiledPack, lessons: Lessons): Thresholds {
  const course = courseOf(pack, lessons)
  const heard = (text: string, model: LinearModel) => scoresOf(model, course.grams(text, 'customer'))
  const said = (text: string, model: LinearModel) => scoresOf(model, course.grams(text, 'agent'))
  const signals = judged(course.signals, (others) => learnSignals(course, others), heard)
  const dangers = judged(course.signals, (others) => learnDangers(course, [...others, ...course.examples]), windowed(course))
  const acts = judged(course.acts, (others) => learnActs(course, others), said)
  const violations = judged(course.violations, (others) => learnViolations(course, others), said)
  return {
    signals: { ...each(signals, bestF1), ...each(dangers, surely) },
    acts: each(acts, bestF1),
    violations: sparingly(each(violations, bestF1), violations, BLAMELESS),
  }
}

function windowed(course: Course): (text: string, model: LinearModel) => readonly number[] {
  return (text, model) => {
    const { grams, length } = course.inner(text)
    return windowScores(model, grams, length).map(({ score }) => score)
  }
}

function judged(
  taught: readonly Taught[],
  learn: (others: readonly Taught[]) => LinearModel,
  scores: (text: string, model: LinearModel) => ArrayLike<number>,
): Judged {
  return Array.from({ length: PARTS }, (_, part) => {
    const model = learn(taught.filter((_, i) => partOf(i) !== part))
    return taught
      .filter((_, i) => partOf(i) === part)
      .map(({ text, labels }) => {
        const own = scores(text, model)
        return { labels, scores: Object.fromEntries(model.classes.map((id, i) => [id, own[i] as number])) }
      })
  }).flat()
}

function partOf(line: number): number {
  return Math.floor(line / IN_A_ROW) % PARTS
}

function each(lessons: Judged, rule: (scored: readonly Scored[]) => number): Record<string, number> {
  const classes = Object.keys(lessons[0]?.scores ?? {})
  return Object.fromEntries(
    classes.map((id) => [id, rule(lessons.map(({ labels, scores }) => ({ score: scores[id] as number, holds: labels.includes(id) })))]),
  )
}
