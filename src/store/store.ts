import type { CallEvent } from '../core/events.ts'
import type { CompiledPack } from '../core/pack.ts'
import type { CallQuery } from './call-query.ts'
import type { CallSummary } from './summary.ts'

/** Where the logs of calls are kept. Every method rejects with a `StoreError` and with nothing else. */
export interface CallStore {
  /** Whether what is written here outlives the page. */
  readonly lasting: boolean

  /**
   * Writes events of one call, and the summaries that go with them, all or nothing. Resolves once they are on disk.
   * A number that is taken already is a `conflict`; a missing predecessor means that the log is `damaged`.
   *
   * @param events consecutive numbers; empty to write summaries alone
   */
  append(events: readonly CallEvent[], summaries: readonly CallSummary[]): Promise<void>

  /** The records of a call by number, exactly as they were found: see `checkLog`. */
  read(call: string): Promise<readonly unknown[]>

  /** Calls by what is asked for; those with open promises by what is due first, all others in the order in which they began. */
  calls(query: CallQuery): Promise<readonly CallSummary[]>

  /** Keeps a pack for the calls that are pinned to it, so that they can go on after an update. */
  keepPack(pack: CompiledPack): Promise<void>

  packByHash(hash: string): Promise<CompiledPack | undefined>

  close(): void
}
