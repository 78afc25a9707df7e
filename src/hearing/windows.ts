import type { Gram } from './grams.ts'
import type { LinearModel } from './linear.ts'

/** The part of an utterance that speaks most for a class. */
export interface Window {
  readonly score: number
  readonly start: number
  readonly end: number
}

/** What a gram speaks for or against a class, and where. */
interface Hit {
  /** Which gram it is. */
  readonly row: number
  readonly start: number
  readonly end: number
  readonly weight: number
}

/** The most characters that are taken together. */
const WIDEST = 40
/** About how many grams a character brings. */
const GRAMS_EACH = 3.5
/** A window of fewer grams than this is taken for one of so many, so that no word alone is loud. */
export const FEWEST = 40
/** Stands for the row of a gram that the model knows nothing of. */
const NO_ROW = -1

/**
 * For each class the window that speaks most for it. What is said before and after adds windows and takes none away, so a score never falls
 * by it.
 *
 * @param grams those that are the same wherever they stand: `innerGramsOf`
 * @param length of the clean text
 * @param least by class: what cannot reach this is not looked for, and scores as if nothing had been said
 */
export function windowScores(model: LinearModel, grams: readonly Gram[], length: number, least?: readonly number[]): Window[] {
  const rows = Int32Array.from(grams, ({ gram }) => model.rows.get(gram) ?? NO_ROW)
  const most = mostOf(model, rows)
  const reaches = model.bias.map((score, i) => {
    const reach = score + ((most[i] as number) * model.scale) / Math.sqrt(FEWEST)
    return reach > score && reach >= (least?.[i] ?? score)
  })
  const hits = hitsOf(model, grams, rows, reaches)
  return model.bias.map((score, i) => bestWindow(hits[i] as Hit[], length, model.scale, { score, start: 0, end: 0 }))
}

/** All that speaks for each class: no window speaks for it more. */
function mostOf({ bias, starts, into, weights }: LinearModel, rows: Int32Array): Float64Array {
  const most = new Float64Array(bias.length)
  for (const row of new Set(rows)) {
    if (row === NO_ROW) continue
    const last = starts[row + 1] as number
    for (let at = starts[row] as number; at < last; at++) {
      const weight = weights[at] as number
      if (weight > 0) most[into[at] as number] = (most[into[at] as number] as number) + weight
    }
  }
  return most
}

/** What speaks for or against each of the wanted classes. */
function hitsOf({ starts, into, weights }: LinearModel, grams: readonly Gram[], rows: Int32Array, wanted: readonly boolean[]): Hit[][] {
  const hits: Hit[][] = wanted.map(() => [])
  if (!wanted.includes(true)) return hits
  for (const [i, { start, length }] of grams.entries()) {
    const row = rows[i] as number
    if (row === NO_ROW) continue
    const last = starts[row + 1] as number
    for (let at = starts[row] as number; at < last; at++) {
      const own = into[at] as number
      if (wanted[own]) hits[own]?.push({ row, start, end: start + length, weight: weights[at] as number })
    }
  }
  return hits
}

/**
 * The best window begins and ends with something that speaks for the class: what stands around that only lowers it. A gram that occurs
 * twice in a window counts once, as in a lesson.
 */
function bestWindow(hits: readonly Hit[], length: number, scale: number, nothing: Window): Window {
  if (hits.length === 0) return nothing
  const byEnd: Hit[][] = Array.from({ length: length + 1 }, () => [])
  for (const hit of hits) byEnd[hit.end]?.push(hit)
  let best = nothing
  /** By gram, where the last window began that it was counted in. */
  const counted = new Map<number, number>()
  for (const start of new Set(hits.flatMap((hit) => (hit.weight > 0 ? [hit.start] : [])))) {
    let sum = 0
    const last = Math.min(length, start + WIDEST)
    for (let end = start + 1; end <= last; end++) {
      let speaks = false
      for (const hit of byEnd[end] as Hit[]) {
        if (hit.start < start || counted.get(hit.row) === start) continue
        counted.set(hit.row, start)
        sum += hit.weight
        speaks ||= hit.weight > 0
      }
      if (!speaks) continue
      const score = nothing.score + (sum * scale) / Math.sqrt(Math.max(FEWEST, GRAMS_EACH * (end - start)))
      if (score > best.score) best = { score, start, end }
    }
  }
  return best
}
