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

/** A window that stands in another page, or was opened by one, as far as this needs it. */
export interface InnerWindow {
  readonly parent: Addressed | null
  readonly opener?: Addressed | null
  readonly location: { readonly ancestorOrigins?: ArrayLike<string> }
}

interface Addressed {
  postMessage(data: unknown, origin: string): void
}

/** What a page around the panel is told once the panel listens: until then nobody takes what it sends. */
export const PANEL_READY = { type: 'panel.ready' } as const

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

/**
 * Tells the page that shows this window, or has opened it, that it may send messages now. Only allowed origins hear of it.
 */
export function tellPagesAround(inner: InnerWindow, { origins }: Pick<Hosts, 'origins'>): void {
  const around = inner.location.ancestorOrigins?.[0]
  const { parent, opener } = inner
  // Where the browser says whose page it is, nobody else's name is tried: each wrong one would be noted as a fault.
  if (parent && (parent as unknown) !== inner)
    for (const origin of origins) if (!around || origin === around) parent.postMessage(PANEL_READY, origin)
  if (opener) for (const origin of origins) opener.postMessage(PANEL_READY, origin)
}
