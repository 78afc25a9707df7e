import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { paginate } from '../../../src/core/book/paginate.ts'

const blocks = (...heights: number[]) => heights.map((height) => ({ height }))

describe('[B4] a handbook is paged as a printer would', () => {
  test('as much as fits stands on a page', () => {
    expect(paginate(blocks(40, 40, 40), 100)).toEqual([[0, 1], [2]])
  })

  test('a chapter begins on a page of its own', () => {
    expect(paginate([{ height: 10 }, { height: 10, breakBefore: true }], 100)).toEqual([[0], [1]])
  })

  test('a heading is never the last thing on a page', () => {
    expect(paginate([{ height: 60 }, { height: 20, keepWithNext: true }, { height: 30 }], 100)).toEqual([[0], [1, 2]])
  })

  test('nothing at all makes no page', () => {
    expect(paginate([], 100)).toEqual([])
  })

  test('everything stands once and in order, and no page is overfull but by one block that is taller than a page', () => {
    const block = fc.record({ height: fc.integer({ min: 0, max: 160 }), breakBefore: fc.boolean(), keepWithNext: fc.boolean() })
    fc.assert(
      fc.property(fc.array(block, { maxLength: 60 }), (all) => {
        const pages = paginate(all, 100)
        expect(pages.flat()).toEqual(all.map((_, i) => i))
        for (const page of pages) {
          const used = page.reduce((sum, at) => sum + (all[at]?.height ?? 0), 0)
          expect(used <= 100 || page.filter((at) => (all[at]?.height ?? 0) > 0).length === 1).toBe(true)
        }
        for (const page of pages) for (const at of page.slice(1)) expect(all[at]?.breakBefore).toBe(false)
      }),
    )
  })
})
