/**
 * `npm run thresholds`: proposes from which score on each signal, act and slip should be heard, measured on voices that were left out of learning;
 * `scenarios/telecom/hearing/thresholds.yaml` holds what was decided. A voice is a writer: the last part of a lesson file's name. How a recogniser does on lines of its own
 * writers says little about strangers.
 */
import { join } from 'node:path'
import { compilePack, findPacks } from '../src/compiler/compile.ts'
import { type Course, courseOf, type Taught } from '../src/compiler/hearing/course.ts'
import { learnActs, learnDangers, learnSignals, learnViolations } from '../src/compiler/hearing/learn-models.ts'
import type { Lesson, Lessons } from '../src/compiler/hearing/lessons.ts'
import { teachingOf } from '../src/compiler/hearing/teaching.ts'
import { distinctOf } from '../src/hearing/grams.ts'
import { type LinearModel, scoresOf } from '../src/hearing/linear.ts'
import { windowScores } from '../src/hearing/windows.ts'
import { type Scored, thresholdFor } from './thresholds/threshold.ts'

/** Of the lines without a slip no more than this share may be flagged. */
const FLAGGED = 0.08

/** Voices that are left out by turns; all others are always learnt from. */
const VOICES = ['more', 'hall', 'line', 'review', 'voices', 'fourth', 'fine', 'fifth']

const root = join(import.meta.dirname, '..')
const folder = findPacks(root).find(({ id }) => id === 'telecom')
if (!folder) throw new Error('there is no telecom pack')
const { pack, lessons } = compilePack(folder, { prove: false })
if (!pack) throw new Error('the pack has errors, see `npm run packs:check`')
const sound = pack

/** What is learnt, how it is scored, and what is asked of its thresholds. */
interface Kind {
  readonly name: string
  readonly taught: (course: Course) => readonly Taught[]
  readonly learn: (course: Course, taught: readonly Taught[]) => LinearModel
  readonly scores: (course: Course, model: LinearModel, text: string) => ArrayLike<number>
  readonly lines: (lessons: Lessons) => readonly (Lesson & { readonly labels: readonly string[] | undefined })[]
  readonly aim: Parameters<typeof thresholdFor>[1]
}

const customer = (all: Lessons) => all.customer.map((lesson) => ({ ...lesson, labels: lesson.signals }))
const KINDS: readonly Kind[] = [
  {
    name: 'dangers',
    taught: (course) => [...course.signals, ...course.examples],
    learn: learnDangers,
    scores: (course, model, text) => {
      const { grams, length } = course.inner(text)
      return windowScores(model, grams, length).map(({ score }) => score)
    },
    lines: customer,
    aim: { recall: 0.97, precision: 0.85 },
  },
  {
    name: 'signals',
    taught: (course) => course.signals,
    learn: learnSignals,
    scores: (course, model, text) => scoresOf(model, distinctOf(course.grams(text, 'customer'))),
    lines: customer,
    aim: 'f1',
  },
  {
    name: 'acts',
    taught: (course) => course.acts,
    learn: learnActs,
    scores: (course, model, text) => scoresOf(model, distinctOf(course.grams(text, 'agent'))),
    lines: (all) => all.agent.map((lesson) => ({ ...lesson, labels: lesson.acts })),
    aim: 'f1',
  },
  {
    name: 'violations',
    taught: (course) => course.violations,
    learn: learnViolations,
    scores: (course, model, text) => scoresOf(model, distinctOf(course.grams(text, 'agent'))),
    lines: (all) => all.agent.map((lesson) => ({ ...lesson, labels: lesson.violations })),
    aim: 'f1',
  },
]

const chosen: Record<'signals' | 'acts' | 'violations', Record<string, number>> = { signals: {}, acts: {}, violations: {} }
for (const kind of KINDS) {
  const scored = VOICES.flatMap((voice) => leftOut(kind, voice))
  for (const label of new Set(scored.flatMap(({ scores }) => Object.keys(scores)))) {
    const points = scored.map(({ scores, labels }): Scored => ({ score: scores[label] ?? 0, holds: labels.includes(label) }))
    const { threshold, precision, recall } = thresholdFor(points, kind.aim)
    chosen[kind.name === 'dangers' ? 'signals' : (kind.name as keyof typeof chosen)][label] = rounded(threshold)
    console.log(
      `${kind.name.padEnd(10)} ${label.padEnd(22)} from ${threshold.toFixed(2).padStart(5)}  precision ${precision.toFixed(2)}  recall ${recall.toFixed(2)}`,
    )
  }
  if (kind.name === 'violations') spareTheBlameless(scored)
}

/** Raises all thresholds of slips alike until few enough blameless lines are flagged: each line has twelve chances to be. */
function spareTheBlameless(
  scored: readonly { readonly labels: readonly string[]; readonly scores: Readonly<Record<string, number>> }[],
): void {
  const { violations } = chosen
  const flagged = (scores: Readonly<Record<string, number>>) => Object.entries(scores).some(([id, score]) => score >= (violations[id] ?? 0))
  const share = (lines: typeof scored) => lines.filter(({ scores }) => flagged(scores)).length / (lines.length || 1)
  const blameless = scored.filter(({ labels }) => labels.length === 0)
  const faulty = scored.filter(({ labels }) => labels.length > 0)
  while (share(blameless) > FLAGGED) for (const id of Object.keys(violations)) violations[id] = rounded((violations[id] ?? 0) + 0.05)
  console.log(`violations: ${share(faulty).toFixed(3)} of the faulty lines flagged, ${share(blameless).toFixed(3)} of the blameless`)
}

function rounded(score: number): number {
  return Math.round(score * 100) / 100
}

/** The lines of a voice, scored by a model that has not learnt from it; none when nobody of that voice wrote any. */
function leftOut({ taught, learn, scores, lines }: Kind, voice: string) {
  const own = lines(lessons).filter((lesson) => isVoice(lesson, voice) && lesson.labels !== undefined)
  if (own.length === 0) return []
  const rest: Lessons = {
    ...lessons,
    customer: lessons.customer.filter((lesson) => !isVoice(lesson, voice)),
    agent: lessons.agent.filter((lesson) => !isVoice(lesson, voice)),
  }
  const course = courseOf(teachingOf(sound, rest))
  const model = learn(course, taught(course))
  return own.map(({ text, labels = [] }) => {
    const own = scores(course, model, text)
    return { labels, scores: Object.fromEntries(model.classes.map((id, i) => [id, own[i] ?? 0])) }
  })
}

function isVoice({ file }: Lesson, voice: string): boolean {
  return file.path.endsWith(`-${voice}.yaml`)
}
