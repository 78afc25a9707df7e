import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Adapted, Adapter } from '../../src/transcript/adapters/adapted.ts'
import { fromAgentAssist } from '../../src/transcript/adapters/agent-assist.ts'
import { fromAudioHook } from '../../src/transcript/adapters/audiohook.ts'
import { fromContactLens } from '../../src/transcript/adapters/contact-lens.ts'
import { fromTwilio } from '../../src/transcript/adapters/twilio.ts'
import { readMessage } from '../../src/transcript/read-message.ts'
import { cloudEventOf } from '../../src/transcript/write-message.ts'

const fixture = (name: string) => readFileSync(new URL(`../fixtures/transcripts/${name}`, import.meta.url), 'utf8')

const vendors: Readonly<Record<string, Adapter>> = {
  'contact-lens': fromContactLens,
  'agent-assist': fromAgentAssist,
  twilio: fromTwilio(),
  audiohook: fromAudioHook,
}

/** One line for each thing that came of a fixture, in the order of its events. */
function golden({ messages, skipped }: Adapted): readonly string[] {
  return [...messages.map((message) => JSON.stringify(message)), ...skipped.map((each) => `skipped ${JSON.stringify(each)}`)]
}

describe.each(Object.entries(vendors))('%s', (name, adapter) => {
  const events: readonly unknown[] = JSON.parse(fixture(`${name}.json`))
  const adapted = events.map(adapter)

  test('comes to the messages that stand beside its fixture', async () => {
    const text = adapted.flatMap((each, index) => [`# event ${index + 1}`, ...golden(each)]).join('\n')
    await expect(`${text}\n`).toMatchFileSnapshot(`../fixtures/transcripts/${name}.golden.txt`)
  })

  test('keeps to the contract', () => {
    for (const message of adapted.flatMap(({ messages }) => messages)) {
      expect(readMessage(cloudEventOf(message, { id: '1', source: `/${name}` }))).toEqual({ message })
    }
  })

  test('survives anything', () => {
    fc.assert(fc.property(fc.anything({ withNullPrototype: true }), (raw) => Array.isArray(adapter(raw).messages)))
  })

  test('survives its own events with anything in place of a field', () => {
    const spoilt = fc.constantFrom(...events).chain((event) =>
      fc.tuple(fc.nat(), fc.anything({ withNullPrototype: true })).map(([pick, junk]) => {
        let at = 0
        const places = JSON.stringify(event).length
        return JSON.parse(JSON.stringify(event), (_key, value) => (at++ === pick % Math.min(places, 40) ? junk : value)) as unknown
      }),
    )
    fc.assert(fc.property(spoilt, (raw) => Array.isArray(adapter(raw).messages)))
  })
})

describe('Twilio', () => {
  test('the customer may be on the other track', () => {
    const [, , said] = JSON.parse(fixture('twilio.json')) as unknown[]
    const whoIs = (adapter: Adapter) => adapter(said).messages.map((each) => each.type === 'transcript.segment' && each.segment.who)
    expect(whoIs(fromTwilio())).toEqual(['customer'])
    expect(whoIs(fromTwilio('outbound_track'))).toEqual(['agent'])
  })
})
