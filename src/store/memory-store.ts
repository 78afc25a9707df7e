import type { CompiledPack } from '../core/pack.ts'
import { answers } from './call-query.ts'
import type { CallStore } from './store.ts'
import { StoreError } from './store-error.ts'
import type { CallSummary } from './summary.ts'

/** A store that lasts as long as the page: for demo calls, and where the browser lets nothing be stored. */
export function createMemoryStore(): CallStore {
  const logs = new Map<string, Map<number, unknown>>()
  const summaries = new Map<string, CallSummary>()
  const packs = new Map<string, CompiledPack>()

  return {
    lasting: false,

    async append(events, changed) {
      const [first] = events
      if (first) {
        const log = logs.get(first.call) ?? new Map<number, unknown>()
        if (first.seq > 1 && !log.has(first.seq - 1))
          throw new StoreError('damaged', `event ${first.seq} of ${first.call} has no predecessor`)
        const taken = events.find((event) => log.has(event.seq))
        if (taken) throw new StoreError('conflict', `event ${taken.seq} of ${taken.call} is written already`)
        for (const event of events) log.set(event.seq, event)
        logs.set(first.call, log)
      }
      for (const summary of changed) summaries.set(summary.id, summary)
    },

    async read(call) {
      return [...(logs.get(call) ?? [])].sort(([a], [b]) => a - b).map(([, event]) => event)
    },

    async calls(query) {
      const found = [...summaries.values()].filter((each) => answers(each, query))
      return found.sort(query.by === 'owed' ? (a, b) => Number(a.owed) - Number(b.owed) : (a, b) => a.startedAt - b.startedAt)
    },

    async keepPack(pack) {
      packs.set(pack.hash, pack)
    },

    async packByHash(hash) {
      return packs.get(hash)
    },

    close() {},
  }
}
