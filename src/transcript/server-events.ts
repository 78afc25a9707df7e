import { MESSAGE_REFUSALS, type MessageRefusal } from './contract.ts'
import { isFields, textOf } from './fields.ts'
import { readMessage } from './read-message.ts'
import type { Receiver } from './window-messages.ts'

/** An EventSource, as far as this needs it. */
export interface EventSourceLike {
  readonly readyState: number
  addEventListener(type: string, listener: (event: { readonly data?: unknown; readonly lastEventId?: string }) => void): void
  close(): void
}

/** Whether events can come in just now. */
export type Line = 'connecting' | 'open' | 'lost'

export interface ServerReceiver extends Receiver {
  /** Told when that changes. */
  readonly onLine?: (line: Line) => void
}

/** All that this needs from the browser around it. */
export interface EventsHome {
  readonly open: (url: string) => EventSourceLike
  /** @returns how to call it off */
  readonly later: (run: () => void, milliseconds: number) => () => void
  /** Keeps a word over a reload of this page, and gives it back. */
  readonly keep: (id: string) => void
  readonly kept: () => string | undefined
}

const LAST_EVENT = 'evenkeel.last-event'

/** What this page has of all that. */
const browserEvents: EventsHome = {
  open: (url) => new EventSource(url),
  later: (run, milliseconds) => {
    const timer = setTimeout(run, milliseconds)
    return () => clearTimeout(timer)
  },
  keep: (id) => tried(() => sessionStorage.setItem(LAST_EVENT, id)),
  kept: () => tried(() => sessionStorage.getItem(LAST_EVENT)) ?? undefined,
}

/** A page that may store nothing throws; it misses what was said while it was reloaded, and no more. */
function tried<T>(run: () => T): T | undefined {
  try {
    return run()
  } catch {
    return undefined
  }
}

/** A browser does not come back by itself after the server answered with an error; this does, less and less often. */
const FIRST_RETRY = 1000
const LAST_RETRY = 30_000
const CLOSED = 2

/**
 * Takes in the events that the server passes on. A connection that breaks is opened again, and goes on behind the last event that came;
 * so does a page that was reloaded.
 *
 * @returns how to stop
 *
 * @example
 * receiveServerEvents('/events', { onMessage: (message) => take(message), onRefusal: (refusal) => count(refusal) })
 */
export function receiveServerEvents(url: string, receiver: ServerReceiver, home: EventsHome = browserEvents): () => void {
  let source: EventSourceLike
  let callOff = () => undefined as unknown
  let wait = FIRST_RETRY
  let line: Line = 'connecting'

  function turn(next: Line): void {
    if (next === line) return
    line = next
    receiver.onLine?.(next)
  }

  function connect(): void {
    const last = home.kept()
    source = home.open(last === undefined ? url : `${url}?after=${encodeURIComponent(last)}`)
    source.addEventListener('open', () => {
      wait = FIRST_RETRY
      turn('open')
    })
    source.addEventListener('message', ({ data, lastEventId }) => {
      if (lastEventId) home.keep(lastEventId)
      const reading = readMessage(data)
      if ('message' in reading) receiver.onMessage(reading.message)
      else receiver.onRefusal(reading.refusal)
    })
    source.addEventListener('refused', ({ data }) => receiver.onRefusal(refusalIn(data)))
    source.addEventListener('error', () => {
      turn('lost')
      if (source.readyState !== CLOSED) return
      source.close()
      callOff = home.later(connect, wait)
      wait = Math.min(wait * 2, LAST_RETRY)
    })
  }

  connect()
  return () => {
    callOff()
    source.close()
  }
}

/** What the server refused, from what it tells of that. */
function refusalIn(data: unknown): MessageRefusal {
  try {
    const told: unknown = typeof data === 'string' ? JSON.parse(data) : undefined
    const code = isFields(told) ? MESSAGE_REFUSALS.find((each) => each === told.code) : undefined
    if (isFields(told) && code) {
      const [field, expected] = [textOf(told, 'field'), textOf(told, 'expected')]
      return { code, ...(field ? { field } : {}), ...(expected ? { expected } : {}) }
    }
  } catch {
    // Not ours: counted as what it is.
  }
  return { code: 'not-json' }
}
