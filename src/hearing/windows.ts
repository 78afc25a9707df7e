import type { Gram } from './grams.ts'
import type { LinearModel } from './linear.ts'

/** The part of an utterance that speaks most for a class. */
export interface Window {
  readonly score: number
  readonly start: number
  readonly end: number
}

/** The most characters that are taken together. */
const WIDEST = 40
/** A window of fewer grams than this is taken for one of so many, so that no word alone is loud. */
export const FEWEST = 40

/**
 * For each class the window that speaks most for it. What is said before and after adds windows and takes none away, so a score never falls
 * by it.
 *
 * @param grams those that are the same wherever they stand: `innerGramsOf`
 * @param length of the clean text
 */
export function windowScores(model: LinearModel, grams: readonly Gram[], length: number): Window[] {
  const { bias, scale, rows, starts, into, weights } = model
  const byEnd: { start: number; row: number | undefined }[][] = Array.from({ length: length + 1 }, () => [])
  for (const { gram, start, length: own } of grams) byEnd[start + own]?.push({ start, row: rows.get(gram) })
  const best = Array.from(bias, (score) => ({ score, start: 0, end: 0 }))
  const sums = new Float64Array(bias.length)
  for (let start = 0; start < length; start++) {
    sums.fill(0)
    let count = 0
    for (let end = start + 1; end <= Math.min(length, start + WIDEST); end++) {
      let moved = false
      for (const each of byEnd[end] as (typeof byEnd)[number]) {
        if (each.start < start) continue
        count++
        if (each.row === undefined) continue
        moved = true
        for (let at = starts[each.row] as number; at < (starts[each.row + 1] as number); at++) {
          sums[into[at] as number] = (sums[into[at] as number] as number) + (weights[at] as number)
        }
      }
      if (!moved) continue
      const share = scale / Math.sqrt(Math.max(count, FEWEST))
      for (let i = 0; i < best.length; i++) {
        const score = (sums[i] as number) * share + (bias[i] as number)
        if (score > (best[i] as Window).score) best[i] = { score, start, end }
      }
    }
  }
  return best
}
