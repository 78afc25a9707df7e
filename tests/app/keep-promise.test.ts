import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { keepPromise } from '../../src/app/keep-promise.ts'
import { resumeSession } from '../../src/app/panel/resume.ts'
import { startSession } from '../../src/app/panel/session.ts'
import type { CallEvent } from '../../src/core/events.ts'
import type { CompiledPack } from '../../src/core/pack.ts'
import { fold } from '../../src/core/state.ts'
import { replay } from '../../src/engine/replay.ts'
import { checkLog } from '../../src/store/checked-log.ts'
import { createMemoryStore } from '../../src/store/memory-store.ts'
import type { CallStore } from '../../src/store/store.ts'
import { packOf } from '../engine/support.ts'
import { FakeBrowser, quiet } from './fake-browser.ts'

const pack = packOf('telecom')
const PROMISE = 'reply-48h'

let disk: CallStore
let browser: FakeBrowser

beforeEach(() => {
  disk = { ...createMemoryStore(), lasting: true }
  browser = new FakeBrowser(disk)
})

afterEach(() => {
  vi.unstubAllGlobals()
})

/** A call that promised two replies, stored, and no longer open in any window. */
async function stored(): Promise<{ readonly call: string; readonly made: string; readonly other: string }> {
  const session = startSession(browser.tab(), pack, { channel: 'phone', profile: { surname: '王', title: 'ms' } })
  session.dispatch({ type: 'MakePromise', promise: PROMISE })
  session.dispatch({ type: 'MakePromise', promise: PROMISE, words: '明天上午回电' })
  await session.flushed()
  const { id, promises } = session.snapshot().call.state
  session.close()
  await quiet()
  const [first, second] = promises
  if (!first || !second) throw new Error('nothing was promised')
  return { call: id, made: first.id, other: second.id }
}

async function summaryOf(call: string) {
  const [summary] = await disk.calls({ by: 'id', id: call })
  return summary
}

async function onDisk(call: string): Promise<readonly CallEvent[]> {
  return checkLog(await disk.read(call)).events
}

describe('[J2] a promise that is kept outside its call', () => {
  test('is kept in its log and in its summary, and no other with it', async () => {
    const { call, made, other } = await stored()
    const before = await onDisk(call)
    expect(await keepPromise(browser.tab(), pack, call, made)).toMatchObject({ ok: true })
    const log = await onDisk(call)
    expect(log.slice(0, before.length)).toEqual(before)
    const { promises } = fold(log)
    expect(promises.find(({ id }) => id === made)?.keptAt).toBeTypeOf('number')
    expect(promises.find(({ id }) => id === other)?.keptAt).toBeUndefined()
    const summary = await summaryOf(call)
    expect(summary?.promises).toEqual(promises)
    expect(summary?.owed).toBe(promises.find(({ id }) => id === other)?.due)
    expect(replay(pack, log).same).toBe(true)
  })

  test('leaves nothing owed when it was the last', async () => {
    const { call, made, other } = await stored()
    await keepPromise(browser.tab(), pack, call, made)
    await keepPromise(browser.tab(), pack, call, other)
    expect(await disk.calls({ by: 'owed' })).toEqual([])
  })

  test('is no news of the call: it does not go on by itself for that', async () => {
    const { call, made } = await stored()
    const before = await summaryOf(call)
    await keepPromise(browser.tab(), pack, call, made)
    expect((await summaryOf(call))?.lastAt).toBe(before?.lastAt)
  })

  test('can be kept when the call is over', async () => {
    const session = startSession(browser.tab(), pack, { channel: 'phone', profile: {} })
    session.dispatch({ type: 'MakePromise', promise: PROMISE })
    session.dispatch({ type: 'EndCall', outcome: 'follow-up', reason: 'customer-left' })
    await session.flushed()
    const { id, promises, ended } = session.snapshot().call.state
    session.close()
    await quiet()
    expect(ended).toBeDefined()
    expect(await keepPromise(browser.tab(), pack, id, promises[0]?.id ?? '')).toMatchObject({ ok: true })
    expect(await summaryOf(id)).toMatchObject({ status: 'ended', endedAt: ended?.at })
  })

  test('twice is once', async () => {
    const { call, made } = await stored()
    await keepPromise(browser.tab(), pack, call, made)
    const log = await onDisk(call)
    expect(await keepPromise(browser.tab(), pack, call, made)).toMatchObject({ ok: true })
    expect(await onDisk(call)).toEqual(log)
  })

  test('puts a summary right that had fallen behind', async () => {
    const { call, made } = await stored()
    const stale = await summaryOf(call)
    await keepPromise(browser.tab(), pack, call, made)
    if (stale) await disk.append([], [stale])
    await keepPromise(browser.tab(), pack, call, made)
    expect((await summaryOf(call))?.promises?.find(({ id }) => id === made)?.keptAt).toBeTypeOf('number')
  })

  test('waits for another window that writes the call', async () => {
    const { call, made } = await stored()
    const resumed = await resumeSession(browser.tab(), pack, call)
    if (!resumed.ok) throw new Error(resumed.why)
    const log = await onDisk(call)
    expect(await keepPromise(browser.tab(), pack, call, made)).toEqual({ ok: false, why: 'busy' })
    expect(await onDisk(call)).toEqual(log)
    resumed.session.close()
    await quiet()
    expect(await keepPromise(browser.tab(), pack, call, made)).toMatchObject({ ok: true })
  })

  test('lets go of the call afterwards, whatever came of it', async () => {
    const { call, made } = await stored()
    browser.faults.push('full')
    await keepPromise(browser.tab(), pack, call, made)
    await quiet()
    const resumed = await resumeSession(browser.tab(), pack, call)
    expect(resumed.ok && resumed.session.snapshot().writable).toBe(true)
  })

  test('writes nothing behind a log that cannot be read to its end', async () => {
    const { call, made } = await stored()
    const last = (await onDisk(call)).length
    await disk.append([{ id: 'x', call, seq: last + 1, nonsense: true } as unknown as CallEvent], [])
    expect(await keepPromise(browser.tab(), pack, call, made)).toEqual({ ok: false, why: 'damaged' })
    expect((await disk.read(call)).length).toBe(last + 1)
  })

  test('needs the pack that the call is pinned to', async () => {
    const { call, made } = await stored()
    const newer: CompiledPack = { ...pack, hash: 'another' }
    expect(await keepPromise(browser.tab(), newer, call, made)).toMatchObject({ ok: true })
    const { call: second, made: its } = await stored()
    const without = { ...browser.tab(), store: { ...disk, packByHash: async () => undefined } }
    expect(await keepPromise(without, newer, second, its)).toEqual({ ok: false, why: 'pack-missing' })
  })

  test('must be in the call', async () => {
    const { call } = await stored()
    expect(await keepPromise(browser.tab(), pack, call, 'nothing')).toEqual({ ok: false, why: 'gone' })
    expect(await keepPromise(browser.tab(), pack, 'no-call', 'nothing')).toEqual({ ok: false, why: 'gone' })
  })

  test('gives way when another window wrote meanwhile, where windows cannot be told apart', async () => {
    browser.forgetLocks()
    const { call, made, other } = await stored()
    const tab = browser.tab()
    const store: CallStore = {
      ...tab.store,
      async append(events, summaries) {
        await keepPromise(browser.tab(), pack, call, other)
        await tab.store.append(events, summaries)
      },
    }
    expect(await keepPromise({ ...tab, store }, pack, call, made)).toEqual({ ok: false, why: 'conflict' })
    const { promises } = fold(await onDisk(call))
    expect(promises.map(({ keptAt }) => keptAt !== undefined)).toEqual([false, true])
    expect(await keepPromise(browser.tab(), pack, call, made)).toMatchObject({ ok: true })
  })

  test.each(['full', 'unavailable'] as const)('changes nothing when the store is %s', async (fault) => {
    const { call, made } = await stored()
    const [log, summary] = [await onDisk(call), await summaryOf(call)]
    browser.faults.push(fault)
    expect(await keepPromise(browser.tab(), pack, call, made)).toEqual({ ok: false, why: fault })
    expect(await onDisk(call)).toEqual(log)
    expect(await summaryOf(call)).toEqual(summary)
  })

  test('is kept when only the answer was lost', async () => {
    const { call, made } = await stored()
    browser.faults.push('answer-lost')
    expect(await keepPromise(browser.tab(), pack, call, made)).toMatchObject({ ok: true })
    expect(fold(await onDisk(call)).promises.find(({ id }) => id === made)?.keptAt).toBeTypeOf('number')
  })

  test('stands behind what a page that is gone had not written', async () => {
    const { call, made } = await stored()
    const resumed = await resumeSession(browser.tab(), pack, call)
    if (!resumed.ok) throw new Error(resumed.why)
    browser.faults.push('full', 'full')
    resumed.session.dispatch({ type: 'WriteNote', text: '客户要发票' })
    await resumed.session.flushed()
    resumed.session.leave()
    resumed.session.close()
    await quiet()
    browser.faults.length = 0
    expect(await keepPromise(browser.tab(), pack, call, made)).toMatchObject({ ok: true })
    const state = fold(await onDisk(call))
    expect(state.note).toBe('客户要发票')
    expect(state.promises.find(({ id }) => id === made)?.keptAt).toBeTypeOf('number')
  })

  test('is told to the windows that show the call', async () => {
    const { call, made } = await stored()
    const heard = vi.fn()
    browser.tab().openLogChannel(call, heard)
    await keepPromise(browser.tab(), pack, call, made)
    await quiet()
    expect(heard).toHaveBeenCalledWith((await onDisk(call)).length)
  })
})
