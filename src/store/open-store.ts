import { openIndexedDbStore } from './indexeddb-store.ts'
import { createMemoryStore } from './memory-store.ts'
import type { CallStore } from './store.ts'
import { asStoreError, type StoreErrorCode } from './store-error.ts'

export interface OpenedStore {
  readonly store: CallStore
  /** Why calls are kept in memory only; absent when they are kept on disk. */
  readonly problem?: StoreErrorCode
}

/** Opens the disk, or memory where that is not possible. Always resolves: a call must be able to begin. */
export async function openCallStore(): Promise<OpenedStore> {
  try {
    const store = await openIndexedDbStore()
    await store.calls({ by: 'id', id: '' })
    void askToPersist()
    return { store }
  } catch (cause) {
    return { store: createMemoryStore(), problem: asStoreError(cause).code }
  }
}

/** Keeps the browser from clearing the logs when space gets short, where it agrees without asking the agent. */
async function askToPersist(): Promise<void> {
  try {
    const permission = await navigator.permissions.query({ name: 'persistent-storage' })
    if (permission.state === 'granted') await navigator.storage.persist()
  } catch {
    // Older browsers know neither; the logs are then stored as before.
  }
}
