import { describe, expect, test } from 'vitest'
import { dateOf, dayOfDate } from '../../../src/core/calendar/days.ts'
import { boundsOf, neighbour, type Period, periodKey, periodOf } from '../../../src/core/calendar/periods.ts'

const days = ({ first, last }: Period) => [dateOf(first), dateOf(last)]

describe('a period', () => {
  test.each([
    ['2026-11-16', ['2026-11-16', '2026-11-22']],
    ['2026-11-22', ['2026-11-16', '2026-11-22']],
    ['2026-11-23', ['2026-11-23', '2026-11-29']],
    ['2027-01-01', ['2026-12-28', '2027-01-03']],
  ])('of a week holds %s from Monday to Sunday', (date, bounds) => {
    expect(days(periodOf('week', dayOfDate(date)))).toEqual(bounds)
  })

  test.each([
    ['2026-11-01', ['2026-11-01', '2026-11-30']],
    ['2026-11-30', ['2026-11-01', '2026-11-30']],
    ['2028-02-10', ['2028-02-01', '2028-02-29']],
    ['2026-12-31', ['2026-12-01', '2026-12-31']],
  ])('of a month holds %s', (date, bounds) => {
    expect(days(periodOf('month', dayOfDate(date)))).toEqual(bounds)
  })

  test('has a neighbour on each side, with nothing between', () => {
    for (const span of ['week', 'month'] as const) {
      const period = periodOf(span, dayOfDate('2026-12-31'))
      expect(neighbour(period, 1).first).toBe(period.last + 1)
      expect(neighbour(neighbour(period, 1), -1)).toEqual(period)
      expect(boundsOf(period).to).toBe(boundsOf(neighbour(period, 1)).from)
    }
  })

  test('has a name of its own', () => {
    expect(periodKey(periodOf('week', dayOfDate('2026-11-22')))).toBe('week 2026-11-16')
    expect(periodKey(periodOf('month', dayOfDate('2026-11-22')))).toBe('month 2026-11')
  })
})
