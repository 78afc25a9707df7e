import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Assignment, DrillRecord } from '../core/drill/record.ts'

const DATABASE = 'evenkeel-drills'
const VERSION = 1

/** Drills and assignments, in a database of their own: nothing of real calls stands here, and one key erases all of it. */
export interface DrillStore {
  /** Whether it outlives the page. */
  readonly lasting: boolean
  /** All drills, the newest first. */
  records(): Promise<readonly DrillRecord[]>
  record(id: string): Promise<DrillRecord | undefined>
  keep(record: DrillRecord): Promise<void>
  assignments(): Promise<readonly Assignment[]>
  assign(assignment: Assignment): Promise<void>
  withdraw(assignment: string): Promise<void>
  erase(): Promise<void>
  close(): void
}

interface Schema extends DBSchema {
  records: { key: string; value: DrillRecord }
  assignments: { key: string; value: Assignment }
}

/** Drills in the browser's own database; in memory where that is denied. */
export async function openDrillStore(): Promise<DrillStore> {
  try {
    const db = await openDB<Schema>(DATABASE, VERSION, {
      upgrade(database) {
        database.createObjectStore('records', { keyPath: 'id' })
        database.createObjectStore('assignments', { keyPath: 'id' })
      },
      blocking(_current, _blocked, event) {
        ;(event.target as IDBDatabase).close()
      },
    })
    return overDatabase(db)
  } catch {
    return createMemoryDrillStore()
  }
}

function overDatabase(db: IDBPDatabase<Schema>): DrillStore {
  return {
    lasting: true,
    records: async () => newestFirst(await db.getAll('records')),
    record: (id) => db.get('records', id),
    keep: async (record) => void (await db.put('records', record)),
    assignments: async () => (await db.getAll('assignments')).sort((a, b) => a.due.localeCompare(b.due)),
    assign: async (assignment) => void (await db.put('assignments', assignment)),
    withdraw: (assignment) => db.delete('assignments', assignment),
    async erase() {
      const erasing = db.transaction(['records', 'assignments'], 'readwrite')
      await Promise.all([erasing.objectStore('records').clear(), erasing.objectStore('assignments').clear(), erasing.done])
    },
    close: () => db.close(),
  }
}

/** Drills that are gone with the page. */
export function createMemoryDrillStore(): DrillStore {
  const records = new Map<string, DrillRecord>()
  const assignments = new Map<string, Assignment>()
  return {
    lasting: false,
    records: async () => newestFirst([...records.values()]),
    record: async (id) => records.get(id),
    keep: async (record) => void records.set(record.id, record),
    assignments: async () => [...assignments.values()].sort((a, b) => a.due.localeCompare(b.due)),
    assign: async (assignment) => void assignments.set(assignment.id, assignment),
    withdraw: async (assignment) => void assignments.delete(assignment),
    async erase() {
      records.clear()
      assignments.clear()
    },
    close() {},
  }
}

function newestFirst(records: readonly DrillRecord[]): readonly DrillRecord[] {
  return [...records].sort((a, b) => b.startedAt - a.startedAt)
}
