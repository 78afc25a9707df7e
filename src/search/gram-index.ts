import type { WeightedGram } from './grams.ts'

/** Which texts have which pieces, as posting lists behind one table; ids of texts count from 0. */
export interface GramIndex {
  readonly texts: number
  /** List of bucket b: `postings[offsets[b]]` up to `postings[offsets[b + 1]]`; a power of two of buckets. */
  readonly offsets: Uint32Array
  readonly postings: Uint32Array
}

/**
 * Builds the index.
 *
 * @param grams hands the pieces of each text to `emit`; the same one more than once does no harm
 */
export function buildGramIndex(texts: number, grams: (text: number, emit: (key: number) => void) => void): GramIndex {
  // Buckets by what came up first in each text; how many there will be is known after the first texts only.
  const buckets = texts > 20_000 ? 1 << 20 : 1 << 18
  const seenIn = new Int32Array(buckets).fill(-1)
  const offsets = new Uint32Array(buckets + 1)
  const starts = new Uint32Array(texts + 1)
  let keys = new Uint32Array(1 << 16)
  let count = 0
  for (let text = 0; text < texts; text++) {
    starts[text] = count
    grams(text, (key) => {
      const bucket = key & (buckets - 1)
      if (seenIn[bucket] === text) return
      seenIn[bucket] = text
      if (count === keys.length) {
        const more = new Uint32Array(count * 2)
        more.set(keys)
        keys = more
      }
      keys[count++] = bucket
      offsets[bucket + 1] = (offsets[bucket + 1] as number) + 1
    })
  }
  starts[texts] = count
  for (let bucket = 0; bucket < buckets; bucket++) offsets[bucket + 1] = (offsets[bucket + 1] as number) + (offsets[bucket] as number)
  const free = offsets.slice()
  const postings = new Uint32Array(count)
  for (let text = 0; text < texts; text++) {
    for (let i = starts[text] as number; i < (starts[text + 1] as number); i++) {
      const bucket = keys[i] as number
      const at = free[bucket] as number
      postings[at] = text
      free[bucket] = at + 1
    }
  }
  return { texts, offsets, postings }
}

/** How many entries of posting lists one query may touch: the rest of its pieces are the commonest and tell least. */
const BUDGET = 20_000
/** Texts with less than this share of the best score are not looked at. */
const LEAST = 0.35
/** A text that a query's pieces meet only when less than this share of their worth is left is not looked at either. */
const OPENING = 0.25
/** How finely scores are told apart when the best are picked. */
const STEPS = 1024
/** How many times as many as are wanted are sorted at most. */
const SORTED = 4

/** Where the scores of one query are added up; kept between queries, and all zero then. */
export interface Scores {
  readonly of: Float32Array
  readonly touched: Uint32Array
  readonly kept: Float32Array
}

export function makeScores({ texts }: Pick<GramIndex, 'texts'>): Scores {
  return { of: new Float32Array(texts), touched: new Uint32Array(texts), kept: new Float32Array(texts) }
}

/**
 * The texts that have most of what a query is made of, the best first; rare pieces count more than common ones.
 *
 * @param most how many at most; among equals the lower ids
 * @param factors how much the score of each text counts: 0 leaves it out
 */
export function candidates(
  { texts, offsets, postings }: GramIndex,
  scores: Scores,
  grams: readonly WeightedGram[],
  most: number,
  factors: Float32Array,
): readonly number[] {
  const { of, touched } = scores
  const mask = offsets.length - 2
  const lists = grams
    .map(({ key, weight }) => {
      const [from = 0, to = 0] = [offsets[key & mask], offsets[(key & mask) + 1]]
      return { from, to, worth: weight * Math.log(1 + texts / (to - from || 1)) }
    })
    .filter(({ from, to }) => to > from)
    .sort((a, b) => a.to - a.from - (b.to - b.from) || a.from - b.from)
  const all = lists.reduce((sum, { worth }) => sum + worth, 0)
  let left = all
  let found = 0
  let spent = 0
  for (const { from, to, worth } of lists) {
    if (spent > 0 && spent + to - from > BUDGET) break
    spent += to - from
    // What has only the commonest pieces cannot be among the best.
    const opens = left >= all * OPENING
    left -= worth
    for (let i = from; i < to; i++) {
      const text = postings[i] as number
      const before = of[text] as number
      if (before > 0) of[text] = before + worth
      else if (opens) {
        touched[found++] = text
        of[text] = worth
      }
    }
  }

  let highest = 0
  for (let i = 0; i < found; i++) {
    const text = touched[i] as number
    const score = (of[text] as number) * (factors[text] as number)
    of[text] = score
    if (score > highest) highest = score
  }
  return pick(scores, found, most, highest)
}

/** The best by score; a histogram finds the mark that they reach without sorting all. */
function pick({ of, touched, kept }: Scores, found: number, most: number, highest: number): readonly number[] {
  const least = highest * LEAST
  const scale = (STEPS - 1) / (highest - least || 1)
  const counts = new Uint32Array(STEPS)
  let near = 0
  for (let i = 0; i < found; i++) {
    const text = touched[i] as number
    const score = of[text] as number
    of[text] = 0
    if (score < least || score === 0) continue
    // Those that are near enough move to the front, with their scores beside them.
    touched[near] = text
    kept[near++] = score
    const step = Math.floor((score - least) * scale)
    counts[step] = (counts[step] as number) + 1
  }
  let mark = STEPS - 1
  let above = 0
  while (mark > 0 && above + (counts[mark] as number) < most) above += counts[mark--] as number
  const best: number[] = []
  // Thousands may be alike, as after a single letter; to sort all of them would take longer than to find them.
  let alike = SORTED * most
  for (let i = 0; i < near; i++) {
    const step = Math.floor(((kept[i] as number) - least) * scale)
    if (step > mark || (step === mark && alike-- > 0)) best.push(i)
  }
  return best
    .sort((a, b) => (kept[b] as number) - (kept[a] as number) || (touched[a] as number) - (touched[b] as number))
    .slice(0, most)
    .map((i) => touched[i] as number)
}
