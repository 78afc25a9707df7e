import { type Fields, fieldsOf, isFields, numberOf, textOf } from '../fields.ts'
import { type Adapted, type Adapter, messages, missing, noSpeaker, otherKind, type Roles, secondsOf, together } from './adapted.ts'

/** Channel 0 of a stereo stream is the external one; older messages name it. */
const CHANNELS: Roles = new Map<unknown, 'customer' | 'agent'>([
  [0, 'customer'],
  [1, 'agent'],
  ['external', 'customer'],
  ['internal', 'agent'],
])

/**
 * Genesys AudioHook: one message of a session, of either side. Transcripts are entities of `event` messages.
 *
 * Shapes: Genesys Cloud Developer Center, "AudioHook protocol reference" (open, close, event) and "Transcript event entities", as typed
 * in purecloudlabs/audiohook-reference-implementation, app/audiohook/src/protocol.
 */
export const fromAudioHook: Adapter = (raw) => {
  if (!isFields(raw)) return missing('message', 'type')
  const kind = textOf(raw, 'type')
  // Every message of a session carries its id; the conversation is named in the first one only.
  const call = textOf(raw, 'id')
  if (!kind) return missing('message', 'type')
  if (!call) return missing(kind, 'id')
  const parameters = fieldsOf(raw, 'parameters') ?? {}
  switch (kind) {
    case 'open':
      return messages({ type: 'call.started', call, channel: 'phone', profile: {} })
    case 'close':
      // Whoever reconnects goes on with the same conversation.
      return parameters.reason === 'reconnect' ? otherKind('reconnect') : messages({ type: 'call.ended', call })
    case 'event':
      return Array.isArray(parameters.entities)
        ? together(parameters.entities.map((entity) => transcript(call, entity)))
        : missing(kind, 'parameters.entities')
  }
  return otherKind(kind)
}

function transcript(call: string, entity: unknown): Adapted {
  if (!isFields(entity)) return missing('event', 'type')
  if (entity.type !== 'transcript') return otherKind(entity.type)
  const kind = 'transcript'
  const data = fieldsOf(entity, 'data') ?? {}
  const channel = data.channelId ?? data.channel
  const who = CHANNELS.get(channel)
  if (!who) return noSpeaker(kind, channel, 'channelId')
  const id = textOf(data, 'id')
  if (!id) return missing(kind, 'id')
  if (typeof data.isFinal !== 'boolean') return missing(kind, 'isFinal')
  const text = bestOf(data.alternatives)
  if (text === undefined) return missing(kind, 'alternatives')
  const [offset, duration] = [millisecondsOf(data.offset), millisecondsOf(data.duration)]
  const times = secondsOf(offset, offset === undefined || duration === undefined ? undefined : offset + duration)
  return messages({ type: 'transcript.segment', call, segment: { id, who, text, final: data.isFinal, ...times } })
}

/** The most likely of several hearings, in its form for the eye. */
function bestOf(alternatives: unknown): string | undefined {
  if (!Array.isArray(alternatives)) return undefined
  const [best] = alternatives.filter(isFields).sort((a, b) => (numberOf(b, 'confidence') ?? 0) - (numberOf(a, 'confidence') ?? 0))
  const forms: readonly Fields[] = Array.isArray(best?.interpretations) ? best.interpretations.filter(isFields) : []
  const form = forms.find(({ type }) => type === 'display') ?? forms[0]
  return typeof form?.transcript === 'string' ? form.transcript : undefined
}

/** A duration such as `PT12.34S`: seconds are the only unit that AudioHook writes. */
function millisecondsOf(duration: unknown): number | undefined {
  const seconds = typeof duration === 'string' ? /^PT(\d{1,9}(?:\.\d{1,9})?)S$/.exec(duration)?.[1] : undefined
  return seconds === undefined ? undefined : Math.round(Number(seconds) * 1000)
}
