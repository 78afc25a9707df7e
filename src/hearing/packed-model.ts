import { type LinearModel, levelOfWeight, STEPS, weightOfLevel } from './linear.ts'
import { joinColumns, splitColumns } from './packed-bytes.ts'

type Weights = Pick<LinearModel, 'rows' | 'starts' | 'into' | 'weights'>

/**
 * The weights of a model: which of the grams it has a row for, for which classes there is a weight in each row, and the levels.
 *
 * @param grams those of all models, in the order of the model's rows
 */
export function packWeights({ rows, starts, into, weights }: Weights, grams: readonly string[], classes: number): Uint8Array {
  const present = new Uint8Array(Math.ceil(grams.length / 8))
  for (const [i, gram] of grams.entries()) if (rows.has(gram)) mark(present, i)
  const width = Math.ceil(classes / 8)
  const marks = new Uint8Array(rows.size * width)
  const levels = new Uint8Array(weights.length)
  for (let row = 0; row < rows.size; row++) {
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) {
      mark(marks, row * width * 8 + (into[at] as number))
      levels[at] = levelOfWeight(weights[at] as number) + STEPS
    }
  }
  return joinColumns([present, marks, levels])
}

/** What `packWeights` was given. */
export function unpackWeights(bytes: Uint8Array, grams: readonly string[], classes: number): Weights {
  const [present, marks, levels] = splitColumns(bytes) as [Uint8Array, Uint8Array, Uint8Array]
  const rows = new Map<string, number>()
  for (let i = 0; i < grams.length; i++) if (isMarked(present, i)) rows.set(grams[i] as string, rows.size)
  const width = Math.ceil(classes / 8)
  const starts = new Uint32Array(rows.size + 1)
  const into = new Uint8Array(levels.length)
  let count = 0
  for (let row = 0; row < rows.size; row++) {
    for (let i = 0; i < width; i++) {
      // From the lowest bit that is set to the next one.
      for (let left = marks[row * width + i] as number; left !== 0; left &= left - 1) into[count++] = i * 8 + 31 - Math.clz32(left & -left)
    }
    starts[row + 1] = count
  }
  const weights = new Int16Array(levels.length)
  for (let at = 0; at < weights.length; at++) weights[at] = weightOfLevel((levels[at] as number) - STEPS)
  return { rows, starts, into, weights }
}

function mark(bits: Uint8Array, at: number): void {
  bits[at >> 3] = (bits[at >> 3] as number) | (1 << (at & 7))
}

function isMarked(bits: Uint8Array, at: number): boolean {
  return ((bits[at >> 3] as number) & (1 << (at & 7))) !== 0
}
