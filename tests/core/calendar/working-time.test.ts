import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NO_CALENDAR } from '../../../src/core/calendar/calendar.ts'
import { dateOf, dayOf, dayOfDate, isWorkingDay, startOf, unknownYears } from '../../../src/core/calendar/days.ts'
import { afterHalfDays, afterWorkingDays } from '../../../src/core/calendar/working-time.ts'
import { packOf } from '../../engine/support.ts'

const calendar = packOf('telecom').calendar ?? NO_CALENDAR
const at = (time: string) => Date.parse(`${time}+08:00`)
const moment = fc.integer({ min: at('2025-01-01T00:00:00'), max: at('2026-12-01T00:00:00') })

test('a day is one of Shanghai, whatever the machine thinks', () => {
  expect(dateOf(dayOf(Date.parse('2026-11-21T15:59:59Z')))).toBe('2026-11-21')
  expect(dateOf(dayOf(Date.parse('2026-11-21T16:00:00Z')))).toBe('2026-11-22')
  expect(startOf(dayOfDate('2026-11-22'))).toBe(at('2026-11-22T00:00:00'))
})

describe('[M1] people work', () => {
  test.each([
    ['2026-11-20', true, 'a Friday'],
    ['2026-11-21', false, 'a Saturday'],
    ['2026-10-01', false, 'National Day, a Thursday'],
    ['2026-10-10', true, 'a Saturday that makes up for it'],
    ['2026-02-23', false, 'the last day of Spring Festival, a Monday'],
    ['2025-04-27', true, 'a Sunday that makes up for Labour Day'],
    ['2027-10-01', true, 'a Friday of a year of which nothing is known'],
  ])('%s: %s, %s', (date, works) => {
    expect(isWorkingDay(calendar, dayOfDate(date))).toBe(works)
  })

  test('in 2025 and 2026 on as many days as were published: 248 each', () => {
    for (const year of ['2025', '2026']) {
      const first = dayOfDate(`${year}-01-01`)
      const days = Array.from({ length: 365 }, (_, i) => first + i)
      expect(days.filter((day) => isWorkingDay(calendar, day))).toHaveLength(248)
    }
  })
})

describe('half a working day is half of the opening hours', () => {
  test.each([
    ['2026-11-20T09:00:00', 1, '2026-11-20T13:30:00', 'in the morning'],
    ['2026-11-20T16:00:00', 1, '2026-11-23T11:30:00', 'over a weekend'],
    ['2026-11-20T20:00:00', 1, '2026-11-23T13:30:00', 'after closing'],
    ['2026-11-20T07:00:00', 1, '2026-11-20T13:30:00', 'before opening'],
    ['2026-11-21T12:00:00', 2, '2026-11-23T18:00:00', 'a whole day from a Saturday'],
    ['2026-09-30T17:00:00', 1, '2026-10-08T12:30:00', 'over National Day'],
  ])('from %s, %d of them: %s, %s', (from, halves, to) => {
    expect(afterHalfDays(calendar, at(from), halves)).toBe(at(to))
  })

  test('it ends within opening hours of a working day, and later for a later beginning', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 1, max: 6 }), (from, later, halves) => {
        const end = afterHalfDays(calendar, from, halves)
        const minutes = (end - startOf(dayOf(end))) / 60_000
        expect(isWorkingDay(calendar, dayOf(end))).toBe(true)
        expect(minutes).toBeGreaterThanOrEqual(calendar.hours.from)
        expect(minutes).toBeLessThanOrEqual(calendar.hours.to)
        expect(afterHalfDays(calendar, from + later, halves)).toBeGreaterThanOrEqual(end)
        expect(end).toBeLessThan(afterWorkingDays(calendar, from, halves))
      }),
    )
  })
})

test('what is not published is named, year by year', () => {
  expect(unknownYears(calendar, at('2026-01-01T00:00:00'), at('2026-12-31T23:59:59'))).toEqual([])
  expect(unknownYears(calendar, at('2026-12-31T00:00:00'), at('2028-01-01T00:00:00'))).toEqual([2027, 2028])
})
