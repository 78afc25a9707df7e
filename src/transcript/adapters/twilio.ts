import type { Speaker } from '../../core/heard.ts'
import { type Fields, isFields, textOf } from '../fields.ts'
import { type Adapted, type Adapter, messages, missing, noSpeaker, otherKind } from './adapted.ts'

const TRACKS = ['inbound_track', 'outbound_track'] as const
type Track = (typeof TRACKS)[number]

/** Of the status callback of a call: it is over. */
const OVER = new Set(['completed', 'busy', 'failed', 'no-answer', 'canceled'])

/**
 * Twilio Real-Time Transcription: the form fields of one webhook, transcription or call status.
 *
 * An utterance has no name before it is final; its guesses go by the track. That transcription stops does not end a call: it is also
 * stopped while a card number is read out.
 * Shapes: Twilio documentation, "TwiML Voice: <Transcription>", `statusCallbackUrl`; "Call resource", `StatusCallback`.
 *
 * @param customer the track that carries the customer: inbound when the customer's leg is transcribed
 */
export function fromTwilio(customer: Track = 'inbound_track'): Adapter {
  return (raw) => {
    if (!isFields(raw)) return missing('webhook', 'TranscriptionEvent')
    const kind = textOf(raw, 'TranscriptionEvent')
    const call = textOf(raw, 'CallSid')
    if (!call) return missing(kind ?? 'webhook', 'CallSid')
    if (!kind) return status(call, raw)
    switch (kind) {
      case 'transcription-started':
        return messages({ type: 'call.started', call, channel: 'phone', profile: {} })
      case 'transcription-content':
        return content(call, kind, raw, customer)
    }
    return otherKind(kind)
  }
}

export function isTrack(name: unknown): name is Track {
  return (TRACKS as readonly unknown[]).includes(name)
}

function status(call: string, raw: Fields): Adapted {
  const state = textOf(raw, 'CallStatus')
  if (!state) return missing('webhook', 'TranscriptionEvent')
  return OVER.has(state) ? messages({ type: 'call.ended', call }) : otherKind(state)
}

function content(call: string, kind: string, raw: Fields, customer: Track): Adapted {
  const { Track: track } = raw
  if (!isTrack(track)) return noSpeaker(kind, track, 'Track')
  const number = Number(textOf(raw, 'SequenceId') ?? Number.NaN)
  if (!Number.isSafeInteger(number) || number < 1) return missing(kind, 'SequenceId')
  const text = transcript(raw.TranscriptionData)
  if (text === undefined) return missing(kind, 'TranscriptionData')
  // Left out where partial results were not asked for: then everything is final.
  const final = raw.Final === undefined || raw.Final === 'true'
  const who: Speaker = track === customer ? 'customer' : 'agent'
  const session = textOf(raw, 'TranscriptionSid') ?? call
  return messages({
    type: 'transcript.segment',
    call,
    // The first number is taken by transcription-started.
    segment: { id: `${session}/${final ? number : track}`, who, text, final, sequence: number - 1 },
  })
}

/** The words in a text of JSON such as `{"transcript":"…","confidence":0.98}`. */
function transcript(data: unknown): string | undefined {
  if (typeof data !== 'string') return undefined
  try {
    const parsed: unknown = JSON.parse(data)
    return isFields(parsed) && typeof parsed.transcript === 'string' ? parsed.transcript : undefined
  } catch {
    return undefined
  }
}
