import { describe, expect, test } from 'vitest'
import { batchesOf, type CountedCall } from '../../src/core/batches.ts'
import type { CompiledPack } from '../../src/core/pack.ts'
import { serialComplainers } from '../../src/core/serial-complainers.ts'
import { packOf } from '../engine/support.ts'

const pack = packOf('telecom')
const TEN = Date.parse('2026-11-23T10:00:00+08:00')
const MINUTE = 60_000
const DAY = 86_400_000

/** Calls about one matter, so many minutes after ten; each by a customer of its own. */
function calls(minutes: readonly number[], rest: Partial<CountedCall> = {}): readonly CountedCall[] {
  return minutes.map((after, i) => ({
    id: `${rest.tier ?? 'call'}-${i}`,
    startedAt: TEN + after * MINUTE,
    matter: 'roaming',
    ref: `${rest.tier ?? 'customer'}-${i}`,
    ...rest,
  }))
}

const first = (count: number, step = 1) => Array.from({ length: count }, (_, i) => i * step)

describe('[J3] one matter with many callers within the hour', () => {
  test('is a batch with eleven ordinary customers, and not with ten', () => {
    expect(batchesOf(pack, calls(first(10)))).toEqual([])
    expect(batchesOf(pack, calls(first(11)))).toEqual([
      {
        matter: 'roaming',
        calls: calls(first(11)).map(({ id }) => id),
        from: TEN,
        to: TEN + 10 * MINUTE,
        callers: { ordinary: 11, vip: 0 },
      },
    ])
  })

  test.each(['diamond', 'gold', 'silver'])('is a batch with five VIP customers (%s), and not with four', (tier) => {
    expect(batchesOf(pack, calls(first(4), { tier }))).toEqual([])
    expect(batchesOf(pack, calls(first(5), { tier }))[0]?.callers).toEqual({ ordinary: 0, vip: 5 })
  })

  test('does not count ordinary and VIP customers together', () => {
    const mixed = [...calls(first(10)), ...calls(first(4), { tier: 'gold' }), ...calls(first(0), { tier: 'ordinary' })]
    expect(batchesOf(pack, mixed)).toEqual([])
  })

  test('reaches exactly sixty minutes back, and not a millisecond more', () => {
    const early = calls(first(10))
    const [last] = calls([60])
    if (!last) throw new Error('no call')
    expect(batchesOf(pack, [...early, { ...last, id: 'last', ref: 'last' }])).toHaveLength(1)
    expect(batchesOf(pack, [...early, { ...last, id: 'last', ref: 'last', startedAt: last.startedAt + 1 }])).toEqual([])
  })

  test('counts a customer once, however often they call, and each call of an unknown one', () => {
    const again = calls(first(20), { ref: 'the same' })
    expect(batchesOf(pack, [...calls(first(9)), ...again.map((call) => ({ ...call, id: `again-${call.id}` }))])).toEqual([])
    const unknown = calls(first(11)).map(({ ref: _, ...call }) => call)
    expect(batchesOf(pack, unknown)).toHaveLength(1)
  })

  test('counts a customer as VIP when any of their calls says so', () => {
    const known = calls(first(5), { tier: 'gold' })
    const [one, ...others] = known
    if (!one) throw new Error('no call')
    const { tier: _, ...untold } = one
    expect(batchesOf(pack, [untold, ...others])).toEqual([])
    expect(batchesOf(pack, [untold, { ...one, id: 'earlier', startedAt: TEN - 3 * 60 * MINUTE }, ...others])[0]?.callers.vip).toBe(5)
  })

  test('goes on as one batch while the hours overlap, and is another one after a pause', () => {
    const running = calls(first(40, 3))
    expect(batchesOf(pack, running)).toHaveLength(1)
    expect(batchesOf(pack, running)[0]?.calls).toHaveLength(40)
    const later = calls(first(11).map((minute) => minute + 300)).map((call) => ({ ...call, id: `later-${call.id}` }))
    expect(batchesOf(pack, [...running, ...later]).map(({ from }) => from)).toEqual([TEN + 300 * MINUTE, TEN])
  })

  test('tells matters apart, in whatever order the calls come', () => {
    const mixed = [...calls(first(6)), ...calls(first(6), { matter: 'sms-fail' })].reverse()
    expect(batchesOf(pack, mixed)).toEqual([])
    expect(batchesOf(pack, [...calls(first(11))].reverse())).toHaveLength(1)
  })

  test('goes by the table of the pack, whatever numbers stand there', () => {
    const table = pack.rules.classification
    if (!table) throw new Error('no table')
    const rows = table.rows.map((row) =>
      row.when['ordinary-callers']
        ? { ...row, when: { 'ordinary-callers': [{ type: 'between' as const, from: { value: 3, included: true } }] } }
        : row,
    )
    const other: CompiledPack = { ...pack, rules: { ...pack.rules, classification: { ...table, rows } } }
    expect(batchesOf(other, calls(first(3)))).toHaveLength(1)
    expect(batchesOf(other, calls(first(2)))).toEqual([])
    expect(batchesOf({ ...pack, rules: {} }, calls(first(40)))).toEqual([])
  })
})

describe('[J4] who complains about whatever comes up', () => {
  const own = (matters: readonly (string | undefined)[], apart = DAY): readonly CountedCall[] =>
    matters.map((matter, i) => ({ id: `own-${i}`, ref: 'a', startedAt: TEN + i * apart, ...(matter === undefined ? {} : { matter }) }))
  const NOW = TEN + 40 * DAY

  test('has three different matters within thirty days', () => {
    expect(serialComplainers(own(['roaming', 'sms-fail', 'roaming']), TEN + 5 * DAY)).toEqual([])
    expect(serialComplainers(own(['roaming', 'sms-fail', undefined, 'one-card-multi']), TEN + 5 * DAY)).toEqual([
      {
        ref: 'a',
        matters: ['roaming', 'sms-fail', 'one-card-multi'],
        calls: ['own-0', 'own-1', 'own-2', 'own-3'],
        lastAt: TEN + 3 * DAY,
      },
    ])
  })

  test('is told from the last thirty days only', () => {
    expect(serialComplainers(own(['roaming', 'sms-fail', 'one-card-multi'], 15 * DAY), TEN + 30 * DAY + 1)).toEqual([])
    expect(serialComplainers(own(['roaming', 'sms-fail', 'one-card-multi']), NOW)).toEqual([])
  })

  test('is a customer that is known again', () => {
    const strangers = own(['roaming', 'sms-fail', 'one-card-multi']).map(({ ref: _, ...call }) => call)
    expect(serialComplainers(strangers, TEN + 5 * DAY)).toEqual([])
  })
})
