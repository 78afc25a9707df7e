import { describe, expect, test } from 'vitest'
import { nextChange } from '../../src/app/panel/next-change.ts'
import type { MadePromise } from '../../src/core/made-promise.ts'
import { MONDAY, packOf, Talk } from '../engine/support.ts'

const pack = packOf('telecom')
const MINUTE = 60_000
const MIDNIGHT = Date.parse('2026-11-24T00:00:00+08:00')

/** A call in which a two-minute hold has been promised, with thirty seconds' warning. */
function holding(change: Partial<MadePromise> = {}) {
  const { state } = new Talk(pack).call
  const promise = { id: 'p', promise: 'hold-2min', line: 'hold.start', madeAt: MONDAY, due: MONDAY + 2 * MINUTE, ...change }
  return { ...state, promises: [promise] }
}

describe('the panel changes by itself', () => {
  test('when a promise begins to press, and again when it is due', () => {
    expect(nextChange(holding(), pack, MONDAY)).toBe(MONDAY + 1.5 * MINUTE)
    expect(nextChange(holding(), pack, MONDAY + 1.5 * MINUTE)).toBe(MONDAY + 2 * MINUTE)
  })

  test('at midnight in Shanghai, when lines expire', () => {
    expect(nextChange(holding(), pack, MONDAY + 3 * MINUTE)).toBe(MIDNIGHT)
    expect(nextChange(new Talk(pack).call.state, pack, MONDAY)).toBe(MIDNIGHT)
  })

  test('not for a promise that has been kept', () => {
    expect(nextChange(holding({ keptAt: MONDAY + MINUTE }), pack, MONDAY)).toBe(MIDNIGHT)
  })
})
