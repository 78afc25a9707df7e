import type { Page } from 'playwright-core'
import type { CallEvent, Command } from '../../../src/core/events.ts'
import type { CompiledPack } from '../../../src/core/pack.ts'
import { advance, startCall } from '../../../src/engine/advance.ts'
import { type CallSummary, summarise } from '../../../src/store/summary.ts'

/** What a browser has kept of calls. */
export interface StoredCalls {
  readonly events: readonly CallEvent[]
  readonly summaries: readonly CallSummary[]
}

/** A call that was begun at a moment and taken through some commands, a second apart, as it would be stored. */
export function storedCall(pack: CompiledPack, id: string, at: number, surname: string, ...commands: readonly Command[]): StoredCalls {
  let now = at
  let ids = 0
  const env = () => ({ now, newId: () => `${id}-${++ids}` })
  const profile = { surname, title: 'ms', matter: '流量费' }
  let { call } = startCall(pack, { type: 'StartCall', call: id, channel: 'phone', profile, agent: '8613' }, env())
  for (const command of commands) {
    now += 1000
    const advanced = advance(call, command, env())
    if (!advanced.ok) throw new Error(`${JSON.stringify(command)} is refused: ${advanced.refusal.why.en}`)
    call = advanced.call
  }
  return { events: call.events, summaries: [summarise(pack, call.state, now)] }
}

/** Puts calls into the database of a page that has opened it. */
export async function putCalls(page: Page, { events, summaries }: StoredCalls): Promise<void> {
  await page.evaluate(
    (calls) =>
      new Promise<void>((done, fail) => {
        const opening = indexedDB.open('evenkeel')
        opening.onerror = () => fail(opening.error)
        opening.onsuccess = () => {
          const db = opening.result
          const tx = db.transaction(['events', 'calls'], 'readwrite')
          for (const event of calls.events) tx.objectStore('events').put(event)
          for (const summary of calls.summaries) tx.objectStore('calls').put(summary)
          tx.onerror = () => fail(tx.error)
          tx.oncomplete = () => {
            db.close()
            done()
          }
        }
      }),
    { events, summaries },
  )
}
