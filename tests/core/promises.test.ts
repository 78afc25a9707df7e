import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { authorised } from '../../src/core/lines.ts'
import { dueAt, promiseStatus } from '../../src/core/promises.ts'
import { packOf } from '../engine/support.ts'

const telecom = packOf('telecom')
const at = (time: string) => Date.parse(`${time}+08:00`)

describe('[M1] a promise is due', () => {
  test('after its hours, night and weekend included', () => {
    expect(dueAt(at('2026-11-21T14:05:00'), { ms: 48 * 3_600_000 })).toBe(at('2026-11-23T14:05:00'))
  })

  test.each([
    ['2026-11-23T10:00:00', 1, '2026-11-25T00:00:00', 'a Monday: the end of Tuesday'],
    ['2026-11-20T23:59:00', 1, '2026-11-24T00:00:00', 'a Friday night: the end of Monday'],
    ['2026-11-21T09:00:00', 7, '2026-12-02T00:00:00', 'a Saturday and seven days: the end of the Tuesday after next'],
  ])('at the end of its last working day in Shanghai (%s, %d days)', (made, workingDays, due) => {
    expect(dueAt(at(made), { workingDays })).toBe(at(due))
  })

  test('never on a weekend, and never earlier for more days', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: at('2026-01-01T00:00:00'), max: at('2030-01-01T00:00:00') }),
        fc.integer({ min: 1, max: 30 }),
        (now, days) => {
          const due = dueAt(now, { workingDays: days })
          const lastDay = new Date(due - 1 + 8 * 3_600_000).getUTCDay()
          expect([1, 2, 3, 4, 5]).toContain(lastDay)
          expect(due).toBeGreaterThan(dueAt(now, { workingDays: days - 1 }))
        },
      ),
    )
  })
})

test('a promise presses from its warning time on, and is overdue from the moment it is due', () => {
  const made = { promise: 'reply-48h', line: 'x', madeAt: 0, due: 48 * 3_600_000 }
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
  expect(authorised(telecom, 'reply-48h', [])).toBe(true)
  expect(authorised(telecom, 'goodwill-credit', [])).toBe(false)
  expect(authorised(telecom, 'goodwill-credit', ['shop-manager'])).toBe(true)
  expect(authorised(telecom, 'goodwill-credit', ['city-general'])).toBe(true)
  expect(authorised(telecom, 'a promise that does not exist', ['city-general'])).toBe(false)
})
