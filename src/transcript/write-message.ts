import type { Message } from './contract.ts'

/** A message as it travels. */
export interface CloudEvent {
  readonly specversion: '1.0'
  readonly id: string
  readonly source: string
  readonly type: Message['type']
  /** Id of the call. */
  readonly subject: string
  readonly datacontenttype: 'application/json'
  readonly data: object
}

/**
 * Puts a message into its envelope; `readMessage` takes it out again.
 *
 * @param origin who sends it, and an id that this sender gives to nothing else
 */
export function cloudEventOf(message: Message, { id, source }: { readonly id: string; readonly source: string }): CloudEvent {
  const { type, call } = message
  return { specversion: '1.0', id, source, type, subject: call, datacontenttype: 'application/json', data: dataOf(message) }
}

function dataOf(message: Message): object {
  switch (message.type) {
    case 'call.started': {
      const { channel, profile, agent } = message
      return { channel, profile, ...(agent === undefined ? {} : { agent }) }
    }
    case 'transcript.segment':
      return message.segment
    case 'call.ended':
      return {}
  }
}
