import type { Signal } from '../core/vocabulary.ts'
import type { Gram } from './grams.ts'

/** What customers say when they make a move, for every move that has such lines; one of them is `none`. */
export type MoveLines = Readonly<Record<string, { readonly says: readonly string[]; readonly signals: readonly Signal[] }>>

/** The name of talk that makes no move. */
export const NO_MOVE = 'none'

/** How far a gram that a move's lines don't have is believed to occur with it all the same: as if in so many lines of all. */
const PRIOR = 5
/** What a signal is worth that the move carries and the utterance shows, on the scale of log odds. */
const SIGNALLED = 1.5

/** A move with how likely it is among those that were asked about, and which grams speak for it. */
export interface LikelyMove {
  readonly id: string
  readonly score: number
  readonly weigh: (gram: string) => number
}

interface Counted {
  readonly lines: number
  readonly grams: ReadonlyMap<string, number>
}

/**
 * Which of the moves that are open an utterance makes, the likeliest first, with `none` among them: naive Bayes over the grams of the lines that were
 * written for each. There are hundreds of moves with few lines each and ten open at most, so they are compared and not learnt.
 */
export function moveFinder(
  lines: MoveLines,
  gramsOf: (line: string) => Iterable<string>,
): (said: readonly Gram[], signals: readonly { readonly id: Signal; readonly score: number }[], among: readonly string[]) => LikelyMove[] {
  const moves = new Map<string, Counted>()
  const all = new Map<string, number>()
  let total = 0
  for (const [id, { says }] of Object.entries(lines)) {
    const grams = new Map<string, number>()
    for (const line of says) {
      for (const gram of new Set(gramsOf(line))) {
        grams.set(gram, (grams.get(gram) ?? 0) + 1)
        all.set(gram, (all.get(gram) ?? 0) + 1)
      }
    }
    total += says.length
    moves.set(id, { lines: says.length, grams })
  }
  const weight = ({ lines: count, grams }: Counted, gram: string): number => {
    const usual = ((all.get(gram) ?? 0) + 0.5) / (total + 1)
    return Math.log(((grams.get(gram) ?? 0) + PRIOR * usual) / (count + PRIOR) / usual)
  }

  return (said, signals, among) => {
    const known = [...new Set(said.map(({ gram }) => gram))].filter((gram) => all.has(gram))
    const candidates = [...among, NO_MOVE].flatMap((id) => {
      const counted = moves.get(id)
      return counted ? [{ id, counted }] : []
    })
    const scored = candidates.map(({ id, counted }) => {
      const sum = known.reduce((so, gram) => so + weight(counted, gram), 0) / Math.sqrt(known.length || 1)
      const shown = signals.filter((signal) => lines[id]?.signals.includes(signal.id))
      const signalled = Math.max(0, ...shown.map(({ score }) => score)) * SIGNALLED
      return { id, odds: Math.exp(sum + signalled), weigh: (gram: string) => weight(counted, gram) }
    })
    const sum = scored.reduce((so, { odds }) => so + odds, 0)
    return scored.map(({ id, odds, weigh }) => ({ id, score: odds / sum, weigh })).sort((a, b) => b.score - a.score)
  }
}
