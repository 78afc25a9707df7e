import { describe, expect, test, vi } from 'vitest'
import { createRecall } from '../../src/app/panel/recall.ts'
import { type SessionHome, startSession } from '../../src/app/panel/session.ts'
import type { CallSummary } from '../../src/store/summary.ts'
import { packOf } from '../engine/support.ts'
import { lonelyHome } from './panel-desk.tsx'

const pack = packOf('telecom')
const NOW = Date.parse('2026-11-23T10:00:00+08:00')
const MINUTE = 60_000

const past = (id: string, rest: Partial<CallSummary>): CallSummary => ({
  id,
  channel: 'phone',
  startedAt: NOW - 2 * 24 * 60 * MINUTE,
  lastAt: NOW,
  status: 'ended',
  ...rest,
})

async function begun(
  summaries: readonly CallSummary[],
  profile = {},
): Promise<{ session: ReturnType<typeof startSession>; home: SessionHome }> {
  const home = lonelyHome(NOW)
  await home.store.append([], summaries)
  const session = startSession(home, pack, { channel: 'phone', profile })
  createRecall(session, home.store, home.clock)
  return { session, home }
}

const historyOf = (session: ReturnType<typeof startSession>) => session.snapshot().call.state.history

describe('[I1] a call is told what others know', () => {
  test('of its customer, once that is known: the latest first, and nothing of anybody else', async () => {
    const promise = { id: 'p', promise: 'reply-48h', line: '', madeAt: 1, due: 2 }
    const { session } = await begun([
      past('a', { ref: 'r1', startedAt: NOW - 9 * MINUTE, matter: 'coverage', outcome: 'settled' }),
      past('b', { ref: 'r1', startedAt: NOW - 5 * MINUTE, promises: [promise] }),
      past('c', { ref: 'r2' }),
    ])
    expect(historyOf(session)).toBeUndefined()
    session.dispatch({ type: 'IdentifyCustomer', ref: 'r1' })
    await vi.waitFor(() => expect(historyOf(session)).toBeDefined())
    expect(historyOf(session)?.earlier).toEqual([
      { call: 'b', at: NOW - 5 * MINUTE, promises: [promise] },
      { call: 'a', at: NOW - 9 * MINUTE, matter: 'coverage', outcome: 'settled', promises: [] },
    ])
  })

  test('of its matter: customers of the last sixty minutes, each once, this one included', async () => {
    const others = Array.from({ length: 12 }, (_, i) =>
      past(`o${i}`, { matter: 'coverage', startedAt: NOW - i * MINUTE, ref: `r${i % 9}` }),
    )
    const { session } = await begun([
      ...others,
      past('vip', { matter: 'coverage', startedAt: NOW - 60 * MINUTE, tier: 'gold' }),
      past('old', { matter: 'coverage', startedAt: NOW - 60 * MINUTE - 1 }),
      past('else', { matter: 'roaming', startedAt: NOW }),
    ])
    session.dispatch({ type: 'StartScenario', scenario: 'coverage' })
    await vi.waitFor(() => expect(historyOf(session)?.callers).toEqual({ ordinary: 10, vip: 1 }))
  })

  test('nothing is noted where there is nothing to tell, and a store that fails is left alone', async () => {
    const { session, home } = await begun([])
    session.dispatch({ type: 'StartScenario', scenario: 'coverage' })
    const before = session.snapshot().call.events.length
    vi.spyOn(home.store, 'calls').mockRejectedValue(new Error('gone'))
    session.dispatch({ type: 'IdentifyCustomer', ref: 'r1' })
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(session.snapshot().call.events.length).toBe(before + 1)
  })
})
