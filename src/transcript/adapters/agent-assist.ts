import { type Fields, fieldsOf, isFields, textOf } from '../fields.ts'
import { type Adapted, type Adapter, messages, missing, noSpeaker, otherKind, type Roles } from './adapted.ts'

const ROLES: Roles = new Map([
  ['END_USER', 'customer'],
  ['HUMAN_AGENT', 'agent'],
])

/**
 * Google Agent Assist: a ConversationEvent, by itself or as Pub/Sub pushes it (`{ message: { data, attributes } }`).
 *
 * Only NEW_MESSAGE is final: it is what the conversation keeps, and redacted if the profile says so. Recognition results are guesses,
 * also those that call themselves final; who speaks and which message they become stands in the attributes of the push alone.
 * Shapes: Dialogflow reference, ConversationEvent, Message and StreamingRecognitionResult; Agent Assist guide, "Pub/Sub intermediate
 * transcription"; ConversationProfile.newRecognitionResultNotificationConfig on the attributes.
 */
export const fromAgentAssist: Adapter = (raw) => {
  if (!isFields(raw)) return missing('event', 'type')
  const push = fieldsOf(raw, 'message')
  if (!push) return conversationEvent(raw, {})
  const event = decoded(push.data)
  return isFields(event) ? conversationEvent(event, fieldsOf(push, 'attributes') ?? {}) : missing('push', 'message.data')
}

function conversationEvent(event: Fields, attributes: Fields): Adapted {
  const kind = textOf(event, 'type')
  const call = textOf(event, 'conversation')
  if (!kind) return missing('event', 'type')
  if (!call) return missing(kind, 'conversation')
  switch (kind) {
    case 'CONVERSATION_STARTED':
      return messages({ type: 'call.started', call, channel: 'phone', profile: {} })
    case 'CONVERSATION_FINISHED':
      return messages({ type: 'call.ended', call })
    case 'NEW_MESSAGE':
      return newMessage(call, kind, fieldsOf(event, 'newMessagePayload') ?? {})
    case 'NEW_RECOGNITION_RESULT':
      return recognised(call, kind, fieldsOf(event, 'newRecognitionResultPayload') ?? {}, attributes)
  }
  return otherKind(kind)
}

function newMessage(call: string, kind: string, message: Fields): Adapted {
  const id = textOf(message, 'name')?.split('/').at(-1)
  if (!id) return missing(kind, 'newMessagePayload.name')
  // When the utterance began; the only time that is told of every message.
  const start = Date.parse(textOf(message, 'sendTime') ?? textOf(message, 'createTime') ?? '')
  const text = textOf(message, 'content')
  if (!text) return missing(kind, 'newMessagePayload.content')
  return spoken(call, kind, message.participantRole, { id, text, final: true, ...(start >= 0 ? { start: start / 1000 } : {}) })
}

function recognised(call: string, kind: string, result: Fields, attributes: Fields): Adapted {
  if (result.messageType !== undefined && result.messageType !== 'TRANSCRIPT') return otherKind(result.messageType)
  const id = textOf(attributes, 'message_id')
  if (!id) return missing(kind, 'attributes.message_id')
  const text = textOf(result, 'transcript')
  if (!text) return missing(kind, 'newRecognitionResultPayload.transcript')
  return spoken(call, kind, attributes.participant_role, { id, text, final: false })
}

interface Words {
  readonly id: string
  readonly text: string
  readonly final: boolean
  readonly start?: number
}

function spoken(call: string, kind: string, role: unknown, words: Words): Adapted {
  const who = ROLES.get(role)
  if (!who) return noSpeaker(kind, role, 'participantRole')
  return messages({ type: 'transcript.segment', call, segment: { ...words, who } })
}

/** The JSON that Pub/Sub carries as Base64 of UTF-8. */
function decoded(data: unknown): unknown {
  if (typeof data !== 'string') return undefined
  try {
    const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0))
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}
