import { chance } from '../../core/chance.ts'
import { type LinearModel, levelOfWeight, STEPS, weightOfLevel } from '../../hearing/linear.ts'
import { type Example, type LessonTable, tabulate } from './lesson-table.ts'

export type { Example }

export interface Training {
  readonly classes: readonly string[]
  /** Whether exactly one class holds at a time (softmax) or each for itself (one logistic regression each). */
  readonly kind: 'one-of' | 'any-of'
  /** How often all lessons are gone through with every weight, and again with those that are kept. */
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

/** Weights by gram: rows of classes, as in a `LinearModel`, with how far each has been moved. */
interface Rows {
  /** Whether every gram has a weight for every class, in their order. */
  readonly whole: boolean
  readonly starts: Uint32Array
  readonly into: Uint8Array
  readonly weights: Float32Array
  readonly moved: Float32Array
}

/** What is believed of each class before anything is said. */
interface Bias {
  readonly weights: Float64Array
  readonly moved: Float64Array
}

/** Of the order in which lessons are gone through. */
const SEED = 20_261_122

/** What every weight has been moved by at first, so that the first step is no division by nothing. */
const UNMOVED = 1e-6

/**
 * Logistic regression by stochastic gradient descent with a step for each weight (AdaGrad). Nothing is left to chance: the same lessons
 * give the same model, on every machine.
 */
export function train(lessons: readonly Example[], training: Training): LinearModel {
  const table = tabulate(lessons, training.least)
  const size = training.classes.length
  const bias: Bias = { weights: new Float64Array(size), moved: new Float64Array(size).fill(UNMOVED) }
  const order = Uint32Array.from(lessons, (_, i) => i)
  const next = chance(SEED)
  const learn = (rows: Rows) => {
    for (let round = 0; round < training.rounds; round++) {
      shuffle(order, next)
      goThrough(table, order, rows, bias, training)
    }
  }
  const all = allRows(table.grams.length, size)
  learn(all)
  // All but the largest weights are given up, and those that stay learn to do without them.
  const kept = largest(all, table.often, training.keep)
  learn(kept)
  return inLevels(table.grams, training.classes, kept, bias)
}

/** A weight for every gram and class. */
function allRows(grams: number, size: number): Rows {
  return {
    whole: true,
    starts: Uint32Array.from({ length: grams + 1 }, (_, row) => row * size),
    into: Uint8Array.from({ length: grams * size }, (_, at) => at % size),
    weights: new Float32Array(grams * size),
    moved: new Float32Array(grams * size).fill(UNMOVED),
  }
}

/** Learns from every lesson once. Nearly all the time of a build goes by here. */
function goThrough(
  { starts, rows, shares, holds, unsure, weights: counts }: LessonTable,
  order: Uint32Array,
  weights: Rows,
  bias: Bias,
  { kind, boost, rate, decay }: Training,
): void {
  const scores = new Float64Array(bias.weights.length)
  const wrong = new Uint32Array(scores.length)
  for (const lesson of order) {
    const share = shares[lesson] as number
    const own = rows.subarray(starts[lesson], starts[lesson + 1])
    scores.fill(0)
    addScores(weights, own, scores)
    for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] as number) * share + (bias.weights[i] as number)
    toProbabilities(scores, kind)
    toErrors(scores, holds[lesson] as readonly number[], boost, counts[lesson] as number)
    for (const own of unsure[lesson] as readonly number[]) scores[own] = 0
    let count = 0
    for (let i = 0; i < scores.length; i++) if (scores[i] !== 0) wrong[count++] = i
    if (count === 0) continue
    moveBias(bias, scores, rate)
    for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] as number) * share
    if (weights.whole) moveAll(weights, own, scores, wrong.subarray(0, count), rate, decay)
    else moveKept(weights, own, scores, rate, decay)
  }
}

function addScores({ starts, into, weights, whole }: Rows, rows: Uint32Array, scores: Float64Array): void {
  const size = scores.length
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number
    if (whole) {
      const start = row * size
      for (let own = 0; own < size; own++) scores[own] = (scores[own] as number) + (weights[start + own] as number)
      continue
    }
    const end = starts[row + 1] as number
    for (let at = starts[row] as number; at < end; at++) {
      const own = into[at] as number
      scores[own] = (scores[own] as number) + (weights[at] as number)
    }
  }
}

/** Moves the weights of the classes that were wrong; with a weight for every class there is no need to ask each. */
function moveAll({ weights, moved }: Rows, rows: Uint32Array, errors: Float64Array, wrong: Uint32Array, rate: number, decay: number): void {
  const size = errors.length
  for (let i = 0; i < rows.length; i++) {
    const start = (rows[i] as number) * size
    for (let j = 0; j < wrong.length; j++) {
      const own = wrong[j] as number
      const at = start + own
      const weight = weights[at] as number
      const gradient = (errors[own] as number) + decay * weight
      const so = (moved[at] as number) + gradient * gradient
      moved[at] = so
      weights[at] = weight - (rate * gradient) / Math.sqrt(so)
    }
  }
}

function moveKept({ starts, into, weights, moved }: Rows, rows: Uint32Array, errors: Float64Array, rate: number, decay: number): void {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number
    const end = starts[row + 1] as number
    for (let at = starts[row] as number; at < end; at++) {
      const error = errors[into[at] as number] as number
      if (error === 0) continue
      const weight = weights[at] as number
      const gradient = error + decay * weight
      const so = (moved[at] as number) + gradient * gradient
      moved[at] = so
      weights[at] = weight - (rate * gradient) / Math.sqrt(so)
    }
  }
}

function toProbabilities(scores: Float64Array, kind: Training['kind']): void {
  if (kind === 'any-of') {
    for (let i = 0; i < scores.length; i++) scores[i] = 1 / (1 + Math.exp(-(scores[i] as number)))
    return
  }
  let highest = Number.NEGATIVE_INFINITY
  for (let i = 0; i < scores.length; i++) highest = Math.max(highest, scores[i] as number)
  let sum = 0
  for (let i = 0; i < scores.length; i++) {
    const odds = Math.exp((scores[i] as number) - highest)
    scores[i] = odds
    sum += odds
  }
  for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] as number) / sum
}

/** What was believed becomes how wrong it was; 0 where that is negligible. */
function toErrors(scores: Float64Array, holds: readonly number[], boost: number, counts: number): void {
  for (const held of holds) scores[held] = ((scores[held] as number) - 1) * boost
  for (let i = 0; i < scores.length; i++) {
    const wrong = (scores[i] as number) * counts
    scores[i] = Math.abs(wrong) < NEGLIGIBLE ? 0 : wrong
  }
}

function moveBias({ weights, moved }: Bias, errors: Float64Array, rate: number): void {
  for (let i = 0; i < errors.length; i++) {
    const error = errors[i] as number
    if (error === 0) continue
    moved[i] = (moved[i] as number) + error * error
    weights[i] = (weights[i] as number) - (rate * error) / Math.sqrt(moved[i] as number)
  }
}

/** The `keep` weights that do most: large ones, of grams that are often heard. */
function largest({ starts, into, weights, moved }: Rows, often: Float64Array, keep: number): Rows {
  const worth = new Float32Array(weights.length)
  for (let row = 0; row < often.length; row++) {
    const share = Math.sqrt(often[row] as number)
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) worth[at] = Math.abs(weights[at] as number) * share
  }
  const sorted = worth.slice().sort()
  const floor = Math.max(sorted[Math.max(0, sorted.length - keep)] ?? 0, Number.MIN_VALUE)
  const stays = (_: number, at: number) => (worth[at] as number) >= floor
  const keptStarts = new Uint32Array(starts.length)
  for (let row = 0, count = 0; row < often.length; row++) {
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) if (stays(0, at)) count++
    keptStarts[row + 1] = count
  }
  return { whole: false, starts: keptStarts, into: into.filter(stays), weights: weights.filter(stays), moved: moved.filter(stays) }
}

/** The model that is kept: weights in levels, and only grams that have any. */
function inLevels(grams: readonly string[], classes: readonly string[], { starts, into, weights }: Rows, bias: Bias): LinearModel {
  const scale = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / weightOfLevel(STEPS) || 1
  const levels = Int16Array.from(weights, (weight) => weightOfLevel(levelOfWeight(weight / scale)))
  const rows = new Map<string, number>()
  const keptStarts: number[] = [0]
  let count = 0
  for (const [row, gram] of grams.entries()) {
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) if (levels[at] !== 0) count++
    if (count === keptStarts.at(-1)) continue
    rows.set(gram, rows.size)
    keptStarts.push(count)
  }
  return {
    classes,
    bias: Array.from(bias.weights, (each) => Math.round(each * 1000) / 1000),
    scale,
    rows,
    starts: Uint32Array.from(keptStarts),
    into: into.filter((_, at) => levels[at] !== 0),
    weights: levels.filter((level) => level !== 0),
  }
}

function shuffle(list: Uint32Array, next: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1))
    const one = list[i] as number
    list[i] = list[j] as number
    list[j] = one
  }
}
