/**
 * A linear model over grams: for each class the sum of the weights of the grams that occur, over the square root of their number. Most
 * grams speak for or against a few classes only, so weights stand in rows of their own length, one row a gram.
 */
export interface LinearModel {
  readonly classes: readonly string[]
  readonly bias: readonly number[]
  /** What a weight of 1 is worth. */
  readonly scale: number
  /** The row of each gram that has weights, in the order of the rows. */
  readonly rows: ReadonlyMap<string, number>
  /** Where each row begins in `into` and `weights`; one more entry for the end. */
  readonly starts: Uint32Array
  /** Index of the class that each weight is for, ascending in a row. */
  readonly into: Uint8Array
  /** Whole numbers: `weightOfLevel` of levels from -STEPS to STEPS, and never 0. */
  readonly weights: Int16Array
}

/** How many levels a weight has on either side of nothing. With seven, which half a byte could hold, `npm run evaluate` hears less. */
export const STEPS = 11

/** Levels lie close where weights are small, because the many small ones matter together as much as the few large ones. */
export function weightOfLevel(level: number): number {
  return Math.sign(level) * level * level
}

/** The level that is nearest to a weight, given as a whole number or not. */
export function levelOfWeight(weight: number): number {
  return Math.sign(weight) * Math.round(Math.sqrt(Math.abs(weight)))
}

/**
 * The score of each class, in the order of the model's classes; on the scale of log odds.
 *
 * @param grams of an utterance, each once: `distinctOf`
 */
export function scoresOf({ bias, scale, rows, starts, into, weights }: LinearModel, grams: ReadonlySet<string>): Float64Array {
  const scores = new Float64Array(bias.length)
  for (const gram of grams) {
    const row = rows.get(gram)
    if (row === undefined) continue
    const end = starts[row + 1] as number
    for (let at = starts[row] as number; at < end; at++) {
      const own = into[at] as number
      scores[own] = (scores[own] as number) + (weights[at] as number)
    }
  }
  const share = scale / Math.sqrt(grams.size || 1)
  for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] as number) * share + (bias[i] as number)
  return scores
}

/** How much a gram speaks for a class, in units of the model's scale; 0 where it says nothing of it. */
export function weightOf({ rows, starts, into, weights }: LinearModel, gram: string, wanted: number): number {
  const row = rows.get(gram)
  if (row === undefined) return 0
  const end = starts[row + 1] as number
  for (let at = starts[row] as number; at < end; at++) if (into[at] === wanted) return weights[at] as number
  return 0
}
