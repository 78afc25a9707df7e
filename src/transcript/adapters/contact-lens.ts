import { type Fields, fieldsOf, isFields, numberOf, textOf } from '../fields.ts'
import { type Adapted, type Adapter, messages, missing, noSpeaker, otherKind, type Roles, secondsOf, together } from './adapted.ts'

const ROLES: Roles = new Map([
  ['CUSTOMER', 'customer'],
  ['AGENT', 'agent'],
])

/**
 * Amazon Connect Contact Lens: one event of a real-time contact analysis segment stream (voice), as it stands in a Kinesis record.
 *
 * An `Utterance` is a piece of a turn that is still open, a `Transcript` the whole turn; they share the id of the transcript.
 * Shapes: Amazon Connect Administrator Guide, "Data model for conversational analytics segment streams to analyze voice contacts in
 * Contact Lens" and "Sample conversational analytics segment streams to analyze calls".
 */
export const fromContactLens: Adapter = (raw) => {
  if (!isFields(raw)) return missing('event', 'EventType')
  const kind = textOf(raw, 'EventType')
  const call = textOf(raw, 'ContactId')
  // Chat has a data model of its own, with StreamingEventType in place of EventType.
  if (!kind) return raw.StreamingEventType === undefined ? missing('event', 'EventType') : otherKind('CHAT')
  if (!call) return missing(kind, 'ContactId')
  switch (kind) {
    case 'STARTED':
      return messages({ type: 'call.started', call, channel: 'phone', profile: {} })
    case 'SEGMENTS':
      return Array.isArray(raw.Segments) ? together(raw.Segments.map((each) => segment(call, each))) : missing(kind, 'Segments')
    case 'COMPLETED':
      return messages({ type: 'call.ended', call })
  }
  // FAILED among them: the analysis has failed, the call goes on.
  return otherKind(kind)
}

function segment(call: string, raw: unknown): Adapted {
  if (!isFields(raw)) return missing('Segments', 'Transcript')
  const utterance = fieldsOf(raw, 'Utterance')
  if (utterance) return spoken(call, 'Utterance', utterance, { id: 'TranscriptId', text: 'PartialContent', part: 'Id' })
  const transcript = fieldsOf(raw, 'Transcript')
  if (transcript) return spoken(call, 'Transcript', transcript, { id: 'Id', text: 'Content' })
  return otherKind(Object.keys(raw)[0])
}

interface Names {
  readonly id: string
  readonly text: string
  readonly part?: string
}

function spoken(call: string, kind: string, raw: Fields, names: Names): Adapted {
  const who = ROLES.get(raw.ParticipantRole)
  const [id, text, part] = [textOf(raw, names.id), textOf(raw, names.text), names.part && textOf(raw, names.part)]
  if (!who) return noSpeaker(kind, raw.ParticipantRole, 'ParticipantRole')
  if (!id) return missing(kind, names.id)
  if (!text) return missing(kind, names.text)
  return messages({
    type: 'transcript.segment',
    call,
    segment: {
      id,
      who,
      text,
      final: kind === 'Transcript',
      ...(part ? { part } : {}),
      ...secondsOf(numberOf(raw, 'BeginOffsetMillis'), numberOf(raw, 'EndOffsetMillis')),
    },
  })
}
