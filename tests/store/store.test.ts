import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, test } from 'vitest'
import { type CallQuery, EVERY_CALL } from '../../src/store/call-query.ts'
import { openIndexedDbStore } from '../../src/store/indexeddb-store.ts'
import { createMemoryStore } from '../../src/store/memory-store.ts'
import type { CallStore } from '../../src/store/store.ts'
import { smallPack } from '../app/small-pack.ts'
import { logOf, note, summaryOf } from './events.ts'

/** Every home of the logs keeps the same promises. */
const HOMES: Readonly<Record<string, () => Promise<CallStore>>> = {
  memory: async () => createMemoryStore(),
  IndexedDB: () => {
    globalThis.indexedDB = new IDBFactory()
    return openIndexedDbStore()
  },
}

describe.each(Object.entries(HOMES))('%s', (_, open) => {
  let store: CallStore
  const log = logOf('a', note('one'), note('two'), note('three'))

  beforeEach(async () => {
    store = await open()
  })

  test('reads back what was written, in order, however it was batched', async () => {
    await store.append(log.slice(0, 1), [])
    await store.append(log.slice(1), [])
    expect(await store.read('a')).toEqual(log)
  })

  test('keeps calls apart, also when one name begins with another', async () => {
    const other = logOf('ab', note('else'))
    await store.append(log, [])
    await store.append(other, [])
    expect(await store.read('a')).toEqual(log)
    expect(await store.read('ab')).toEqual(other)
    expect(await store.read('nobody')).toEqual([])
  })

  test('reads more than nine events by number and not by name', async () => {
    const long = logOf('a', ...Array.from({ length: 12 }, (_, i) => note(`${i}`)))
    await store.append(long, [])
    expect(await store.read('a')).toEqual(long)
  })

  test('refuses a number that is taken, and writes nothing of that batch', async () => {
    await store.append(log.slice(0, 3), [summaryOf('a', { lastAt: 3_000 })])
    await expect(store.append(log.slice(2), [summaryOf('a', { lastAt: 4_000 })])).rejects.toMatchObject({ code: 'conflict' })
    expect(await store.read('a')).toEqual(log.slice(0, 3))
    expect(await store.calls(EVERY_CALL)).toEqual([summaryOf('a', { lastAt: 3_000 })])
  })

  test('of two that write the same number, only one succeeds', async () => {
    const results = await Promise.allSettled([store.append(log, []), store.append(log, [])])
    expect(results.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('refuses to leave a hole in a log', async () => {
    await store.append(log.slice(0, 1), [])
    await expect(store.append(log.slice(2), [summaryOf('a')])).rejects.toMatchObject({ code: 'damaged' })
    expect(await store.read('a')).toEqual(log.slice(0, 1))
    expect(await store.calls(EVERY_CALL)).toEqual([])
  })

  test('writes summaries with the events, and replaces them', async () => {
    await store.append(log, [summaryOf('a'), summaryOf('b')])
    await store.append([], [summaryOf('b', { status: 'damaged' })])
    const summaries = await store.calls(EVERY_CALL)
    expect(summaries).toHaveLength(2)
    expect(summaries).toEqual(expect.arrayContaining([summaryOf('a'), summaryOf('b', { status: 'damaged' })]))
  })

  describe('finds calls', () => {
    const ids = async (query: CallQuery) => (await store.calls(query)).map(({ id }) => id)

    beforeEach(async () => {
      await store.append(
        [],
        [
          summaryOf('late', { startedAt: 9_000, ref: 'r1', matter: 'roaming', status: 'ended', owed: 20_000 }),
          summaryOf('mid', { startedAt: 5_000, ref: 'r1', matter: 'coverage', owed: 50_000 }),
          summaryOf('early', { startedAt: 1_000, ref: 'r10', matter: 'roaming', owed: 30_000 }),
          summaryOf('bare', { startedAt: 7_000, status: 'damaged' }),
        ],
      )
    })

    test.each<[string, CallQuery, string[]]>([
      ['by id', { by: 'id', id: 'mid' }, ['mid']],
      ['by an id that nobody has', { by: 'id', id: 'm' }, []],
      ['by status, in the order in which they began', { by: 'status', status: 'open' }, ['early', 'mid']],
      ['by when they began, the end not included', { by: 'started', from: 5_000, to: 9_000 }, ['mid', 'bare']],
      ['of a customer, and not of one whose name begins alike', { by: 'ref', ref: 'r1' }, ['mid', 'late']],
      ['about a matter, from a moment on', { by: 'matter', matter: 'roaming', from: 1_001 }, ['late']],
      ['about a matter, that moment included', { by: 'matter', matter: 'roaming', from: 1_000 }, ['early', 'late']],
      ['with open promises, what is due first leading', { by: 'owed' }, ['late', 'early', 'mid']],
      ['all', EVERY_CALL, ['early', 'mid', 'bare', 'late']],
    ])('%s', async (_name, query, found) => {
      expect(await ids(query)).toEqual(found)
    })
  })

  test('keeps each pack that a call was pinned to', async () => {
    const newer = { ...smallPack, version: '2.0.0', hash: 'small-2' }
    await store.keepPack(smallPack)
    await store.keepPack(newer)
    await store.keepPack(smallPack)
    expect(await store.packByHash('small-1')).toEqual(smallPack)
    expect(await store.packByHash('small-2')).toEqual(newer)
    expect(await store.packByHash('small-3')).toBeUndefined()
  })
})
