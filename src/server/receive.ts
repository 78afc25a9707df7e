import type { Adapter, Skipped } from '../transcript/adapters/adapted.ts'
import { fromAgentAssist } from '../transcript/adapters/agent-assist.ts'
import { fromAudioHook } from '../transcript/adapters/audiohook.ts'
import { fromContactLens } from '../transcript/adapters/contact-lens.ts'
import { fromTwilio, isTrack } from '../transcript/adapters/twilio.ts'
import type { Message, MessageRefusal } from '../transcript/contract.ts'
import { readMessage } from '../transcript/read-message.ts'
import { cloudEventOf } from '../transcript/write-message.ts'

/** What a request body came to. */
export interface Received {
  readonly messages: readonly Message[]
  /** Of a batch, with the place of the event in it. */
  readonly refused: readonly (MessageRefusal & { readonly index: number })[]
  /** What an adapter left aside. */
  readonly skipped: readonly Skipped[]
}

/** Reads a body of one kind. */
export type Receive = (body: string) => Received

/** Media types of CloudEvents, one event or a batch (cloudevents/spec, bindings/http-protocol-binding.md). */
export const CLOUD_EVENT = 'application/cloudevents+json'
export const CLOUD_EVENTS = 'application/cloudevents-batch+json'
export const FORM = 'application/x-www-form-urlencoded'

export const receiveEvent: Receive = (body) => read([body])

export const receiveBatch: Receive = (body) => {
  const events = parsed(body)
  if (Array.isArray(events)) return read(events)
  return {
    messages: [],
    refused: [{ index: 0, code: events === undefined ? 'not-json' : 'not-a-cloudevent', expected: 'a list' }],
    skipped: [],
  }
}

/**
 * Reads what a vendor sends, by the adapter of that name; nothing when there is none.
 *
 * @param customer for Twilio, the track that carries the customer
 */
export function receiveFrom(name: string, customer?: string): ((body: string, form: boolean) => Received) | undefined {
  const adapter = adapterOf(name, customer)
  return adapter && ((body, form) => adapt(adapter, form ? Object.fromEntries(new URLSearchParams(body)) : parsed(body)))
}

function adapterOf(name: string, customer: string | undefined): Adapter | undefined {
  switch (name) {
    case 'contact-lens':
      return fromContactLens
    case 'agent-assist':
      return fromAgentAssist
    case 'audiohook':
      return fromAudioHook
    case 'twilio':
      return customer === undefined || isTrack(customer) ? fromTwilio(customer) : undefined
  }
  return undefined
}

function adapt(adapter: Adapter, raw: unknown): Received {
  if (raw === undefined) return { messages: [], refused: [{ index: 0, code: 'not-json' }], skipped: [] }
  const { messages, skipped } = adapter(raw)
  // A vendor's message keeps to the contract like everybody's.
  const { messages: kept, refused } = read(messages.map((message) => cloudEventOf(message, { id: '1', source: '/' })))
  return { messages: kept, refused, skipped }
}

function read(events: readonly unknown[]): Received {
  const messages: Message[] = []
  const refused: Received['refused'][number][] = []
  for (const [index, event] of events.entries()) {
    const reading = readMessage(event)
    if ('message' in reading) messages.push(reading.message)
    else refused.push({ index, ...reading.refusal })
  }
  return { messages, refused, skipped: [] }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
