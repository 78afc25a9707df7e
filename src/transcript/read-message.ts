import { SPEAKERS } from '../core/heard.ts'
import { CHANNELS } from '../core/vocabulary.ts'
import {
  type CallStarted,
  MESSAGE_TYPES,
  type MessageRefusal,
  type MessageType,
  MOST_BYTES,
  type Reading,
  type Segment,
} from './contract.ts'
import { type Fields, isFields } from './fields.ts'
import { exceeds } from './size.ts'

/** Of an id, in characters. */
const LONGEST_ID = 256
/** Of what is told about a customer, in characters. */
const LONGEST_DETAIL = 80
const PROFILE_FIELDS = ['surname', 'title', 'tier', 'brand', 'matter', 'demand'] as const

/**
 * Reads one CloudEvent of a host. Never throws, whatever it is given.
 *
 * @param value the event as JSON text, or already parsed
 *
 * @example
 * readMessage('{"specversion":"1.0","type":"call.ended","source":"/acd","id":"7","subject":"call-1","data":{}}')
 * // { message: { type: 'call.ended', call: 'call-1' } }
 */
export function readMessage(value: unknown): Reading {
  if (exceeds(value, MOST_BYTES)) return { refusal: { code: 'too-large', expected: `at most ${MOST_BYTES} bytes` } }
  if (typeof value !== 'string') return readEvent(value)
  let parsed: unknown
  try {
    parsed = JSON.parse(value)
  } catch {
    return { refusal: { code: 'not-json' } }
  }
  return readEvent(parsed)
}

function readEvent(event: unknown): Reading {
  try {
    const { type, data } = readEnvelope(event)
    if (!isMessageType(type)) throw new Refused('unknown-type', 'type', MESSAGE_TYPES.join(', '))
    const subject = (event as Fields).subject
    const call = id(subject, 'subject')
    const payload = fields(data, 'data')
    switch (type) {
      case 'call.started':
        return { message: { type, call, ...readStart(payload) } }
      case 'transcript.segment':
        return { message: { type, call, segment: readSegment(payload) } }
      case 'call.ended':
        return { message: { type, call } }
    }
  } catch (error) {
    if (error instanceof Refused) return { refusal: error.refusal }
    throw error
  }
}

/** The attributes that CloudEvents 1.0 asks of every event (cloudevents/spec, json-format.md and spec.md). */
function readEnvelope(event: unknown): { type: string; data: unknown } {
  const wrong = (field: string, expected: string) => new Refused('not-a-cloudevent', field, expected)
  if (!isFields(event)) throw new Refused('not-a-cloudevent', undefined, 'an object')
  if (event.specversion !== '1.0') throw wrong('specversion', '"1.0"')
  for (const name of ['id', 'source', 'type']) {
    if (typeof event[name] !== 'string' || event[name] === '') throw wrong(name, 'text')
  }
  const kind = event.datacontenttype
  if (kind !== undefined && !(typeof kind === 'string' && /^application\/json\s*(;|$)/i.test(kind))) {
    throw wrong('datacontenttype', 'application/json')
  }
  if (event.data_base64 !== undefined) throw wrong('data_base64', 'data as JSON')
  return { type: event.type as string, data: event.data }
}

function readStart(data: Fields): Pick<CallStarted, 'channel' | 'profile' | 'agent' | 'customer'> {
  const profile = data.profile === undefined ? {} : fields(data.profile, 'data.profile')
  return {
    channel: oneOf(CHANNELS, data.channel, 'data.channel'),
    profile: Object.fromEntries(
      PROFILE_FIELDS.flatMap((name) => {
        const value = profile[name]
        return value === undefined ? [] : [[name, text(value, `data.profile.${name}`, LONGEST_DETAIL)]]
      }),
    ),
    ...(data.agent === undefined ? {} : { agent: text(data.agent, 'data.agent', LONGEST_DETAIL) }),
    ...(data.customer === undefined ? {} : { customer: text(data.customer, 'data.customer', LONGEST_DETAIL) }),
  }
}

function readSegment(data: Fields): Segment {
  const segment: Segment = {
    id: id(data.id, 'data.id'),
    who: oneOf(SPEAKERS, data.who, 'data.who'),
    text: text(data.text, 'data.text'),
    final: truth(data.final, 'data.final'),
    ...(data.part === undefined ? {} : { part: id(data.part, 'data.part') }),
    ...optional('start', data.start, seconds),
    ...optional('end', data.end, seconds),
    ...optional('revision', data.revision, count),
    ...optional('sequence', data.sequence, count),
  }
  if (segment.end !== undefined && segment.end < (segment.start ?? 0)) throw broken('data.end', 'not before data.start')
  return segment
}

type Check = (value: unknown, field: string) => number

function optional<Name extends string>(name: Name, value: unknown, check: Check): { readonly [N in Name]?: number } {
  if (value === undefined) return {}
  return { [name]: check(value, `data.${name}`) } as { readonly [N in Name]: number }
}

const seconds: Check = (value, field) => {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) throw broken(field, 'seconds, at least 0')
  return value
}

const count: Check = (value, field) => {
  if (!Number.isSafeInteger(value) || (value as number) < 0) throw broken(field, 'a whole number, at least 0')
  return value as number
}

function id(value: unknown, field: string): string {
  if (typeof value !== 'string' || value === '' || value.length > LONGEST_ID) throw broken(field, `1 to ${LONGEST_ID} characters`)
  return value
}

function text(value: unknown, field: string, longest?: number): string {
  if (typeof value !== 'string') throw broken(field, 'text')
  if (longest !== undefined && value.length > longest) throw broken(field, `at most ${longest} characters`)
  return value
}

function truth(value: unknown, field: string): boolean {
  if (typeof value !== 'boolean') throw broken(field, 'true or false')
  return value
}

function oneOf<T extends string>(choices: readonly T[], value: unknown, field: string): T {
  const choice = choices.find((each) => each === value)
  if (choice === undefined) throw broken(field, choices.join(' or '))
  return choice
}

function fields(value: unknown, field: string): Fields {
  if (!isFields(value)) throw broken(field, 'an object')
  return value
}

function isMessageType(type: string): type is MessageType {
  return (MESSAGE_TYPES as readonly string[]).includes(type)
}

function broken(field: string, expected: string): Refused {
  return new Refused('broken-payload', field, expected)
}

/** Leaves a reading at the first thing that is wrong; never leaves this file. */
class Refused extends Error {
  readonly refusal: MessageRefusal

  constructor(code: MessageRefusal['code'], field: string | undefined, expected: string) {
    super(code)
    this.refusal = { code, ...(field === undefined ? {} : { field }), expected }
  }
}
