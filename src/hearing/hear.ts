import type { Act, Signal, Violation } from '../core/vocabulary.ts'
import { type Amount, amountsIn } from './amounts.ts'
import { type Clean, clean } from './clean.ts'
import { type Deadline, deadlinesIn } from './deadlines.ts'
import { type Evidence, evidence } from './evidence.ts'
import { type Gram, gramsOf, type WordGroups, wordGroups } from './grams.ts'
import { type Hearing, NO_SCENARIO } from './hearing.ts'
import { type LinearModel, scoresOf, weightOf } from './linear.ts'
import { type Reading, readingOf } from './script.ts'

/** Something recognised, how sure that is (0 to 1), and the words that caused it. */
export interface Recognised<Id extends string = string> {
  readonly id: Id
  readonly score: number
  readonly because: readonly Evidence[]
}

/** What one utterance was heard to be. */
export interface Heard {
  /** The best first; empty when nothing is recognised. */
  readonly scenarios: readonly Recognised[]
  readonly signals: readonly Recognised<Signal>[]
  readonly acts: readonly Recognised<Act>[]
  readonly violations: readonly Recognised<Violation>[]
  readonly amounts: readonly Amount[]
  readonly deadlines: readonly Deadline[]
}

export type Speaker = 'customer' | 'agent'

/** How many scenarios are named at most. */
const SCENARIOS = 5
/** A scenario less likely than this is not worth naming behind a better one. */
const LEAST = 0.03
/** How many pieces of an utterance are quoted for one finding. */
const QUOTES = 3

/**
 * A recogniser, ready for every utterance that follows. What the customer says shows scenarios and signals, what the agent says acts and
 * violations, and neither the other's.
 *
 * @example
 * const hear = listener(hearing)
 * hear('再不给我解决我就找记者', 'customer').signals // threat-media, because of 找记者
 */
export function listener(hearing: Hearing): (text: string, who: Speaker) => Heard {
  const reading: Reading = readingOf(hearing.script)
  const words: WordGroups = wordGroups(hearing.words)
  return (text, who) => {
    const said = clean(reading, text)
    const grams = gramsOf(said, words)
    const likely = <Id extends string>(model: LinearModel) => likelyOf<Id>(model, grams, said, text)
    return {
      scenarios: who === 'customer' ? scenariosOf(hearing.scenarios, grams, said, text) : [],
      signals: who === 'customer' ? likely<Signal>(hearing.signals) : [],
      acts: who === 'agent' ? likely<Act>(hearing.acts) : [],
      violations: who === 'agent' ? likely<Violation>(hearing.violations) : [],
      amounts: amountsIn(text),
      deadlines: deadlinesIn(text),
    }
  }
}

function scenariosOf(model: LinearModel, grams: readonly Gram[], said: Clean, text: string): Recognised[] {
  const scores = scoresOf(model, grams)
  const highest = Math.max(...scores)
  const odds = Array.from(scores, (score) => Math.exp(score - highest))
  const sum = odds.reduce((total, each) => total + each, 0)
  const found = model.classes.map((id, i) => ({ id, at: i, score: (odds[i] ?? 0) / sum })).sort((a, b) => b.score - a.score)
  if (found[0]?.id === NO_SCENARIO) return []
  return found
    .filter(({ id, score }) => id !== NO_SCENARIO && score >= LEAST)
    .slice(0, SCENARIOS)
    .map(({ id, at, score }) => ({ id, score: rounded(score), because: becauseOf(model, at, grams, said, text) }))
}

/** Classes that do not exclude each other, each more likely than not. */
function likelyOf<Id extends string>(model: LinearModel, grams: readonly Gram[], said: Clean, text: string): Recognised<Id>[] {
  return Array.from(scoresOf(model, grams), (score, at) => ({ at, score: 1 / (1 + Math.exp(-score)) }))
    .filter(({ score }) => score >= 0.5)
    .sort((a, b) => b.score - a.score)
    .map(({ at, score }) => ({ id: model.classes[at] as Id, score: rounded(score), because: becauseOf(model, at, grams, said, text) }))
}

/** The pieces of an utterance that speak most for a class, as they were said, in their order. */
function becauseOf(model: LinearModel, at: number, grams: readonly Gram[], { at: places }: Clean, text: string): Evidence[] {
  const weigh = new Float64Array(places.length)
  for (const { gram, start, length } of grams) {
    const weight = weightOf(model, gram, at)
    // A gram speaks for all of its characters, a longer one not louder than a short one.
    for (let place = start; place < start + length; place++) weigh[place] = (weigh[place] as number) + weight / length
  }
  const top = Math.max(...weigh)
  if (top <= 0) return []
  const spans: { start: number; end: number; weight: number }[] = []
  for (let i = 0; i < weigh.length; i++) {
    if ((weigh[i] as number) < top * 0.35) continue
    const before = spans.at(-1)
    // What is parted by one character only is quoted in one piece.
    if (before && i - before.end <= 1) {
      before.end = i + 1
      before.weight += weigh[i] as number
    } else spans.push({ start: i, end: i + 1, weight: weigh[i] as number })
  }
  return spans
    .sort((a, b) => b.weight - a.weight)
    .slice(0, QUOTES)
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => evidence(text, places[start] ?? 0, (places[end - 1] ?? 0) + characterAt(text, places[end - 1] ?? 0)))
}

/** How many places a character takes in a text. */
function characterAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
}

function rounded(score: number): number {
  return Math.round(score * 1000) / 1000
}
