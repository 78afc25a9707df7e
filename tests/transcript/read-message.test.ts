import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Message, MOST_BYTES } from '../../src/transcript/contract.ts'
import { readMessage } from '../../src/transcript/read-message.ts'
import { NOTHING_REFUSED, tally } from '../../src/transcript/tally.ts'
import { cloudEventOf } from '../../src/transcript/write-message.ts'

const envelope = { specversion: '1.0', id: '7', source: '/acd', subject: 'call-1' }
const segment = { id: 'u1', who: 'customer', text: '你们乱扣我流量费', final: true }
const heard = (change: object) => readMessage({ ...envelope, type: 'transcript.segment', data: { ...segment, ...change } })

describe('taken', () => {
  test('the start of a call, with what is known about the customer', () => {
    const data = { channel: 'phone', profile: { surname: '王', title: 'ms', matter: '流量费', vip: true }, agent: '1024' }
    expect(readMessage({ ...envelope, type: 'call.started', data })).toEqual({
      message: {
        type: 'call.started',
        call: 'call-1',
        channel: 'phone',
        profile: { surname: '王', title: 'ms', matter: '流量费' },
        agent: '1024',
      },
    })
  })

  test('a start without a profile', () => {
    expect(readMessage({ ...envelope, type: 'call.started', data: { channel: 'hall' } })).toEqual({
      message: { type: 'call.started', call: 'call-1', channel: 'hall', profile: {} },
    })
  })

  test('a segment, with or without times and numbers', () => {
    expect(heard({})).toEqual({ message: { type: 'transcript.segment', call: 'call-1', segment } })
    const more = { start: 1.5, end: 3, revision: 0, sequence: 12, part: 'p1' }
    expect(heard(more)).toEqual({ message: { type: 'transcript.segment', call: 'call-1', segment: { ...segment, ...more } } })
  })

  test('the end of a call, as text', () => {
    expect(readMessage(JSON.stringify({ ...envelope, type: 'call.ended', data: {} }))).toEqual({
      message: { type: 'call.ended', call: 'call-1' },
    })
  })

  test.each(['application/json', 'application/json; charset=utf-8'])('data that is said to be %s', (datacontenttype) => {
    expect(readMessage({ ...envelope, datacontenttype, type: 'call.ended', data: {} })).toHaveProperty('message')
  })

  const messages: readonly Message[] = [
    { type: 'call.started', call: 'c', channel: 'phone', profile: { surname: '李' } },
    { type: 'transcript.segment', call: 'c', segment: { id: 'u', who: 'agent', text: '您好', final: false, start: 0.4 } },
    { type: 'call.ended', call: 'c' },
  ]
  test.each(messages)('what we write ourselves: $type', (message) => {
    expect(readMessage(JSON.stringify(cloudEventOf(message, { id: '1', source: '/here' })))).toEqual({ message })
  })
})

describe('refused, with the reason', () => {
  test('what is no JSON', () => expect(readMessage('{')).toEqual({ refusal: { code: 'not-json' } }))

  test.each([
    ['', 'an object', []],
    ['', 'an object', 7],
    ['specversion', '"1.0"', { ...envelope, specversion: '0.3', type: 'call.ended', data: {} }],
    ['id', 'text', { ...envelope, id: '', type: 'call.ended', data: {} }],
    ['source', 'text', { ...envelope, source: 1, type: 'call.ended', data: {} }],
    ['type', 'text', { ...envelope, data: {} }],
    ['datacontenttype', 'application/json', { ...envelope, datacontenttype: 'text/xml', type: 'call.ended', data: {} }],
    ['data_base64', 'data as JSON', { ...envelope, type: 'call.ended', data_base64: 'e30=' }],
  ])('what is no CloudEvent 1.0, by its attribute: %s', (field, expected, event) => {
    expect(readMessage(event)).toEqual({ refusal: { code: 'not-a-cloudevent', ...(field ? { field } : {}), expected } })
  })

  test.each(['call.held', 'CALL.STARTED', 'toString', 'cn.evenkeel.call.started'])('the type %s, which is unknown', (type) => {
    expect(readMessage({ ...envelope, type, data: {} })).toMatchObject({ refusal: { code: 'unknown-type', field: 'type' } })
  })

  test.each([
    ['data.id', { id: '' }],
    ['data.id', { id: 'x'.repeat(257) }],
    ['data.who', { who: 'supervisor' }],
    ['data.text', { text: 7 }],
    ['data.final', { final: 'true' }],
    ['data.final', { final: undefined }],
    ['data.part', { part: 3 }],
    ['data.start', { start: -1 }],
    ['data.start', { start: Number.NaN }],
    ['data.end', { end: '3' }],
    ['data.end', { start: 3, end: 2 }],
    ['data.revision', { revision: 1.5 }],
    ['data.sequence', { sequence: -1 }],
  ])('a segment whose %s is broken', (field, change) => {
    expect(heard(change)).toMatchObject({ refusal: { code: 'broken-payload', field } })
  })

  test.each([
    ['subject', { ...envelope, subject: undefined, type: 'call.ended', data: {} }],
    ['data', { ...envelope, type: 'call.ended' }],
    ['data.channel', { ...envelope, type: 'call.started', data: { channel: 'chat' } }],
    ['data.profile', { ...envelope, type: 'call.started', data: { channel: 'phone', profile: '王' } }],
    ['data.profile.surname', { ...envelope, type: 'call.started', data: { channel: 'phone', profile: { surname: '王'.repeat(81) } } }],
    ['data.agent', { ...envelope, type: 'call.started', data: { channel: 'phone', agent: 1024 } }],
  ])('an event whose %s is broken', (field, event) => {
    expect(readMessage(event)).toMatchObject({ refusal: { code: 'broken-payload', field } })
  })
})

describe('too large', () => {
  const room = MOST_BYTES - JSON.stringify({ ...envelope, type: 'transcript.segment', data: { ...segment, text: '' } }).length
  const withText = (text: string) => ({ ...envelope, type: 'transcript.segment', data: { ...segment, text } })

  test('counts bytes of UTF-8, three for a hanzi', () => {
    expect(readMessage(JSON.stringify(withText('a'.repeat(room))))).toHaveProperty('message')
    expect(readMessage(JSON.stringify(withText('a'.repeat(room + 1))))).toMatchObject({ refusal: { code: 'too-large' } })
    expect(readMessage(JSON.stringify(withText('费'.repeat(room / 3 + 1))))).toMatchObject({ refusal: { code: 'too-large' } })
  })

  test('is an object too, when it comes as one', () => {
    expect(readMessage(withText('a'.repeat(MOST_BYTES)))).toMatchObject({ refusal: { code: 'too-large' } })
    expect(readMessage({ ...withText(''), more: new Uint8Array(MOST_BYTES + 1) })).toMatchObject({ refusal: { code: 'too-large' } })
  })

  test('is what goes round in a circle', () => {
    const circle: unknown[] = []
    circle.push(...Array.from({ length: 1000 }, () => circle))
    expect(readMessage({ ...withText(''), circle })).toMatchObject({ refusal: { code: 'too-large' } })
  })
})

test('anything at all is read or refused, never thrown', () => {
  fc.assert(fc.property(fc.anything(), (value) => Object.keys(readMessage(value)).length === 1))
  fc.assert(fc.property(fc.json(), (value) => Object.keys(readMessage(value)).length === 1))
})

test('refusals are counted by reason, and the last one is kept', () => {
  const refusals = [{ code: 'too-large' }, { code: 'broken-payload', field: 'data.who' }, { code: 'too-large' }] as const
  const counted = refusals.reduce(tally, NOTHING_REFUSED)
  expect(counted).toMatchObject({ total: 3, last: { code: 'too-large' }, counts: { 'too-large': 2, 'broken-payload': 1, 'not-json': 0 } })
})
