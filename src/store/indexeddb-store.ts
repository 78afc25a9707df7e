import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb'
import type { CallEvent } from '../core/events.ts'
import type { CompiledPack } from '../core/pack.ts'
import type { CallQuery } from './call-query.ts'
import type { CallStore } from './store.ts'
import { asStoreError, StoreError } from './store-error.ts'
import type { CallSummary } from './summary.ts'

const DATABASE = 'evenkeel'
/** 1: events, calls, packs. 2: indexes over calls. */
const VERSION = 2

interface Schema extends DBSchema {
  events: { key: [call: string, seq: number]; value: CallEvent }
  calls: {
    key: string
    value: CallSummary
    indexes: {
      status: [CallSummary['status'], number]
      started: number
      ref: [string, number]
      matter: [string, number]
      owed: number
    }
  }
  packs: { key: string; value: CompiledPack }
}

type Name = 'events' | 'calls' | 'packs'
type Connection = IDBPDatabase<Schema>

/** Calls in the browser's own database. Rejects with a `StoreError` when it cannot be opened. */
export async function openIndexedDbStore(): Promise<CallStore> {
  let connection: Promise<Connection> | undefined

  /** Opened again after the browser or a newer version of the program has closed it. */
  function connect(): Promise<Connection> {
    connection ??= open(() => {
      connection = undefined
    })
    connection.catch(() => {
      connection = undefined
    })
    return connection
  }

  async function attempt<T>(work: (db: Connection) => Promise<T>): Promise<T> {
    try {
      return await work(await connect())
    } catch (cause) {
      throw asStoreError(cause)
    }
  }

  await attempt(async () => {})

  return {
    lasting: true,
    append: (events, summaries) => attempt((db) => append(db, events, summaries)),
    read: (call) => attempt((db) => db.getAll('events', IDBKeyRange.bound([call], [call, []]))),
    calls: (query) => attempt((db) => find(db, query)),
    keepPack: (pack) => attempt((db) => keepPack(db, pack)),
    packByHash: (hash) => attempt((db) => db.get('packs', hash)),
    close: () => {
      connection?.then((db) => db.close()).catch(() => {})
      connection = undefined
    },
  }
}

async function open(onClosed: () => void): Promise<Connection> {
  if (!globalThis.indexedDB) throw new StoreError('denied', 'this page has no indexedDB')
  const opened = openDB<Schema>(DATABASE, VERSION, {
    upgrade(db, from, _to, tx) {
      if (from < 1) {
        db.createObjectStore('events', { keyPath: ['call', 'seq'] })
        db.createObjectStore('calls', { keyPath: 'id' })
        db.createObjectStore('packs', { keyPath: 'hash' })
      }
      if (from < 2) {
        // A call without the field is not in that index.
        const calls = tx.objectStore('calls')
        calls.createIndex('status', ['status', 'startedAt'])
        calls.createIndex('started', 'startedAt')
        calls.createIndex('ref', ['ref', 'startedAt'])
        calls.createIndex('matter', ['matter', 'startedAt'])
        calls.createIndex('owed', 'owed')
      }
    },
    // A newer version waits for this connection to close; transactions that are running still finish.
    blocking() {
      onClosed()
      opened.then((db) => db.close())
    },
    terminated: onClosed,
  })
  return opened
}

function append(db: Connection, events: readonly CallEvent[], summaries: readonly CallSummary[]): Promise<void> {
  return write(db, ['events', 'calls'], function* (tx) {
    const log = tx.objectStore('events')
    const [first] = events
    if (first && first.seq > 1) {
      yield log.getKey([first.call, first.seq - 1]).then((found) => {
        if (found !== undefined) return
        tx.abort()
        throw new StoreError('damaged', `event ${first.seq} of ${first.call} has no predecessor`)
      })
    }
    for (const event of events) yield log.add(event)
    for (const summary of summaries) yield tx.objectStore('calls').put(summary)
  })
}

/** Asks the index that knows, so that many calls cost no more than the few that are wanted. */
async function find(db: Connection, query: CallQuery): Promise<readonly CallSummary[]> {
  switch (query.by) {
    case 'id': {
      const found = await db.get('calls', query.id)
      return found ? [found] : []
    }
    case 'status':
      return db.getAllFromIndex('calls', 'status', IDBKeyRange.bound([query.status], [query.status, []]))
    case 'started':
      return db.getAllFromIndex('calls', 'started', IDBKeyRange.bound(query.from, query.to, false, true))
    case 'ref':
      return db.getAllFromIndex('calls', 'ref', IDBKeyRange.bound([query.ref], [query.ref, []]))
    case 'matter':
      return db.getAllFromIndex('calls', 'matter', IDBKeyRange.bound([query.matter, query.from], [query.matter, []]))
    case 'owed':
      return db.getAllFromIndex('calls', 'owed')
  }
}

async function keepPack(db: Connection, pack: CompiledPack): Promise<void> {
  if (await db.getKey('packs', pack.hash)) return
  await write(db, ['packs'], function* (tx) {
    yield tx.objectStore('packs').put(pack)
  })
}

/**
 * Runs requests in one transaction, all or nothing, and resolves once they are on disk.
 *
 * Waits for the transaction and not for its requests: when the quota runs out, Chromium settles only the former
 * (https://github.com/dexie/Dexie.js/issues/840). When a request fails, on the other hand, it knows the reason, and the
 * transaction only that it was aborted.
 */
async function write<N extends Name>(
  db: Connection,
  names: N[],
  requests: (tx: IDBPTransaction<Schema, N[], 'readwrite'>) => Iterable<Promise<unknown>>,
): Promise<void> {
  const tx = db.transaction(names, 'readwrite', { durability: 'strict' })
  let reason: unknown
  const note = (cause: unknown) => {
    if (!isAbort(cause)) reason ??= cause
  }
  try {
    for (const request of requests(tx)) request.catch(note)
  } catch (cause) {
    note(cause)
    tx.abort()
  }
  await tx.done.catch((cause) => {
    throw reason ?? cause
  })
}

function isAbort(cause: unknown): boolean {
  return cause instanceof Error && cause.name === 'AbortError'
}
