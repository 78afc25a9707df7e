import type { CallEvent } from '../core/events.ts'
import type { CompiledPack } from '../core/pack.ts'
import { checkLog } from './checked-log.ts'
import type { CallStore } from './store.ts'
import { asStoreError, type StoreErrorCode } from './store-error.ts'
import type { CallSummary } from './summary.ts'

/**
 * Brings the log of one call to a store, in order and one batch at a time, behind the back of whoever goes on with the
 * call. What cannot be written stays here and is tried again, before anything newer, each time that there is more to write.
 */
export interface LogWriter {
  /** Makes this the log that should be on disk. */
  write(log: readonly CallEvent[], summary: CallSummary): void
  /** Takes over what is known to be on disk already, and writes again if it had been stopped. */
  adopt(log: readonly CallEvent[]): void
  /** Starts no further batch; one that is under way still finishes. */
  stop(): void
  /** Events that are not on disk as far as is known. */
  unsaved(): readonly CallEvent[]
  /** Why the last batch could not be written; `undefined` once everything before it is. */
  problem(): StoreErrorCode | undefined
  /** Tries again what could not be written; resolves when everything is written or this attempt has failed. */
  settled(): Promise<void>
}

export interface LogWriterOptions {
  readonly store: CallStore
  readonly pack: CompiledPack
  /** The part of the log that is on disk already. */
  readonly saved: readonly CallEvent[]
  /** Written with the first batch: the summary of a damaged call that this one goes on from. */
  readonly retires?: CallSummary
  /** Another batch is on disk, up to this number. */
  readonly onSaved: (seq: number) => void
  /** The last batch could not be written: see `problem`. */
  readonly onProblem: () => void
  /** Somebody else has written events of this call; the writer has stopped. */
  readonly onOverwritten: () => void
}

export function createLogWriter({ store, pack, saved, retires, onSaved, onProblem, onOverwritten }: LogWriterOptions): LogWriter {
  let log = saved
  let summary: CallSummary | undefined
  let savedCount = saved.length
  let problem: StoreErrorCode | undefined
  let stopped = false
  let busy = false
  let done: Promise<void> = Promise.resolve()

  function start(): void {
    if (busy || stopped || savedCount === log.length) return
    busy = true
    done = drain()
  }

  async function drain(): Promise<void> {
    while (!stopped && savedCount < log.length) {
      const attempted = log
      problem = await attempt()
      if (!problem) onSaved(savedCount)
      else if (!stopped) onProblem()
      if (problem && attempted === log) break
    }
    busy = false
  }

  async function attempt(): Promise<StoreErrorCode | undefined> {
    try {
      await writeRest()
      return undefined
    } catch (cause) {
      const { code } = asStoreError(cause)
      const surprised = code === 'conflict' || code === 'damaged'
      return surprised && (await lookAtDisk()) ? undefined : code
    }
  }

  async function writeRest(): Promise<void> {
    // More may be dispatched while this is under way: that is for the next batch.
    const batch = log.slice(savedCount)
    const goal = log.length
    const beginning = savedCount === 0
    const summaries = [summary, beginning ? retires : undefined].filter((each) => each !== undefined)
    if (beginning) await store.keepPack(pack)
    await store.append(batch, summaries)
    savedCount = goal
  }

  /**
   * The disk is not as it was thought to be: a batch that was reported as failed may have arrived, the browser may have
   * cleared its storage, or another tab may have written.
   *
   * @returns whether something was learnt with which another attempt makes sense
   */
  async function lookAtDisk(): Promise<boolean> {
    const [first] = log
    const raw = first ? await store.read(first.call).catch(() => undefined) : undefined
    if (!raw) return false
    const { events } = checkLog(raw)
    if (events.some((event, index) => event.id !== log[index]?.id)) {
      stopped = true
      onOverwritten()
      return false
    }
    const learnt = events.length !== savedCount
    savedCount = events.length
    return learnt
  }

  return {
    write(nextLog, nextSummary) {
      log = nextLog
      summary = nextSummary
      start()
    },
    adopt(onDisk) {
      log = onDisk
      savedCount = onDisk.length
      problem = undefined
      stopped = false
    },
    stop() {
      stopped = true
    },
    unsaved: () => log.slice(savedCount),
    problem: () => problem,
    settled() {
      start()
      return done
    },
  }
}
