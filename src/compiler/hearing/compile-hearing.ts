import { wordingsOf } from '../../core/lines.ts'
import type { CompiledPack } from '../../core/pack.ts'
import { ACTS, SIGNALS, VIOLATIONS } from '../../core/vocabulary.ts'
import { clean } from '../../hearing/clean.ts'
import { gramsOf, wordGroups } from '../../hearing/grams.ts'
import { type Hearing, NO_SCENARIO } from '../../hearing/hearing.ts'
import { readingOf } from '../../hearing/script.ts'
import type { Lessons } from './lessons.ts'
import { makeScript } from './script.ts'
import { type Example, type Training, train } from './train.ts'

/** Measured on held-back lines, see `npm run evaluate`: more rounds or weaker pulls learn by heart. */
const LEARNING = { rounds: 6, rate: 0.5, decay: 1e-3, least: 2 } as const

/** Approved wordings are written with care and much alike: they teach, but less than what people say. */
const APPROVED = 0.5

/** Talk that belongs to no scenario is of every kind, and there is far more of it on a telephone than here. */
const NOTHING = 3

/** What an utterance teaches, for one kind of label. */
interface Labelled {
  readonly text: string
  readonly labels: readonly string[]
  readonly weight?: number
}

/**
 * Makes the recogniser of a pack from what its authors wrote: lines that people say, with what each shows, and groups of words. The same
 * files give the same recogniser.
 */
export function compileHearing(pack: CompiledPack, { customer, agent, words }: Lessons): Hearing {
  const script = makeScript()
  const reading = readingOf(script)
  const cleaned = Object.fromEntries(
    Object.entries(words).map(([name, list]) => [name, [...new Set(list.map((word) => clean(reading, word).text))].filter(Boolean).sort()]),
  )
  const groups = wordGroups(cleaned)
  const learn = (lessons: readonly Labelled[], settings: Pick<Training, 'classes' | 'kind' | 'boost' | 'keep'>) => {
    const index = new Map(settings.classes.map((id, i) => [id, i]))
    const examples = lessons.map(
      ({ text, labels, weight }): Example => ({
        grams: [...new Set(gramsOf(clean(reading, text), groups).map(({ gram }) => gram))],
        holds: labels.flatMap((label) => index.get(label) ?? []),
        ...(weight === undefined ? {} : { weight }),
      }),
    )
    return train(examples, { ...LEARNING, ...settings })
  }

  const approved = Object.values(pack.lines).flatMap((line) => wordingsOf(line).map((text) => ({ text, acts: line.acts })))
  const wrong = Object.values(pack.swaps).flatMap(({ not, match, violation }) => [not, ...match].map((text) => ({ text, violation })))
  const examples = Object.values(pack.scenarios).flatMap(({ id, cues }) => cues.examples.map((text) => ({ text, labels: [id] })))
  return {
    script,
    words: cleaned,
    scenarios: learn(
      [
        ...examples,
        ...customer.flatMap(({ text, scenario }) =>
          scenario === undefined ? [] : [{ text, labels: [scenario], weight: scenario === NO_SCENARIO ? NOTHING : 1 }],
        ),
      ],
      { classes: [...Object.keys(pack.scenarios), NO_SCENARIO], kind: 'one-of', boost: 1, keep: 90000 },
    ),
    signals: learn(
      customer.flatMap(({ text, signals }) => (signals ? [{ text, labels: signals }] : [])),
      { classes: SIGNALS, kind: 'any-of', boost: 4, keep: 60000 },
    ),
    acts: learn(
      [
        ...agent.flatMap(({ text, acts }) => (acts ? [{ text, labels: acts }] : [])),
        ...approved.map(({ text, acts }) => ({ text, labels: acts, weight: APPROVED })),
      ],
      { classes: ACTS, kind: 'any-of', boost: 4, keep: 20000 },
    ),
    violations: learn(
      [
        ...agent.flatMap(({ text, violations }) => (violations ? [{ text, labels: violations }] : [])),
        ...approved.map(({ text }) => ({ text, labels: [], weight: APPROVED })),
        ...wrong.map(({ text, violation }) => ({ text, labels: [violation] })),
      ],
      { classes: VIOLATIONS, kind: 'any-of', boost: 4, keep: 20000 },
    ),
  }
}
