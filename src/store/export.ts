import type { CallEvent } from '../core/events.ts'
import { shanghaiDate } from '../core/lines.ts'

/** A log as a file to be saved. */
export interface LogExport {
  readonly name: string
  /** JSON Lines: the events as they are, then `{"unreadable": …}` and `{"unsaved": …}` for what stands beside the log. */
  readonly text: string
}

export interface Kept {
  readonly events: readonly CallEvent[]
  /** Records that were found on disk but are no sound part of the log. */
  readonly unreadable?: readonly unknown[]
  /** Events that could not be written before another tab went on with the call. */
  readonly unsaved?: readonly CallEvent[]
}

/**
 * Everything that is known of a call, so that nothing is lost when it cannot stay where it is.
 *
 * @param at when the call began, for the file's name; milliseconds since the epoch
 */
export function exportLog(call: string, at: number, { events, unreadable = [], unsaved = [] }: Kept): LogExport {
  const lines = [
    ...events.map((event) => JSON.stringify(event)),
    ...unreadable.map((record) => asJson('unreadable', record)),
    ...unsaved.map((event) => asJson('unsaved', event)),
  ]
  return { name: `evenkeel-${shanghaiDate(at)}-${call}.jsonl`, text: lines.map((line) => `${line}\n`).join('') }
}

/** A damaged record may hold what JSON cannot say, such as a cycle; better its outline than an export that fails. */
function asJson(name: string, record: unknown): string {
  try {
    return JSON.stringify({ [name]: record })
  } catch {
    return JSON.stringify({ [name]: String(record) })
  }
}
