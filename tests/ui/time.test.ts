import { describe, expect, test } from 'vitest'
import { amountLeft, clock, shanghaiTime } from '../../src/ui/time.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

describe('the clock of a call', () => {
  test('counts minutes and seconds, and hours only once there are any', () => {
    expect([0, 312_999, 59 * MINUTE + 59_000, HOUR + 5 * MINUTE].map(clock)).toEqual(['00:00', '05:12', '59:59', '1:05:00'])
  })
})

describe('a deadline', () => {
  test('is told in Shanghai time, whatever the desk’s own clock says', () => {
    expect(shanghaiTime(Date.parse('2026-11-22T16:05:00Z'))).toEqual({ weekday: 1, time: '00:05' })
  })

  test('never claims more time than there is', () => {
    expect(amountLeft(119_999)).toEqual({ unit: 'seconds', count: 119 })
    expect(amountLeft(2 * HOUR - 1)).toEqual({ unit: 'minutes', count: 119 })
    expect(amountLeft(47 * HOUR)).toEqual({ unit: 'hours', count: 47 })
    expect(amountLeft(49 * HOUR)).toEqual({ unit: 'days', count: 2 })
  })

  test('that has passed is measured by how long ago', () => {
    expect(amountLeft(-3 * MINUTE)).toEqual({ unit: 'minutes', count: 3 })
  })
})
