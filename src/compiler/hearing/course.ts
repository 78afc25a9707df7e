import { type Clean, clean } from '../../hearing/clean.ts'
import { type FrameMatch, type Frames, frameFinder } from '../../hearing/frames.ts'
import { edgesOf, type Gram, innerGramsOf, type WordGroups, wordGroups } from '../../hearing/grams.ts'
import { NO_SCENARIO } from '../../hearing/hearing.ts'
import { readingOf, type Script } from '../../hearing/script.ts'
import { compileFrames } from './compile-frames.ts'
import type { FrameSpeaker } from './frame-files.ts'
import { saidLines } from './lessons.ts'
import { makeScript } from './script.ts'
import type { Teaching } from './teaching.ts'

/** Approved wordings are written with care and much alike: they teach, but less than what people say. */
const APPROVED = 0.5

/** Talk that belongs to no scenario is of every kind, and there is far more of it on a telephone than here. */
const NOTHING = 3

/** What an utterance teaches, for one kind of label. */
export interface Taught {
  readonly text: string
  readonly labels: readonly string[]
  /** How much it counts; 1 left out. */
  readonly weight?: number
}

/** All that a pack has to teach, and how an utterance is taken apart. */
export interface Course {
  readonly script: Script
  /** Words by group, clean. */
  readonly words: Readonly<Record<string, readonly string[]>>
  readonly frames: Readonly<Record<FrameSpeaker, Frames>>
  readonly scenarios: readonly Taught[]
  readonly signals: readonly Taught[]
  /** Examples of what customers say for frames; each was only asked for what its frame shows. */
  readonly examples: readonly Taught[]
  readonly acts: readonly Taught[]
  readonly violations: readonly Taught[]
  /** Every gram of an utterance, with how it begins and ends. */
  grams(text: string, who: FrameSpeaker): readonly Gram[]
  /** Only those that are the same wherever they stand, and how many characters they are of. */
  inner(text: string): { readonly grams: readonly Gram[]; readonly length: number }
}

interface TakenApart {
  readonly said: Clean
  readonly inner: readonly Gram[]
}

/** Gathers what a pack teaches. */
export function courseOf(lessons: Teaching): Course {
  const { customer, agent } = lessons
  const { approved, wrong, examples } = lessons.own
  const script = makeScript()
  const reading = readingOf(script)
  const words = Object.fromEntries(
    Object.entries(lessons.words).map(([name, list]) => [
      name,
      [...new Set(list.map((word) => clean(reading, word).text))].filter(Boolean).sort(),
    ]),
  )
  const groups: WordGroups = wordGroups(words)
  const lines = saidLines(lessons)
  const frames = {
    customer: compileFrames(lessons.frames, 'customer', reading, lines),
    agent: compileFrames(lessons.frames, 'agent', reading, lines),
  }
  const finders: Record<FrameSpeaker, (said: ReturnType<typeof clean>) => FrameMatch[]> = {
    customer: frameFinder(frames.customer, reading.sounds),
    agent: frameFinder(frames.agent, reading.sounds),
  }
  // Most lines are taught for several models.
  const takenApart = { customer: new Map<string, TakenApart>(), agent: new Map<string, TakenApart>() }
  const takeApart = (text: string, who: FrameSpeaker): TakenApart => {
    const known = takenApart[who].get(text)
    if (known) return known
    const said = clean(reading, text)
    const inner = innerGramsOf(said, groups, finders[who](said))
    const taken = { said, inner }
    takenApart[who].set(text, taken)
    return taken
  }
  return {
    script,
    words,
    frames,
    scenarios: [
      ...Object.entries(examples).flatMap(([id, says]) => says.map((text) => ({ text, labels: [id] }))),
      ...customer.flatMap(({ text, scenario }) =>
        scenario === undefined ? [] : [{ text, labels: [scenario], weight: scenario === NO_SCENARIO ? NOTHING : 1 }],
      ),
    ],
    signals: customer.flatMap(({ text, signals }) => (signals ? [{ text, labels: signals }] : [])),
    examples: lessons.frames.frames
      .filter(({ who }) => who === 'customer')
      .flatMap(({ shows, says, unlike }) => [
        ...says.map((text) => ({ text, labels: [shows] })),
        ...unlike.map((text) => ({ text, labels: [] })),
      ]),
    acts: [
      ...agent.flatMap(({ text, acts }) => (acts ? [{ text, labels: acts }] : [])),
      ...approved.map(({ text, acts }) => ({ text, labels: acts, weight: APPROVED })),
    ],
    violations: [
      ...agent.flatMap(({ text, violations }) => (violations ? [{ text, labels: violations }] : [])),
      ...approved.map(({ text }) => ({ text, labels: [], weight: APPROVED })),
      ...wrong.map(({ text, violation }) => ({ text, labels: [violation] })),
    ],
    grams(text, who) {
      const { said, inner } = takeApart(text, who)
      return [...inner, ...edgesOf(said)]
    },
    inner(text) {
      const { said, inner } = takeApart(text, 'customer')
      return { grams: inner, length: said.text.length }
    },
  }
}
