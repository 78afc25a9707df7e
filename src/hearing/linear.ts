import type { Gram } from './grams.ts'

/**
 * A linear model over grams: for each class the sum of the weights of the grams that occur, over the square root of their number. The weights are
 * whole numbers, so that the file stays small.
 */
export interface LinearModel {
  readonly classes: readonly string[]
  readonly bias: readonly number[]
  /** What a weight of 1 is worth. */
  readonly scale: number
  /** By gram: index of a class and its weight, in turn. */
  readonly weights: Readonly<Record<string, readonly number[]>>
}

/** The score of each class, in the order of the model's classes; on the scale of log odds. */
export function scoresOf({ bias, scale, weights }: LinearModel, grams: readonly Gram[]): Float64Array {
  const scores = new Float64Array(bias.length)
  const seen = new Set<string>()
  for (const { gram } of grams) seen.add(gram)
  for (const gram of seen) {
    const own = weights[gram]
    if (!own) continue
    for (let i = 0; i < own.length; i += 2) {
      const into = own[i] as number
      scores[into] = (scores[into] as number) + (own[i + 1] as number)
    }
  }
  const share = scale / Math.sqrt(seen.size || 1)
  for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] as number) * share + (bias[i] as number)
  return scores
}
