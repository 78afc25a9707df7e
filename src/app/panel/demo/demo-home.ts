import { v7 } from 'uuid'
import { NO_REFS } from '../../../store/customer-refs.ts'
import { openLeftovers } from '../../../store/leftovers.ts'
import { createMemoryStore } from '../../../store/memory-store.ts'
import type { SessionHome } from '../session.ts'

/** A place for a call that leaves no trace. */
export function createDemoHome(): SessionHome {
  return {
    store: createMemoryStore(),
    acquireWriter: async () => ({ exclusive: true, release() {} }),
    openLogChannel: () => ({ announce() {}, close() {} }),
    leftovers: openLeftovers(null),
    refs: NO_REFS,
    clock: Date.now,
    newId: () => v7(),
  }
}
