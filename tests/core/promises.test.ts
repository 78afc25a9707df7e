import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NO_CALENDAR } from '../../src/core/calendar/calendar.ts'
import { dayOf, isWorkingDay } from '../../src/core/calendar/days.ts'
import { authorised } from '../../src/core/lines.ts'
import type { CompiledPack } from '../../src/core/pack.ts'
import { dueAt, promiseStatus, uncertainYear } from '../../src/core/promises.ts'
import { packOf } from '../engine/support.ts'

const telecom = packOf('telecom')
const at = (time: string) => Date.parse(`${time}+08:00`)

describe('[M1] a promise is due', () => {
  test('after its hours, night and weekend included', () => {
    expect(dueAt(telecom, at('2026-11-21T14:05:00'), { ms: 48 * 3_600_000 })).toBe(at('2026-11-23T14:05:00'))
  })

  test.each([
    ['2026-11-23T10:00:00', 1, '2026-11-25T00:00:00', 'a Monday: the end of Tuesday'],
    ['2026-11-20T23:59:00', 1, '2026-11-24T00:00:00', 'a Friday night: the end of Monday'],
    ['2026-11-21T09:00:00', 7, '2026-12-02T00:00:00', 'a Saturday and seven days: the end of the Tuesday after next'],
    ['2026-09-30T17:00:00', 1, '2026-10-09T00:00:00', 'before National Day: the end of the first day after it'],
    ['2026-10-08T09:00:00', 2, '2026-10-11T00:00:00', 'a make-up Saturday is worked'],
    ['2026-02-13T09:00:00', 7, '2026-03-03T00:00:00', 'Spring Festival, with a make-up day on either side'],
    ['2027-01-29T09:00:00', 1, '2027-02-02T00:00:00', 'a year that nobody knows: Monday to Friday'],
  ])('at the end of its last working day in Shanghai (%s, %d days → %s: %s)', (made, workingDays, due) => {
    expect(dueAt(telecom, at(made), { workingDays })).toBe(at(due))
  })

  test('never on a day off, and never earlier for more days or a later promise', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: at('2025-01-01T00:00:00'), max: at('2028-01-01T00:00:00') }),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 0, max: 40 * 24 * 3_600_000 }),
        (now, days, later) => {
          const due = dueAt(telecom, now, { workingDays: days })
          expect(isWorkingDay(telecom.calendar ?? NO_CALENDAR, dayOf(due - 1))).toBe(true)
          expect(due).toBeGreaterThan(dueAt(telecom, now, { workingDays: days - 1 }))
          expect(due).toBeLessThanOrEqual(dueAt(telecom, now + later, { workingDays: days }))
        },
      ),
    )
  })

  test.each([
    ['2026-12-20T10:00:00', 7, undefined],
    ['2026-12-25T10:00:00', 7, 2027],
    ['2026-12-28T10:00:00', 4, 2027],
  ])('and says when it rests on a year that is not published (%s and %d days: %s)', (made, workingDays, year) => {
    const pack = { ...telecom, promises: { refund: { ...telecom.promises['refund-7wd'], within: { workingDays } } } } as CompiledPack
    const due = dueAt(pack, at(made), { workingDays })
    expect(uncertainYear(pack, { id: 'p', promise: 'refund', line: 'x', madeAt: at(made), due })).toBe(year)
  })
})

test('a promise presses from its warning time on, and is overdue from the moment it is due', () => {
  const made = { id: 'p', promise: 'reply-48h', line: 'x', madeAt: 0, due: 48 * 3_600_000 }
  const hour = 3_600_000
  expect([1, 39.9, 40, 47.9, 48].map((hours) => promiseStatus(telecom, made, hours * hour))).toEqual([
    'open',
    'open',
    'soon',
    'soon',
    'overdue',
  ])
  expect(promiseStatus(telecom, { ...made, keptAt: 1 }, 99 * hour)).toBe('kept')
})

test('[L2] who may promise what', () => {
  expect(authorised(telecom, 'reply-48h', { rolesGranted: [] })).toBe(true)
  expect(authorised(telecom, 'goodwill-credit', { rolesGranted: [] })).toBe(false)
  expect(authorised(telecom, 'goodwill-credit', { rolesGranted: ['shop-manager'] })).toBe(true)
  expect(authorised(telecom, 'goodwill-credit', { rolesGranted: ['city-general'] })).toBe(true)
  expect(authorised(telecom, 'a promise that does not exist', { rolesGranted: ['city-general'] })).toBe(false)
})
