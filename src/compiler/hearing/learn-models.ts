import { ACTS, SIGNALS, VIOLATIONS } from '../../core/vocabulary.ts'
import { DANGER_SIGNALS, isDangerSignal } from '../../hearing/danger-signals.ts'
import type { Gram } from '../../hearing/grams.ts'
import { NO_SCENARIO } from '../../hearing/hearing.ts'
import type { LinearModel } from '../../hearing/linear.ts'
import { FEWEST, windowScores } from '../../hearing/windows.ts'
import type { Course, Taught } from './course.ts'
import type { FrameSpeaker } from './frame-files.ts'
import { type Example, type Training, train } from './train.ts'

/** Measured on held-back lines, see `npm run evaluate`: more rounds or weaker pulls learn by heart. */
const LEARNING = { rounds: 6, rate: 0.5, decay: 1e-3, least: 2 } as const

/** From which score on a window of a line that shows no danger is a lesson too: what is taken out of its talk must not alarm. */
const ALARMING = -1

export function learnScenarios(course: Course, taught: readonly Taught[], scenarios: readonly string[]): LinearModel {
  return whole(course, taught, 'customer', { classes: [...scenarios, NO_SCENARIO], kind: 'one-of', boost: 1, keep: 90000 })
}

export function learnSignals(course: Course, taught: readonly Taught[]): LinearModel {
  const classes = SIGNALS.filter((signal) => !isDangerSignal(signal))
  return whole(course, taught, 'customer', { classes, kind: 'any-of', boost: 4, keep: 40000 })
}

export function learnActs(course: Course, taught: readonly Taught[]): LinearModel {
  return whole(course, taught, 'agent', { classes: ACTS, kind: 'any-of', boost: 4, keep: 20000 })
}

export function learnViolations(course: Course, taught: readonly Taught[]): LinearModel {
  return whole(course, taught, 'agent', { classes: VIOLATIONS, kind: 'any-of', boost: 4, keep: 20000 })
}

/**
 * Learns twice: first from whole lines, then also from the windows that the first model hears most in, as it will be asked about windows.
 * Without those that alarm for nothing it hears threats in pieces of calm talk.
 */
export function learnDangers(course: Course, taught: readonly Taught[]): LinearModel {
  const index = new Map<string, number>(DANGER_SIGNALS.map((id, i) => [id, i]))
  const lines = taught.map(({ text, labels }) => ({ ...course.inner(text), holds: labels.flatMap((label) => index.get(label) ?? []) }))
  const training = { ...LEARNING, classes: DANGER_SIGNALS, kind: 'any-of', boost: 4, keep: 40000 } as const
  const examples = lines.map(({ grams, holds }): Example => ({ grams: named(grams), holds, size: FEWEST }))
  const first = train(examples, training)
  const windows = lines.flatMap(({ grams, length, holds }): Example[] => {
    const best = windowScores(first, grams, length)
    const telling = holds.length === 0 ? best.filter(({ score }) => score > ALARMING) : holds.length === 1 ? [best[holds[0] as number]] : []
    const spans = new Map(
      telling.flatMap((window) => (window && window.end - window.start < length ? [[`${window.start} ${window.end}`, window]] : [])),
    )
    return [...spans.values()].map(({ start, end }) => ({
      grams: named(grams.filter((gram) => gram.start >= start && gram.start + gram.length <= end)),
      holds,
      size: FEWEST,
    }))
  })
  return train([...examples, ...windows], training)
}

/** Learns from utterances as they are. */
function whole(
  course: Course,
  taught: readonly Taught[],
  who: FrameSpeaker,
  settings: Pick<Training, 'classes' | 'kind' | 'boost' | 'keep'>,
): LinearModel {
  const index = new Map(settings.classes.map((id, i) => [id, i]))
  const examples = taught.map(
    ({ text, labels, weight }): Example => ({
      grams: named(course.grams(text, who)),
      holds: labels.flatMap((label) => index.get(label) ?? []),
      ...(weight === undefined ? {} : { weight }),
    }),
  )
  return train(examples, { ...LEARNING, ...settings })
}

/** The names of grams, each once. */
function named(grams: readonly Gram[]): string[] {
  return [...new Set(grams.map(({ gram }) => gram))]
}
