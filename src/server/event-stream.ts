export type AnswerHeaders = Readonly<Record<string, number | string | string[] | undefined>>

/** A response that stays open, as far as this needs it. */
export interface OpenResponse {
  /** Bytes that were written and not sent yet. */
  readonly writableLength: number
  writeHead(status: number, headers: AnswerHeaders): unknown
  write(text: string): unknown
  end(): unknown
  destroy(): unknown
  on(event: 'close', listener: () => void): unknown
}

/** Sends the same events to every page that listens, and again to one that comes back. */
export interface EventStream {
  /** @param dataOf what to send, as one line such as JSON, by the id that the event gets */
  publish(kind: 'message' | 'refused', dataOf: (id: string) => string): void
  /**
   * Listens until the response is closed.
   *
   * @param lastId of the last event that this page had; what came after it is sent first, as far as it is kept
   * @returns false when too many listen already
   */
  open(response: OpenResponse, headers: AnswerHeaders, lastId?: string): boolean
  close(): void
}

interface Sent {
  readonly id: string
  readonly frame: string
}

/** How many events are kept for those who come back: some minutes of a call. */
const KEPT = 256
const MOST_LISTENERS = 16
/** Milliseconds after which a silent connection shows that it is alive; proxies give up after half a minute at the earliest. */
const HEARTBEAT = 15_000
/** Bytes that may wait for a page that does not read; then it is cut off, and may come back for the rest. */
const MOST_UNREAD = 1024 * 1024
/** Milliseconds after which a page tries again. */
const RETRY = 1000

/**
 * Server-Sent Events (WHATWG HTML, "Server-sent events") with resuming.
 *
 * @param run tells the ids of this run from those of another
 */
export function createEventStream(run: string): EventStream {
  const listeners = new Set<OpenResponse>()
  let kept: readonly Sent[] = []
  let count = 0

  const heartbeat = setInterval(() => {
    for (const listener of listeners) write(listener, ': still here\n\n')
  }, HEARTBEAT)
  heartbeat.unref()

  function write(listener: OpenResponse, frame: string): void {
    if (listener.writableLength > MOST_UNREAD) listener.destroy()
    else listener.write(frame)
  }

  /** All that is kept, for a page of another run or one that was away for too long. */
  function since(lastId: string): readonly Sent[] {
    return kept.slice(kept.findIndex(({ id }) => id === lastId) + 1)
  }

  return {
    publish(kind, dataOf) {
      count += 1
      const id = `${run}-${count}`
      const sent = { id, frame: `id: ${id}\nevent: ${kind}\ndata: ${dataOf(id)}\n\n` }
      kept = [...kept, sent].slice(-KEPT)
      for (const listener of listeners) write(listener, sent.frame)
    },
    open(response, headers, lastId) {
      if (listeners.size >= MOST_LISTENERS) return false
      response.writeHead(200, { ...headers, 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' })
      response.write(`retry: ${RETRY}\n\n`)
      for (const { frame } of lastId ? since(lastId) : []) response.write(frame)
      listeners.add(response)
      response.on('close', () => listeners.delete(response))
      return true
    },
    close() {
      clearInterval(heartbeat)
      for (const listener of listeners) listener.end()
      listeners.clear()
    },
  }
}
