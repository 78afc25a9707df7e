import { expect, test } from 'vitest'
import { monthsBetween } from '../../src/core/calendar/days.ts'
import { halfHourOf, spokenTime } from '../../src/core/spoken-time.ts'

const at = (local: string) => Date.parse(`${local}+08:00`)

test.each([
  ['2026-11-24T14:40:00', '11月24号下午2点半'],
  ['2026-11-24T00:10:00', '11月24号凌晨0点'],
  ['2026-11-24T09:29:59', '11月24号上午9点'],
  ['2026-12-01T12:00:00', '12月1号中午12点'],
  ['2027-01-01T23:59:00', '1月1号晚上11点半'],
])('%s is said as %s', (moment, said) => {
  expect(spokenTime(at(moment))).toBe(said)
  expect(spokenTime(halfHourOf(at(moment)))).toBe(said)
})

test.each([
  ['2026-08-23', '2026-11-23', 3],
  ['2026-08-23', '2026-11-24', 3.5],
  ['2026-08-23', '2026-11-22', 2.5],
  ['2026-11-30', '2027-02-28', 3],
  ['2026-11-30', '2027-03-01', 3.5],
  ['2026-11-23', '2026-11-23', 0],
])('from %s to %s are %d months', (from, to, months) => {
  expect(monthsBetween(at(`${from}T23:00:00`), at(`${to}T00:30:00`))).toBe(months)
})
