import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, test } from 'vitest'
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
    expect(await store.summaries()).toEqual([summaryOf('a', { lastAt: 3_000 })])
  })

  test('of two that write the same number, only one succeeds', async () => {
    const results = await Promise.allSettled([store.append(log, []), store.append(log, [])])
    expect(results.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('refuses to leave a hole in a log', async () => {
    await store.append(log.slice(0, 1), [])
    await expect(store.append(log.slice(2), [summaryOf('a')])).rejects.toMatchObject({ code: 'damaged' })
    expect(await store.read('a')).toEqual(log.slice(0, 1))
    expect(await store.summaries()).toEqual([])
  })

  test('writes summaries with the events, and replaces them', async () => {
    await store.append(log, [summaryOf('a'), summaryOf('b')])
    await store.append([], [summaryOf('b', { status: 'damaged' })])
    const summaries = await store.summaries()
    expect(summaries).toHaveLength(2)
    expect(summaries).toEqual(expect.arrayContaining([summaryOf('a'), summaryOf('b', { status: 'damaged' })]))
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
