import { expect, test } from 'vitest'
import { bestF1, sparingly, surely } from '../../src/compiler/hearing/threshold-rules.ts'

const scored = (holds: readonly number[], others: readonly number[]) => [
  ...holds.map((score) => ({ score, holds: true })),
  ...others.map((score) => ({ score, holds: false })),
]

test('a signal is heard from where most of it is heard at the least false', () => {
  expect(bestF1(scored([3, 2, 1, -4], [0, -1, -2, -3]))).toBe(1)
})

test('a danger is heard as low as nearly all of it needs', () => {
  expect(surely(scored([3, 2, 1, -1], [-2, -3]))).toBe(-1)
})

test('but not so low that much of what is heard is nothing', () => {
  expect(surely(scored([5, 4, 3, 2, 1, -4], [0, -1, -2, -3]))).toBe(1)
})

test('violations are raised together until few blameless lines are flagged', () => {
  const blameless = [2, 1, -3, -4].map((rude) => ({ labels: [], scores: { rude, cold: -9 } }))
  const wrong = { labels: ['rude'], scores: { rude: 5, cold: -9 } }
  expect(sparingly({ rude: 0, cold: -1 }, [...blameless, wrong], 0.25)).toEqual({ rude: 1.01, cold: 0.01 })
  expect(sparingly({ rude: 0, cold: -1 }, [...blameless, wrong], 0.5)).toEqual({ rude: 0, cold: -1 })
})
