import type { Act, Signal, Violation } from '../core/vocabulary.ts'
import { type Amount, amountsIn } from './amounts.ts'
import { becauseOf, quotesOf } from './because.ts'
import { type Clean, clean } from './clean.ts'
import { type Commitment, commitmentsIn, isCallBack } from './commitment.ts'
import { type Deadline, deadlinesIn } from './deadlines.ts'
import type { Evidence } from './evidence.ts'
import { withoutFormulas } from './formulas.ts'
import { type FrameMatch, frameFinder } from './frames.ts'
import { distinctOf, edgesOf, type Gram, gramsOf, innerGramsOf, type WordGroups, wordGroups } from './grams.ts'
import { type Hearing, NO_SCENARIO } from './hearing.ts'
import { type LinearModel, scoresOf, weightOf } from './linear.ts'
import { moveFinder, NO_MOVE } from './moves.ts'
import { type OfferedRefund, offeredRefund } from './offered-refund.ts'
import { type Reading, readingOf } from './script.ts'
import { isStillDone } from './still-done.ts'
import { type Window, windowScores } from './windows.ts'

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
  /** Of the moves that it was asked about. */
  readonly moves: readonly Recognised[]
  readonly acts: readonly Recognised<Act>[]
  readonly violations: readonly Recognised<Violation>[]
  readonly amounts: readonly Amount[]
  readonly deadlines: readonly Deadline[]
  /** What the agent offers to give back. */
  readonly offer?: OfferedRefund
  /** What the agent commits to by a time. */
  readonly commitments?: readonly Commitment[]
}

/** What the agent commits to by naming times; who names what each of several ways would take has chosen one only where they say when they ring back. */
function commitmentsOf(text: string, deadlines: readonly Deadline[], acts: readonly Recognised<Act>[]): readonly Commitment[] {
  if (!acts.some(({ id }) => id === 'commit-deadline')) return []
  const commitments = commitmentsIn(text, deadlines)
  return acts.some(({ id }) => id === 'offer-options') ? commitments.filter(({ because }) => isCallBack(text, because)) : commitments
}

export type Speaker = 'customer' | 'agent'

/** What is longer is no utterance: the rest of it is not listened to. */
const LONGEST = 20_000
/** How many scenarios are named at most. */
const SCENARIOS = 5
/** A scenario less likely than this is not worth naming behind a better one. */
const LEAST = 0.03
/** How many moves are named at most. */
const MOVES = 3

/**
 * A recogniser, ready for every utterance that follows. What the customer says shows scenarios and signals, what the agent says acts and
 * violations, and neither the other's.
 *
 * @example
 * const hear = listener(hearing)
 * hear('再不给我解决我就找记者', 'customer').signals // threat-media, because of 找记者
 */
export function listener(hearing: Hearing): (text: string, who: Speaker, among?: readonly string[]) => Heard {
  const reading: Reading = readingOf(hearing.script)
  const words: WordGroups = wordGroups(hearing.words)
  const { signals, acts, violations } = hearing.thresholds
  const finders = {
    customer: frameFinder(hearing.frames.customer, reading.sounds),
    agent: frameFinder(hearing.frames.agent, reading.sounds),
  }
  const least = hearing.dangers.classes.map((id) => signals[id] ?? 0)
  let findMoves: ReturnType<typeof moveFinder> | undefined
  const plainGrams = (line: string) => gramsOf(clean(reading, line), words, []).map(({ gram }) => gram)
  const listen = (given: string, who: Speaker, among: readonly string[] = []): Heard => {
    const text = given.slice(0, LONGEST)
    const said = clean(reading, text)
    const frames = finders[who](said)
    const inner = innerGramsOf(said, words, frames)
    const grams = [...inner, ...edgesOf(said)]
    const distinct = distinctOf(grams)
    const likely = <Id extends string>(model: LinearModel, thresholds: Readonly<Record<string, number>>) =>
      likelyOf<Id>(model, wholeOf(scoresOf(model, distinct), said), thresholds, grams, frames, said, text)
    const dangers = (model: LinearModel) =>
      likelyOf<Signal>(model, windowScores(model, inner, said.text.length, least), signals, inner, frames, said, text)
    const shown: Recognised<Signal>[] =
      who === 'customer' ? [...dangers(hearing.dangers), ...likely<Signal>(hearing.signals, signals)].sort((a, b) => b.score - a.score) : []
    const moves = (): Recognised[] => {
      findMoves ??= moveFinder(hearing.moves, plainGrams)
      const [first, ...others] = findMoves(grams, shown, among)
      if (!first || first.id === NO_MOVE) return []
      return [first, ...others]
        .filter(({ id }) => id !== NO_MOVE)
        .slice(0, MOVES)
        .map(({ id, score, weigh }) => ({ id, score: rounded(score), because: becauseOf(weigh, grams, said, text) }))
    }
    const slips =
      who === 'agent'
        ? withoutFormulas(text, likely<Violation>(hearing.violations, violations), (rest) => listen(rest, 'agent').violations)
        : []
    const done = who === 'agent' ? likely<Act>(hearing.acts, acts) : []
    const amounts = amountsIn(text)
    const deadlines = deadlinesIn(text)
    const commitments = commitmentsOf(text, deadlines, done)
    const offer = who === 'agent' ? offeredRefund(text, amounts) : undefined
    return {
      scenarios: who === 'customer' ? scenariosOf(hearing.scenarios, grams, distinct, said, text) : [],
      signals: shown,
      moves: who === 'customer' && among.length > 0 ? moves() : [],
      acts: done.filter(({ id }) =>
        isStillDone(
          id,
          slips.map((slip) => slip.id),
        ),
      ),
      violations: slips,
      amounts,
      deadlines,
      ...(offer ? { offer } : {}),
      ...(commitments.length > 0 ? { commitments } : {}),
    }
  }
  return listen
}

function scenariosOf(model: LinearModel, grams: readonly Gram[], distinct: ReadonlySet<string>, said: Clean, text: string): Recognised[] {
  const scores = scoresOf(model, distinct)
  const highest = Math.max(...scores)
  const odds = Array.from(scores, (score) => Math.exp(score - highest))
  const sum = odds.reduce((total, each) => total + each, 0)
  const found = model.classes.map((id, i) => ({ id, at: i, score: (odds[i] ?? 0) / sum })).sort((a, b) => b.score - a.score)
  if (found[0]?.id === NO_SCENARIO) return []
  return found
    .filter(({ id, score }) => id !== NO_SCENARIO && score >= LEAST)
    .slice(0, SCENARIOS)
    .map(({ id, at, score }) => ({ id, score: rounded(score), because: becauseOf((gram) => weightOf(model, gram, at), grams, said, text) }))
}

/** Scores of a whole utterance. */
function wholeOf(scores: Float64Array, { text }: Clean): Window[] {
  return Array.from(scores, (score) => ({ score, start: 0, end: text.length }))
}

/** Classes that do not exclude each other, each where its score reaches its threshold; there it is as likely as not. */
function likelyOf<Id extends string>(
  model: LinearModel,
  windows: readonly Window[],
  thresholds: Readonly<Record<string, number>>,
  grams: readonly Gram[],
  frames: readonly FrameMatch[],
  said: Clean,
  text: string,
): Recognised<Id>[] {
  return windows
    .map(({ score, start, end }, at) => ({
      at,
      start,
      end,
      score: 1 / (1 + Math.exp((thresholds[model.classes[at] as string] ?? 0) - score)),
    }))
    .filter(({ score }) => score >= 0.5)
    .sort((a, b) => b.score - a.score)
    .map(({ at, start, end, score }) => {
      const id = model.classes[at] as Id
      const found = frames.filter(({ frame }) => frame.shows === id)
      const near = () => grams.filter((gram) => gram.start < end && gram.start + gram.length > start)
      const because = found.length > 0 ? quotesOf(found, said, text) : becauseOf((gram) => weightOf(model, gram, at), near(), said, text)
      return { id, score: rounded(score), because }
    })
}

function rounded(score: number): number {
  return Math.round(score * 1000) / 1000
}
