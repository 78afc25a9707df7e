import type { Spelling } from '../core/text/spelling.ts'
import { makeAligner } from './align.ts'
import { type Corpus, makeCorpus, type SearchedPack, unitsAt } from './corpus.ts'
import { costsOf, type Pattern } from './costs.ts'
import { type Finalist, finalOrder } from './final-order.ts'
import { buildGramIndex, candidates, makeScores } from './gram-index.ts'
import { queryGrams, textGrams } from './grams.ts'
import { Lowest } from './lowest.ts'
import { isLatin, type Query, queriesOf, weightOf } from './query.ts'
import { readingOf } from './reading.ts'

/** How many lines a search answers with. */
export const HITS = 8

/** A line that answers a query. */
export interface Hit {
  readonly line: string
  /** The wording or purpose that was met, as the pack has it. */
  readonly text: string
  /** Which wording that is, as `wordingsOf` counts; absent when it was the purpose. */
  readonly wording?: number
  /** What was met, as [start, end) pairs of places in the text, in order and apart. */
  readonly ranges: readonly Range[]
}

export type Range = readonly [start: number, end: number]

/** Which lines are looked for. */
export interface Scope {
  /** Lines of the machine in front: they come before others that are met as well. */
  readonly own?: ReadonlySet<string>
  /** The only lines that may be found; all when left out. */
  readonly only?: ReadonlySet<string>
}

export type LineSearch = (query: string, scope?: Scope) => readonly Hit[]

const EVERYWHERE: Scope = {}

/** How many texts are looked at closely, of those found by each way to read a query. */
const CLOSELY = 40
/** And how many once more, with mistyped letters in mind. */
const AGAIN = 25
/** How many go into the final order. */
const LAST = 12
/** So many texts are enough to go on with, whatever others might cost. */
const ENOUGH = 3 * LAST
/** How much worse than the best an answer may be: a mistake where there was none. */
const SPREAD = 1
/** The share of a query that may be wrong. */
const TOLERANCE = 0.45
/** From here on, mistyped letters are thought of. */
const POOR = 0.5
/** What a line of the machine in front may cost more than another and still come first: less than any difference in sound. */
const OWN_LEAD = 0.2
/** And how much more its pieces count when texts are found. */
const OWN_FACTOR = 2
/** What a purpose may be met better than a wording of the same line without taking its place. */
const PURPOSE = 0.1
/** And what a text is met better by its numbers said otherwise than one of the same line that has them as they were typed. */
const RESPELLED = 0.05
/** Words in another order, or apart. */
const APART = 0.12
const WORDS = 5

/**
 * A search over the lines of a pack by hanzi, sound, pinyin, initials, purpose, with mistakes (docs/decisions/0012). Making it takes
 * some tenths of a second, a query about a millisecond.
 *
 * @example
 * lineSearch(pack, spelling)('nmms') // lines with 您慢慢说
 */
export function lineSearch(pack: SearchedPack, spelling: Spelling): LineSearch {
  const reading = readingOf(spelling)
  const corpus = makeCorpus(reading, pack)
  const index = buildGramIndex(corpus.texts.length, (form, emit) => textGrams(reading, unitsAt(corpus, form), emit))
  const scores = makeScores(index)
  const costs = costsOf(reading)
  const aligner = makeAligner(reading, corpus)
  const lineOf = (form: number) => corpus.texts[form]?.line ?? ''

  let factored: { readonly scope: Scope; readonly of: Float32Array } | undefined
  /** How much the pieces of each form count in a scope, which stays the same while an agent types. */
  function factors(scope: Scope): Float32Array {
    if (factored?.scope !== scope) {
      const { own, only } = scope
      const of = Float32Array.from(corpus.texts, ({ line }) => (only && !only.has(line) ? 0 : own?.has(line) ? OWN_FACTOR : 1))
      factored = { scope, of }
    }
    return factored.of
  }

  /** The least cost of each form that is near enough, and how it was reached. */
  function meet(query: Query, forms: Iterable<number>, mistyped: boolean): Met[] {
    const limit = TOLERANCE * query.codes.reduce((sum, code) => sum + weightOf(code), 0)
    // Until something is met well, a first look does not go beyond that: what is met worse is looked at again with mistakes in mind.
    const first = mistyped || !query.codes.some(isLatin) ? limit : Math.min(limit, POOR)
    const lowest = new Lowest(ENOUGH)
    const reach = () => Math.min(lowest.least === Number.POSITIVE_INFINITY ? first : limit, lowest.least + SPREAD, lowest.most)
    const met: Met[] = []
    const take = (form: number, cost: number, by: readonly Pattern[]) => {
      lowest.add(cost)
      met.push({ form, cost, by })
    }

    const pattern = costs.patternOf(query, mistyped)
    for (const form of forms) {
      const cost = aligner.cost(pattern, form, reach())
      if (cost < limit) take(form, cost, [pattern])
    }
    const words = wordsOf(query)
    const apart = APART * (words.length - 1)
    // Where they stand together, nobody looks for them apart.
    if (words.length === 1 || words.length > WORDS || lowest.least < apart) return met
    const patterns = words.map((word) => costs.patternOf(word, mistyped))
    for (const form of forms) {
      let cost = apart
      for (const word of patterns) {
        const bound = reach() - cost
        if (bound <= 0) break
        cost += aligner.cost(word, form, bound)
      }
      if (cost < reach()) take(form, cost, patterns)
    }
    return met
  }

  function trace({ form, cost, by }: Met): Finalist {
    const places = by.flatMap((word) => aligner.trace(word, form, Number.POSITIVE_INFINITY).met)
    return { form, cost, met: [...new Set(places)].sort((a, b) => a - b) }
  }

  function find(query: Query, scope: Scope): readonly Finalist[] {
    const { asPinyin, asInitials } = queryGrams(reading, query)
    const ways = [asPinyin, asInitials].map((grams) => candidates(index, scores, grams, CLOSELY, factors(scope)))
    const forms = new Set(ways.flat())
    const again = () => new Set(ways.flatMap((way) => way.slice(0, AGAIN)))
    const best = (met: readonly Met[]) => {
      const lead = (form: number) => (scope.own?.has(lineOf(form)) ? OWN_LEAD : 0)
      // Of a line that is met in its purpose and in a wording, the wording tells more.
      const told = (cost: number, form: number) => {
        const { wording, respelled } = corpus.texts[form] ?? {}
        return cost + (wording === undefined ? PURPOSE : 0) + (respelled ? RESPELLED : 0)
      }
      const better = (cost: number, form: number, than: Met) => told(cost, form) - told(than.cost, than.form) || form - than.form
      const byLine = new Map<string, Met>()
      for (const each of met) {
        const line = lineOf(each.form)
        const cost = each.cost - lead(each.form)
        const before = byLine.get(line)
        if (!before || better(cost, each.form, before) < 0) byLine.set(line, { ...each, cost })
      }
      return [...byLine.values()].sort((a, b) => a.cost - b.cost || a.form - b.form).slice(0, LAST)
    }
    const asTyped = best(meet(query, forms, false))
    const last = (asTyped[0]?.cost ?? POOR) < POOR || !query.codes.some(isLatin) ? asTyped : best(meet(query, again(), true))
    return finalOrder(reading, corpus, query, last.map(trace))
  }

  return (typed, scope = EVERYWHERE) => {
    const queries = queriesOf(reading, typed)
    const found = queries.flatMap((query) => find(query, scope))
    // A number that is said in several ways is looked for in each; the better way comes first.
    if (queries.length > 1) found.sort((a, b) => a.cost - b.cost)
    const lines = new Set<string>()
    return found
      .filter(({ form }) => !lines.has(lineOf(form)) && lines.add(lineOf(form)))
      .slice(0, HITS)
      .map((each) => hitOf(corpus, each))
  }
}

/** A form that was met, and by which patterns: that of the whole query, or those of its words. */
interface Met {
  readonly form: number
  readonly cost: number
  readonly by: readonly Pattern[]
}

function wordsOf({ codes, words }: Query): readonly Query[] {
  return [...new Set(words)].map((word) => {
    const own = codes.filter((_, i) => words[i] === word)
    return { codes: own, words: own.map(() => 0) }
  })
}

function hitOf({ texts, starts, ends }: Corpus, { form, met }: Finalist): Hit {
  const { line = '', text = '', wording } = texts[form] ?? {}
  const ranges: [number, number][] = []
  for (const place of met) {
    const [start, end] = [starts[place] ?? 0, ends[place] ?? 0]
    const last = ranges.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else ranges.push([start, end])
  }
  return { line, text, ...(wording === undefined ? {} : { wording }), ranges }
}
