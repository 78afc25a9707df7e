import { describe, expect, test } from 'vitest'
import { type Scored, thresholdFor } from '../../scripts/thresholds/threshold.ts'

const points = (holding: readonly number[], others: readonly number[]): Scored[] => [
  ...holding.map((score) => ({ score, holds: true })),
  ...others.map((score) => ({ score, holds: false })),
]

describe('for the best balance', () => {
  test('it stands between what holds and what does not', () => {
    expect(thresholdFor(points([3, 2], [1, 0]), 'f1')).toEqual({ threshold: 1.5, precision: 1, recall: 1 })
  })

  test('it lets a stray line go rather than take many wrong ones', () => {
    expect(thresholdFor(points([4, 3, -5], [1, 0, -1, -2]), 'f1').threshold).toBe(2)
  })
})

describe('for recall first', () => {
  const aim = { recall: 1, precision: 0.7 }

  test('it is as low as that recall needs, and no lower', () => {
    expect(thresholdFor(points([4, 3, 1], [2, 0]), aim)).toMatchObject({ threshold: 0.5, recall: 1, precision: 0.75 })
  })

  test('it stops where too much would be wrong', () => {
    expect(thresholdFor(points([4, 3, -3], [2, 1, 0, -1]), aim)).toMatchObject({ threshold: 2.5, precision: 1 })
  })
})

test('of no lines at all it is nothing', () => {
  expect(thresholdFor([], 'f1')).toEqual({ threshold: 0, precision: 0, recall: 0 })
})
