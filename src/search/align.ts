import type { Corpus } from './corpus.ts'
import { COST, type Pattern } from './costs.ts'
import { NO_SYLLABLE, READINGS, type Reading } from './reading.ts'

/** Where in a text a query was met best. */
export interface Alignment {
  readonly cost: number
  /** Characters that were met, as indices into the corpus, in order. */
  readonly met: readonly number[]
}

/** How a state was reached. */
const EXTRA = 1
const LEFT_OUT = 2
const OTHER = 3
const SWAPPED = 4
/** And above this, by meeting a character with so many symbols. */
const MET = 8

/** Longer queries are cut before they come here. */
const SYMBOLS = 65
/** A mistyped syllable takes one symbol more than the longest has. */
const MARGIN = 8

/**
 * Finds the piece of a text that a query stands for. Both are gone through side by side: each character of the text is met by a character
 * of the query, by its syllable in letters, by the beginning of it or by its initial, or is passed over.
 */
export interface Aligner {
  /** The least cost; infinite from `bound` on, which is what makes it fast. */
  readonly cost: (pattern: Pattern, form: number, bound: number) => number
  /** The same, with the characters that were met. */
  readonly trace: (pattern: Pattern, form: number, bound: number) => Alignment
}

export function makeAligner({ readings }: Pick<Reading, 'readings'>, corpus: Corpus): Aligner {
  const { codes, optional, edges, offsets } = corpus
  // Columns of the table, one a character: the one at hand, and those for the two that follow. All infinite between runs.
  const column = () => new Float32Array(SYMBOLS + MARGIN).fill(Number.POSITIVE_INFINITY)
  const columns = { first: column(), second: column(), third: column() }
  /** Column in which the best way of the last run came to its end. */
  let endedAt = 0

  function run(pattern: Pattern, form: number, bound: number, ways: Uint8Array | undefined): number {
    const { symbols, codes: wanted, extra, firsts, begins, lengths, costs } = pattern
    const [from, to] = [offsets[form] as number, offsets[form + 1] as number]
    const width = symbols + 1
    let now = columns.first
    let next = columns.second
    let afterNext = columns.third
    let best = bound
    // The furthest symbol that each column has been brought to.
    let reach = 0
    let nextReach = 0
    let afterReach = 0
    for (let j = from; j <= to; j++) {
      const row = (j - from) * width
      const inside = j < to
      const code = inside ? (codes[j] as number) : 0
      const passing = optional[j] ? COST.slot : COST.leftOut
      now[0] = COST.from[edges[j] ?? 0] ?? 0
      for (let i = 0; i <= reach && i < symbols; i++) {
        const cost = now[i] as number
        if (cost >= best) continue
        const without = cost + (extra[i] as number)
        if (without < best && without < (now[i + 1] as number)) {
          now[i + 1] = without
          if (i === reach) reach++
          if (ways) ways[row + i + 1] = EXTRA
        }
        if (!inside) continue
        const passed = cost + passing
        if (i > 0 && passed < best && passed < (next[i] as number)) {
          next[i] = passed
          if (i > nextReach) nextReach = i
          if (ways) ways[row + width + i] = LEFT_OUT
        }
        const character = wanted[i] as number
        if (character === 0) continue
        const met = character === code
        const other = met ? cost : cost + COST.other
        if (other < best && other < (next[i + 1] as number)) {
          next[i + 1] = other
          if (i >= nextReach) nextReach = i + 1
          if (ways) ways[row + width + i + 1] = met ? MET + 1 : OTHER
        }
        if (!met && j + 1 < to && i + 1 < symbols && character === codes[j + 1] && wanted[i + 1] === code) {
          const swapped = cost + COST.swapped
          if (swapped >= (afterNext[i + 2] as number)) continue
          afterNext[i + 2] = swapped
          afterReach = Math.max(afterReach, i + 2)
          if (ways) ways[row + 2 * width + i + 2] = SWAPPED
        }
      }
      for (let nth = 0; inside && nth < READINGS; nth++) {
        const syllable = readings[code * READINGS + nth] as number
        if (syllable === NO_SYLLABLE) break
        const rare = nth === 0 ? 0 : COST.rareReading
        const last = firsts[syllable + 1] as number
        for (let piece = firsts[syllable] as number; piece < last; piece++) {
          const begin = begins[piece] as number
          const met = (now[begin] as number) + (costs[piece] as number) + rare
          const end = begin + (lengths[piece] as number)
          if (met >= best || met >= (next[end] as number)) continue
          next[end] = met
          if (end > nextReach) nextReach = end
          if (ways) ways[row + width + end] = MET + end - begin
        }
      }
      if ((now[symbols] as number) < best) {
        best = now[symbols] as number
        endedAt = j - from
      }
      for (let i = 0; i <= reach; i++) now[i] = Number.POSITIVE_INFINITY
      const free = now
      now = next
      next = afterNext
      afterNext = free
      reach = nextReach
      nextReach = afterReach
      afterReach = 0
    }
    for (let i = 0; i <= Math.max(reach, nextReach); i++) now[i] = next[i] = Number.POSITIVE_INFINITY
    return best < bound ? best : Number.POSITIVE_INFINITY
  }

  return {
    cost: (pattern, form, bound) => run(pattern, form, bound, undefined),
    trace: (pattern, form, bound) => {
      const from = offsets[form] as number
      const width = pattern.symbols + 1
      const ways = new Uint8Array(((offsets[form + 1] as number) - from + 3) * width)
      const cost = run(pattern, form, bound, ways)
      return { cost, met: cost < bound ? follow(ways, width, endedAt).map((column) => from + column) : [] }
    },
  }
}

/** Goes the best way back from its end; answers the columns in which a character was met. */
function follow(ways: Uint8Array, width: number, end: number): number[] {
  const met: number[] = []
  let column = end
  let i = width - 1
  while (i > 0) {
    const way = ways[column * width + i] as number
    if (way === EXTRA) {
      i--
      continue
    }
    column--
    if (way === LEFT_OUT) continue
    if (way === SWAPPED) met.push(column--)
    if (way !== OTHER) met.push(column)
    i -= way > MET ? way - MET : way === SWAPPED ? 2 : 1
  }
  return met.reverse()
}
