import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { areaPath, diamondFill, heightOf, smoothPath } from '../../src/ui/curve-geometry.ts'

/** The numbers of a path, pair by pair. */
function pairs(path: string): readonly (readonly [number, number])[] {
  return [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const)
}

describe('the height of a level', () => {
  test('runs from the floor to the top of the scale', () => {
    expect([1, 3, 5].map(heightOf)).toEqual([0, 0.25, 1])
  })

  test('stays in the drawing for levels off the scale', () => {
    expect([-2, 9].map(heightOf)).toEqual([0, 1])
  })

  test('gives the documented levels, all above 3.5, at least half of the drawing', () => {
    expect(heightOf(4.87) - heightOf(3.58)).toBeGreaterThan(0.5)
  })
})

describe('the smooth curve', () => {
  test('goes through nothing when there is nothing, and stands where there is one spot', () => {
    expect(smoothPath([])).toBe('')
    expect(smoothPath([{ x: 5, y: 20 }])).toBe('M5,20')
  })

  test('is flat between two equal spots', () => {
    const path = smoothPath([
      { x: 0, y: 40 },
      { x: 9, y: 40 },
    ])
    expect(pairs(path).map(([, y]) => y)).toEqual([40, 40, 40, 40])
  })

  test('never leaves the band between the two spots that it runs between', () => {
    const heights = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 10 })
    fc.assert(
      fc.property(heights, (ys) => {
        const spots = ys.map((y, i) => ({ x: i * 10, y }))
        const [, ...curves] = smoothPath(spots).split('C')
        curves.forEach((curve, i) => {
          const [from = 0, to = 0] = [ys[i], ys[i + 1]]
          for (const [, y] of pairs(curve)) {
            expect(y).toBeGreaterThanOrEqual(Math.min(from, to) - 0.01)
            expect(y).toBeLessThanOrEqual(Math.max(from, to) + 0.01)
          }
        })
      }),
    )
  })

  test('as an area is closed along the floor', () => {
    const spots = [
      { x: 5, y: 50 },
      { x: 15, y: 20 },
    ]
    expect(areaPath(spots, 100)).toBe(`${smoothPath(spots)}L15,100L5,100Z`)
    expect(areaPath([], 100)).toBe('')
  })
})

describe('a diamond', () => {
  test('is empty, half full from below, or full', () => {
    expect(diamondFill(0)).toBe('0,1 0,1 0,1')
    expect(diamondFill(0.5)).toBe('0,1 -1,0 1,0')
    expect(diamondFill(1)).toBe('0,1 -1,0 0,-1 0,-1 1,0')
  })

  test('fills no further than full', () => {
    expect(diamondFill(1.5)).toBe(diamondFill(1))
  })
})
