import type { Message, MessageRefusal, Reading } from './contract.ts'
import type { Hosts } from './hosts.ts'
import { readMessage } from './read-message.ts'

/** A window that is sent messages, as far as this needs it. */
export interface MessageTarget {
  addEventListener(type: 'message', listener: (event: SentMessage) => void): void
  removeEventListener(type: 'message', listener: (event: SentMessage) => void): void
}

export interface SentMessage {
  /** Of the page that sent it, as the browser vouches for. */
  readonly origin: string
  /** The window that sent it. */
  readonly source?: unknown
  readonly data: unknown
}

/** Told what came, or why it was refused. */
export interface Receiver {
  readonly onMessage: (message: Message) => void
  readonly onRefusal: (refusal: MessageRefusal) => void
}

/**
 * Takes in what pages of allowed origins send to this window by `postMessage`. Everything else is refused and changes nothing; where
 * no origin is allowed, nobody is listened to.
 *
 * @returns how to stop
 *
 * @example
 * receiveWindowMessages(window, hosts, { onMessage: (message) => take(message), onRefusal: (refusal) => count(refusal) })
 */
export function receiveWindowMessages(
  target: MessageTarget,
  { origins }: Pick<Hosts, 'origins'>,
  { onMessage, onRefusal }: Receiver,
): () => void {
  if (origins.length === 0) return () => undefined
  function receive({ origin, source, data }: SentMessage): void {
    // Extensions of the browser talk to the page through its own window.
    if (source === target) return
    const reading: Reading = origins.includes(origin)
      ? readMessage(data)
      : { refusal: { code: 'wrong-origin', expected: origins.join(' or ') } }
    if ('message' in reading) onMessage(reading.message)
    else onRefusal(reading.refusal)
  }
  target.addEventListener('message', receive)
  return () => target.removeEventListener('message', receive)
}
