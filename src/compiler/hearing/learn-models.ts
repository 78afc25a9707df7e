import { ACTS, SIGNALS, VIOLATIONS } from '../../core/vocabulary.ts'
import { DANGER_SIGNALS, isDangerSignal } from '../../hearing/danger-signals.ts'
import { type Gram, isFrame } from '../../hearing/grams.ts'
import { NO_SCENARIO } from '../../hearing/hearing.ts'
import type { LinearModel } from '../../hearing/linear.ts'
import { FEWEST, type Window, windowScores } from '../../hearing/windows.ts'
import type { Course, Taught } from './course.ts'
import type { FrameSpeaker } from './frame-files.ts'
import { type Example, type Training, train } from './train.ts'

/** Measured on held-back lines, see `npm run evaluate`: more rounds learn by heart. */
const LEARNING = { rounds: 6, rate: 0.5, least: 2 } as const

/**
 * What each model learns with. Where classes do not exclude each other a strong pull to nothing hears strangers better, by 0.03 to 0.06 of
 * average precision; between scenarios it only makes all of them less sure.
 */
const SCENARIOS = { ...LEARNING, kind: 'one-of', boost: 1, decay: 1e-3, keep: 90_000 } as const
const SIGNALS_APART = { ...LEARNING, kind: 'any-of', boost: 4, decay: 1e-2, keep: 45_000 } as const
const DANGERS = { ...LEARNING, kind: 'any-of', boost: 4, decay: 5e-3, keep: 50_000 } as const
const ACTS_WELL_DONE = { ...LEARNING, kind: 'any-of', boost: 4, decay: 1e-2, keep: 30_000 } as const
const SLIPS = { ...LEARNING, kind: 'any-of', boost: 4, decay: 5e-3, keep: 60_000 } as const

/** Every so many lines of danger are taught without what frames say of them, so that a model does not lean on frames alone. */
const WITHOUT_FRAMES = 3

/** From which score on a window of a line that shows no danger is a lesson too: what is taken out of its talk must not alarm. */
const ALARMING = -1

export function learnScenarios(course: Course, taught: readonly Taught[], scenarios: readonly string[]): LinearModel {
  return whole(course, taught, 'customer', { ...SCENARIOS, classes: [...scenarios, NO_SCENARIO] })
}

export function learnSignals(course: Course, taught: readonly Taught[]): LinearModel {
  const classes = SIGNALS.filter((signal) => !isDangerSignal(signal))
  return whole(course, taught, 'customer', { ...SIGNALS_APART, classes })
}

export function learnActs(course: Course, taught: readonly Taught[]): LinearModel {
  return whole(course, taught, 'agent', { ...ACTS_WELL_DONE, classes: ACTS })
}

export function learnViolations(course: Course, taught: readonly Taught[]): LinearModel {
  return whole(course, taught, 'agent', { ...SLIPS, classes: VIOLATIONS })
}

/**
 * Learns twice: first from whole lines, then also from the windows that the first model hears most in, as it will be asked about windows.
 * Without those that alarm for nothing it hears threats in pieces of calm talk.
 */
export function learnDangers(course: Course, taught: readonly Taught[]): LinearModel {
  const index = new Map<string, number>(DANGER_SIGNALS.map((id, i) => [id, i]))
  const lines = taught.map(({ text, labels }) => ({ ...course.inner(text), holds: labels.flatMap((label) => index.get(label) ?? []) }))
  const training = { ...DANGERS, classes: DANGER_SIGNALS }
  const examples = lines.map(({ grams, holds }, i): Example => {
    const shown = i % WITHOUT_FRAMES === 0 ? grams.filter((gram) => !isFrame(gram)) : grams
    return { grams: named(shown), holds, size: FEWEST }
  })
  const first = train(examples, training)
  const windows = lines.flatMap(({ grams, length, holds }) => {
    const best = windowScores(first, grams, length)
    const piece = ({ start, end }: Window) => ({
      grams: named(grams.filter((gram) => gram.start >= start && gram.start + gram.length <= end)),
      size: FEWEST,
    })
    const spans = new Map<string, Example>()
    const add = (window: Window | undefined, labels: Pick<Example, 'holds' | 'unsure'>) => {
      const span = `${window?.start} ${window?.end}`
      if (window && window.end - window.start < length && !spans.has(span)) spans.set(span, { ...piece(window), ...labels })
    }
    if (holds.length === 1) add(best[holds[0] as number], { holds })
    // What alarms for something that the line does not show may hold what it does show, or not.
    for (const [i, window] of best.entries()) {
      if (window.score > ALARMING && !holds.includes(i)) add(window, { holds: [], unsure: holds })
    }
    return [...spans.values()]
  })
  return train([...examples, ...windows], training)
}

/** Learns from utterances as they are. */
function whole(course: Course, taught: readonly Taught[], who: FrameSpeaker, settings: Training): LinearModel {
  const index = new Map(settings.classes.map((id, i) => [id, i]))
  const examples = taught.map(
    ({ text, labels, weight }): Example => ({
      grams: named(course.grams(text, who)),
      holds: labels.flatMap((label) => index.get(label) ?? []),
      ...(weight === undefined ? {} : { weight }),
    }),
  )
  return train(examples, settings)
}

/** The names of grams, each once. */
function named(grams: readonly Gram[]): string[] {
  return [...new Set(grams.map(({ gram }) => gram))]
}
