import type { CallEvent } from '../core/events.ts'
import type { CompiledPack } from '../core/pack.ts'
import { checkLog } from './checked-log.ts'
import { misshapen } from './event-shape.ts'
import { localArea } from './local-area.ts'
import type { CallStore } from './store.ts'
import { asStoreError } from './store-error.ts'
import type { CallSummary } from './summary.ts'

/**
 * What pages had not brought to disk when they went away: a reload aborts whatever the database is still writing, and it is
 * too late to write again. Kept in the browser's local storage, which takes it at once, until the next page is there.
 */
export interface Leftovers {
  /** @param events what is not on disk for certain, in order; some of it may have arrived */
  keep(events: readonly CallEvent[], summary: CallSummary): void
  /**
   * Writes everything that was kept behind the logs that it belongs to, except where another tab has gone on instead. What
   * cannot be written now stays for the next time. Never rejects.
   *
   * @param pack kept with a call of which nothing is on disk yet, if that is the pack it began with
   * @returns the last event of each log that has grown
   */
  bringBack(store: CallStore, pack: CompiledPack): Promise<readonly CallEvent[]>
}

type Area = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

interface Kept {
  readonly events: readonly [CallEvent, ...CallEvent[]]
  readonly summary: CallSummary
}

const PREFIX = 'evenkeel.unsaved.'

/** @param area the browser's own when left out; `null` for none: then nothing is kept */
export function openLeftovers(area: Area | null = localArea()): Leftovers {
  return {
    keep(events, summary) {
      try {
        area?.setItem(PREFIX + summary.id, JSON.stringify({ events, summary }))
      } catch {
        // Full or denied, like the disk before it: what could not be saved was shown as such all the time.
      }
    },
    async bringBack(store, pack) {
      const written: CallEvent[] = []
      for (const key of keysOf(area)) {
        const kept = parse(area?.getItem(key))
        const result = kept ? await writeBehind(kept, store, pack) : 'not-needed'
        if (result !== 'not-now') area?.removeItem(key)
        if (kept && result === 'written') written.push(kept.events.at(-1) ?? kept.events[0])
      }
      return written
    },
  }
}

function keysOf(area: Area | null): readonly string[] {
  const keys = Array.from({ length: area?.length ?? 0 }, (_, index) => area?.key(index))
  return keys.filter((key) => key?.startsWith(PREFIX) === true) as readonly string[]
}

function parse(text: string | null | undefined): Kept | undefined {
  try {
    const { events, summary } = JSON.parse(text ?? '') as { events: unknown[]; summary: CallSummary }
    const sound = events.length > 0 && events.every((event) => misshapen(event) === undefined)
    return sound ? { events: events as unknown as Kept['events'], summary } : undefined
  } catch {
    return undefined
  }
}

async function writeBehind({ events, summary }: Kept, store: CallStore, pack: CompiledPack): Promise<'written' | 'not-needed' | 'not-now'> {
  try {
    const [first] = events
    const { events: onDisk, raw } = checkLog(await store.read(first.call))
    const whole = [...onDisk.slice(0, first.seq - 1), ...events]
    const fits = raw.length === onDisk.length && onDisk.every((event, index) => event.id === whole[index]?.id)
    const rest = whole.slice(onDisk.length)
    if (!fits || checkLog(whole).damage || rest.length === 0) return 'not-needed'
    if (rest[0]?.type === 'CallStarted' && rest[0].pack.hash === pack.hash) await store.keepPack(pack)
    await store.append(rest, [summary])
    return 'written'
  } catch (cause) {
    return asStoreError(cause).code === 'conflict' ? 'not-needed' : 'not-now'
  }
}
