import type { LinearModel } from '../../hearing/linear.ts'

/** An utterance to learn from. */
export interface Example {
  /** Its grams, each once. */
  readonly grams: readonly string[]
  /** The classes that hold, by index; several only where classes do not exclude each other. */
  readonly holds: readonly number[]
  /** How much it counts; 1 left out. */
  readonly weight?: number
}

export interface Training {
  readonly classes: readonly string[]
  /** Whether exactly one class holds at a time (softmax) or each for itself (one logistic regression each). */
  readonly kind: 'one-of' | 'any-of'
  readonly rounds: number
  readonly rate: number
  /** How strongly weights are pulled to zero, against learning by heart. */
  readonly decay: number
  /** Grams that fewer lessons hold teach nothing that lasts. */
  readonly least: number
  /** How much more a class that holds counts than one that doesn't: most classes are seldom true. */
  readonly boost: number
  /** How many weights are kept, the largest ones. */
  readonly keep: number
}

/** A class that was wrong by less teaches nothing worth the time. */
const NEGLIGIBLE = 1e-3

/** The largest weight as a whole number. Coarser steps lose the many small weights beside a few large ones. */
const STEPS = 255

/**
 * Logistic regression by stochastic gradient descent with a step for each weight (AdaGrad). Nothing is left to chance: the same lessons
 * give the same model, on every machine.
 */
export function train(lessons: readonly Example[], { classes, kind, rounds, rate, decay, least, boost, keep }: Training): LinearModel {
  const counts = new Map<string, number>()
  for (const { grams } of lessons) for (const gram of grams) counts.set(gram, (counts.get(gram) ?? 0) + 1)
  const vocabulary = [...counts].filter(([, count]) => count >= least).map(([gram]) => gram)
  const often = vocabulary.map((gram) => counts.get(gram) ?? 0)
  const index = new Map(vocabulary.map((gram, i) => [gram, i]))
  const size = classes.length
  const weights = new Float32Array(vocabulary.length * size)
  const steps = new Float32Array(vocabulary.length * size).fill(1e-6)
  const bias = new Float64Array(size)
  const biasSteps = new Float64Array(size).fill(1e-6)
  const prepared = lessons.map(({ grams, holds, weight = 1 }) => ({
    features: Int32Array.from(grams.flatMap((gram) => index.get(gram) ?? [])),
    share: 1 / Math.sqrt(grams.length || 1),
    holds,
    weight,
  }))
  const order = prepared.map((_, i) => i)
  const chance = mulberry32(20_261_122)
  const scores = new Float64Array(size)
  const errors = new Float64Array(size)
  const places = new Int32Array(size)
  const kept = new Uint8Array(weights.length).fill(1)
  for (let round = 0; round < 2 * rounds; round++) {
    // Half way all but the largest weights are given up, and those that stay learn to do without them.
    if (round === rounds) prune(weights, kept, keep, often)
    shuffle(order, chance)
    for (const turn of order) {
      const { features, share, holds, weight } = prepared[turn] as (typeof prepared)[number]
      scores.set(bias)
      for (const feature of features) {
        const from = feature * size
        for (let i = 0; i < size; i++) scores[i] = (scores[i] as number) + (weights[from + i] as number) * share
      }
      toProbabilities(scores, kind)
      // What was believed becomes how wrong it was.
      for (const held of holds) scores[held] = ((scores[held] as number) - 1) * boost
      let active = 0
      for (let i = 0; i < size; i++) {
        const wrong = (scores[i] as number) * weight
        if (Math.abs(wrong) < NEGLIGIBLE) continue
        errors[active] = wrong
        places[active++] = i
        biasSteps[i] = (biasSteps[i] as number) + wrong * wrong
        bias[i] = (bias[i] as number) - (rate * wrong) / Math.sqrt(biasSteps[i] as number)
      }
      for (const feature of features) {
        const from = feature * size
        for (let k = 0; k < active; k++) {
          const at = from + (places[k] as number)
          if (kept[at] === 0) continue
          const gradient = (errors[k] as number) * share + decay * (weights[at] as number)
          steps[at] = (steps[at] as number) + gradient * gradient
          weights[at] = (weights[at] as number) - (rate * gradient) / Math.sqrt(steps[at] as number)
        }
      }
    }
  }
  return pack(vocabulary, classes, weights, bias)
}

function toProbabilities(scores: Float64Array, kind: Training['kind']): void {
  if (kind === 'any-of') {
    for (let i = 0; i < scores.length; i++) scores[i] = 1 / (1 + Math.exp(-(scores[i] as number)))
    return
  }
  const highest = Math.max(...scores)
  let sum = 0
  for (let i = 0; i < scores.length; i++) {
    scores[i] = Math.exp((scores[i] as number) - highest)
    sum += scores[i] as number
  }
  for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] as number) / sum
}

/** Sets all but the `keep` weights that do most to zero, for good: large ones, of grams that are often heard. */
function prune(weights: Float32Array, kept: Uint8Array, keep: number, often: readonly number[]): void {
  const size = weights.length / often.length
  const worth = (weight: number, at: number) => Math.abs(weight) * Math.sqrt(often[Math.floor(at / size)] as number)
  const sorted = weights.map(worth).sort()
  const floor = sorted[Math.max(0, sorted.length - keep)] ?? 0
  for (let i = 0; i < weights.length; i++) {
    if (worth(weights[i] as number, i) >= floor) continue
    kept[i] = 0
    weights[i] = 0
  }
}

/** Weights as whole numbers, by gram. */
function pack(vocabulary: readonly string[], classes: readonly string[], weights: Float32Array, bias: Float64Array): LinearModel {
  const size = classes.length
  let largest = 0
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight))
  const scale = largest / STEPS || 1
  const byGram: Record<string, number[]> = {}
  for (const [row, gram] of vocabulary.entries()) {
    const own: number[] = []
    for (let i = 0; i < size; i++) {
      const step = Math.round((weights[row * size + i] as number) / scale)
      if (step !== 0) own.push(i, step)
    }
    if (own.length > 0) byGram[gram] = own
  }
  return { classes, bias: Array.from(bias, (each) => Math.round(each * 1000) / 1000), scale, weights: byGram }
}

function shuffle(list: number[], chance: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(chance() * (i + 1))
    const one = list[i] as number
    list[i] = list[j] as number
    list[j] = one
  }
}

/** A small generator of even numbers in [0, 1): https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
