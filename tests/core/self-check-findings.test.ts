import { describe, expect, test } from 'vitest'
import type { MadePromise } from '../../src/core/made-promise.ts'
import type { FindingKind } from '../../src/core/self-check.ts'
import { concernsRefund, findingOf, type RefundCall } from '../../src/core/self-check-findings.ts'
import { packOf } from '../engine/support.ts'

const pack = packOf('telecom')
const NOW = Date.parse('2026-11-23T10:00:00+08:00')

function call(id: string, rest: Partial<RefundCall> = {}): RefundCall {
  return { id, startedAt: NOW - 1000 * Number(id.length), ...rest }
}

function made(promise: string, rest: Partial<MadePromise> = {}): MadePromise {
  return { id: `made-${promise}`, promise, line: '', madeAt: NOW - 1000, due: NOW + 1000, ...rest }
}

const shows = (kind: FindingKind, ...calls: readonly RefundCall[]) => findingOf(pack, kind, calls, NOW).calls

describe('[J5] what stored calls show of refunds', () => {
  test('every refund that was noted, with the sum to the cent, and none of nothing', () => {
    const found = findingOf(
      pack,
      'noted',
      [call('a', { refund: 0.1 }), call('b', { refund: 0.2 }), call('c', { refund: 0 }), call('d')],
      NOW,
    )
    expect(found).toEqual({ kind: 'noted', calls: ['a', 'b'], yuan: 0.3 })
  })

  test('a refund that was promised without whoever may grant its sum', () => {
    const promises = [made('refund-7wd')]
    expect(shows('beyond-authority', call('a', { refund: 100, promises }))).toEqual([])
    expect(shows('beyond-authority', call('a', { refund: 100.01, promises }))).toEqual(['a'])
    expect(shows('beyond-authority', call('a', { refund: 500, promises, granted: ['shop-manager'] }))).toEqual([])
    expect(shows('beyond-authority', call('a', { refund: 500.01, promises, granted: ['shop-manager'] }))).toEqual(['a'])
    expect(shows('beyond-authority', call('a', { refund: 9000 }))).toEqual([])
    expect(shows('beyond-authority', call('a', { refund: 9000, promises: [made('reply-48h')] }))).toEqual([])
  })

  test('a promised refund that is not paid and whose time is over', () => {
    expect(shows('overdue', call('a', { promises: [made('refund-7wd', { due: NOW + 1 })] }))).toEqual([])
    expect(shows('overdue', call('a', { promises: [made('refund-7wd', { due: NOW })] }))).toEqual(['a'])
    expect(shows('overdue', call('a', { promises: [made('refund-7wd', { due: NOW - 1, keptAt: NOW - 2 })] }))).toEqual([])
    expect(shows('overdue', call('a', { promises: [made('reply-48h', { due: NOW - 1 })] }))).toEqual([])
  })

  test('one customer who gets money back twice on one matter', () => {
    const roaming = { ref: 'r', matter: 'roaming', refund: 20 }
    expect(shows('twice', call('aa', roaming), call('b', roaming))).toEqual(['aa', 'b'])
    expect(shows('twice', call('a', roaming), call('b', { ...roaming, matter: 'sms-fail' }))).toEqual([])
    expect(shows('twice', call('a', roaming), call('b', { ...roaming, ref: 's' }))).toEqual([])
    expect(shows('twice', call('a', roaming), call('b', { ...roaming, refund: 0 }))).toEqual([])
    expect(shows('twice', call('a', { matter: 'roaming', refund: 5 }), call('b', { matter: 'roaming', refund: 5 }))).toEqual([])
  })

  test('a refund of which nobody told the customer when it comes', () => {
    expect(shows('unpromised', call('a', { refund: 20 }))).toEqual(['a'])
    expect(shows('unpromised', call('a', { refund: 20, promises: [made('refund-7wd')] }))).toEqual([])
    expect(shows('unpromised', call('a', { refund: 20, promises: [made('reply-48h')] }))).toEqual(['a'])
  })

  test('nothing of calls that have nothing to do with a refund', () => {
    expect(concernsRefund(pack, call('a', { promises: [made('reply-48h')] }))).toBe(false)
    expect(concernsRefund(pack, call('a', { promises: [made('refund-7wd')] }))).toBe(true)
    expect(concernsRefund(pack, call('a', { refund: 0 }))).toBe(true)
  })
})

test('[J5] the telecom pack names what the manual checks each week and each month', () => {
  const checks = pack.selfChecks ?? []
  expect(checks.filter(({ every }) => every === 'week').length).toBeGreaterThanOrEqual(3)
  expect(checks.filter(({ every }) => every === 'month').length).toBeGreaterThanOrEqual(5)
  expect(checks.every(({ source }) => source.includes('tel.fee.control'))).toBe(true)
})
