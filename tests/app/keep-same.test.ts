import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keepSame } from '../../src/app/panel/keep-same.ts'

const copy = <T>(value: T): T => structuredClone(value)

test('what is equal stays the same object, whole and in part', () => {
  const before = { card: { wordings: ['一', '二'], shown: 0 }, moves: [{ id: 'a' }, { id: 'b' }] }
  expect(keepSame(before, copy(before))).toBe(before)

  const now = keepSame(before, { ...copy(before), card: { wordings: ['一', '二'], shown: 1 } })
  expect(now.moves).toBe(before.moves)
  expect(now.card).not.toBe(before.card)
  expect(now.card.wordings).toBe(before.card.wordings)
})

test.each<[string, unknown, unknown]>([
  ['an entry is gone', { a: 1, b: undefined }, { a: 1 }],
  ['an entry is new', { a: 1 }, { a: 1, b: undefined }],
  ['an entry has another name', { a: undefined }, { b: undefined }],
  ['a list is longer', [1], [1, 1]],
  ['a list is shorter', [1, 1], [1]],
  ['a list became an object', [1], { 0: 1 }],
  ['there was nothing', undefined, { a: 1 }],
  ['there is nothing', { a: 1 }, null],
])('%s: that is a change', (_, before, now) => {
  expect(keepSame(before, now)).toStrictEqual(now)
  expect(keepSame(before, now)).not.toBe(before)
})

test('the result always equals the new value, and neither is touched', () => {
  const data = fc.jsonValue({ maxDepth: 4 })
  fc.assert(
    fc.property(data, data, (before, now) => {
      const frozen = [copy(before), copy(now)]
      expect(keepSame(before, now)).toStrictEqual(now)
      expect([before, now]).toStrictEqual(frozen)
    }),
  )
})
