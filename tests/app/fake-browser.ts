import type { SessionHome } from '../../src/app/panel/session.ts'
import type { CallEvent } from '../../src/core/events.ts'
import { NO_REFS } from '../../src/store/customer-refs.ts'
import { openLeftovers } from '../../src/store/leftovers.ts'
import { createMemoryStore } from '../../src/store/memory-store.ts'
import type { CallStore } from '../../src/store/store.ts'
import { asStoreError } from '../../src/store/store-error.ts'
import { acquireWriter } from '../../src/store/writer-lock.ts'
import { fakeArea } from '../store/fake-area.ts'
import { FakeLocks, stubLocks } from '../store/fake-locks.ts'

/** How the next batch fails: before anything is written, or with the answer lost after it was. */
export type Fault = 'full' | 'unavailable' | 'answer-lost'

/**
 * A browser whose tabs share a disk, locks and channels, with a clock that moves a second at each look. Call `close` on
 * what it opened, and `vi.unstubAllGlobals()` when done.
 */
export class FakeBrowser {
  /** What the next batches meet, first come first. */
  readonly faults: Fault[] = []
  /** Holds up whatever the tabs ask of the disk and of each other; replaced where a test wants a say in when. */
  pause: () => Promise<unknown> = async () => {}
  readonly area = fakeArea()
  readonly #disk: CallStore
  readonly #listeners = new Map<string, Set<(seq: number) => void>>()
  #now = Date.UTC(2026, 10, 21, 1)
  #ids = 0

  constructor(disk: CallStore = { ...createMemoryStore(), lasting: true }) {
    this.#disk = disk
    stubLocks(new FakeLocks())
  }

  /** Makes this a browser without locks. */
  forgetLocks(): void {
    stubLocks(undefined)
  }

  /** What one tab has around it. */
  tab(): SessionHome {
    return {
      store: this.#store(),
      acquireWriter,
      openLogChannel: (call, heard) => {
        const others = this.#listeners.get(call) ?? new Set()
        this.#listeners.set(call, others.add(heard))
        return {
          announce: (seq) => {
            for (const other of others) if (other !== heard) void this.pause().then(() => others.has(other) && other(seq))
          },
          close: () => others.delete(heard),
        }
      },
      leftovers: openLeftovers(this.area),
      refs: NO_REFS,
      clock: () => {
        this.#now += 1_000
        return this.#now
      },
      newId: () => {
        this.#ids += 1
        return `id-${this.#ids}`
      },
    }
  }

  async onDisk(call: string): Promise<readonly CallEvent[]> {
    return (await this.#disk.read(call)) as readonly CallEvent[]
  }

  #store(): CallStore {
    const disk = this.#disk
    return {
      ...disk,
      append: async (events, summaries) => {
        await this.pause()
        const fault = this.faults.shift()
        if (fault === 'full') throw asStoreError(new DOMException('', 'QuotaExceededError'))
        if (fault === 'unavailable') throw asStoreError(new DOMException('', 'InvalidStateError'))
        await disk.append(events, summaries)
        await this.pause()
        if (fault === 'answer-lost') throw asStoreError(new DOMException('', 'AbortError'))
      },
      read: async (call) => {
        await this.pause()
        const records = await disk.read(call)
        await this.pause()
        return records
      },
    }
  }
}

/** Until everything that is under way in a browser with its disk in memory has come to rest. */
export function quiet(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}
