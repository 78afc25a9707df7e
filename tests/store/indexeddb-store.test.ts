import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { openDB } from 'idb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { EVERY_CALL } from '../../src/store/call-query.ts'
import { openIndexedDbStore } from '../../src/store/indexeddb-store.ts'
import { smallPack } from '../app/small-pack.ts'
import { logOf, note, summaryOf } from './events.ts'

const log = logOf('a', note('one'), note('two'))

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

afterEach(() => {
  vi.restoreAllMocks()
})

describe('what is acknowledged is on disk', () => {
  test('outlives the connection', async () => {
    const before = await openIndexedDbStore()
    await before.keepPack(smallPack)
    await before.append(log, [summaryOf('a')])
    before.close()
    const after = await openIndexedDbStore()
    expect(await after.read('a')).toEqual(log)
    expect(await after.calls(EVERY_CALL)).toEqual([summaryOf('a')])
    expect(await after.packByHash(smallPack.hash)).toEqual(smallPack)
  })

  test('every write asks for strict durability', async () => {
    const store = await openIndexedDbStore()
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction')
    await store.keepPack(smallPack)
    await store.append(log, [summaryOf('a')])
    const writes = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite')
    expect(writes.map(([names, , options]) => [names, options])).toEqual([
      [['packs'], { durability: 'strict' }],
      [['events', 'calls'], { durability: 'strict' }],
    ])
  })
})

describe('when the quota runs out', () => {
  test('as an exception of the request: nothing of the batch is written', async () => {
    const store = await openIndexedDbStore()
    const add = IDBObjectStore.prototype.add
    vi.spyOn(IDBObjectStore.prototype, 'add')
      .mockImplementationOnce(add)
      .mockImplementationOnce(() => {
        throw new DOMException('', 'QuotaExceededError')
      })
    await expect(store.append(log, [summaryOf('a')])).rejects.toMatchObject({ code: 'full' })
    expect(await store.read('a')).toEqual([])
  })

  test('as an abort of the transaction while no request says anything, as Chromium does', async () => {
    const store = await openIndexedDbStore()
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementationOnce(function (this: IDBObjectStore) {
      ;(this.transaction as unknown as { _abort(name: string): void })._abort('QuotaExceededError')
      return new IDBRequest()
    })
    await expect(store.append(log.slice(0, 1), [])).rejects.toMatchObject({ code: 'full' })
  })
})

describe('when the database cannot be opened', () => {
  test('there is none: denied', async () => {
    vi.stubGlobal('indexedDB', undefined)
    await expect(openIndexedDbStore()).rejects.toMatchObject({ code: 'denied' })
    vi.unstubAllGlobals()
  })

  test('the browser forbids it: denied', async () => {
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('third party', 'SecurityError')
    })
    await expect(openIndexedDbStore()).rejects.toMatchObject({ code: 'denied' })
  })

  test('a newer version has been here: outdated', async () => {
    ;(await openDB('evenkeel', 99)).close()
    await expect(openIndexedDbStore()).rejects.toMatchObject({ code: 'outdated' })
  })
})

test('a database of the first version is taken over, and its calls are found', async () => {
  const old = await openDB('evenkeel', 1, {
    upgrade(db) {
      db.createObjectStore('events', { keyPath: ['call', 'seq'] })
      db.createObjectStore('calls', { keyPath: 'id' })
      db.createObjectStore('packs', { keyPath: 'hash' })
    },
  })
  await old.put('calls', summaryOf('a'))
  for (const event of log) await old.put('events', event)
  old.close()
  const store = await openIndexedDbStore()
  expect(await store.calls({ by: 'status', status: 'open' })).toEqual([summaryOf('a')])
  expect(await store.read('a')).toEqual(log)
})

describe('when a newer version wants to change the database', () => {
  test('lets go at once, and says from then on that it is outdated', async () => {
    const store = await openIndexedDbStore()
    await store.append(log.slice(0, 1), [])
    const blocked = vi.fn()
    const newer = await openDB('evenkeel', 99, { blocked })
    expect(blocked).not.toHaveBeenCalled()
    await expect(store.append(log.slice(1), [])).rejects.toMatchObject({ code: 'outdated' })
    expect(await newer.getAll('events')).toEqual(log.slice(0, 1))
  })

  test('goes on writing when the newer version thought better of it', async () => {
    const store = await openIndexedDbStore()
    await openDB('evenkeel', 99, {
      upgrade(_db, _from, _to, tx) {
        tx.done.catch(() => {})
        tx.abort()
      },
    }).catch(() => {})
    await store.append(log, [])
    expect(await store.read('a')).toEqual(log)
  })
})
