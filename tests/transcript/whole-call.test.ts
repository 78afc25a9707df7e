import { describe, expect, test } from 'vitest'
import { fromContactLens } from '../../src/transcript/adapters/contact-lens.ts'
import { HOLD, turnsOf } from '../../src/transcript/assembly.ts'
import { type Following, follow, NO_CALL, nextWait, waited } from '../../src/transcript/follow.ts'
import type { CallNews } from '../../src/transcript/turn.ts'
import { contactLensStream, dataFeeCall, streamed } from './contact-lens-stream.ts'

const turns = dataFeeCall()
const stream = contactLensStream(turns, 'call-1')

/** The whole stream by a clock that does not tick: what waits is told when its time has come. */
function played(): { following: Following; news: readonly (CallNews & { at: number })[] } {
  let following = NO_CALL
  const news: (CallNews & { at: number })[] = []
  for (const { at, event } of stream) {
    const due = nextWait(following)
    if (due !== undefined && due < at) {
      const late = waited(following, due)
      following = late.following
      news.push(...late.news.map((each) => ({ ...each, at: due })))
    }
    for (const message of fromContactLens(event).messages) {
      const next = follow(following, message, at)
      following = next.following
      news.push(...next.news.map((each) => ({ ...each, at })))
    }
  }
  return { following, news }
}

describe('a whole call as Contact Lens streams it', () => {
  const { following, news } = played()
  const said = news.flatMap((each) => (each.type === 'said' ? [each] : []))

  test('is one that the network was not kind to', () => {
    const finals = stream
      .flatMap(({ event }) => fromContactLens(event).messages)
      .filter((each) => each.type === 'transcript.segment' && each.segment.final)
    const ids = finals.map((each) => each.type === 'transcript.segment' && each.segment.id)
    expect(ids.length).toBeGreaterThan(turns.length)
    expect([...new Set(ids)]).not.toEqual(turns.map(({ id }) => id))
  })

  test('comes out turn by turn, each once, in the order in which it was spoken', () => {
    expect(said.map(({ turn }) => [turn.id, turn.who, turn.text])).toEqual(turns.map(({ id, who, text }) => [id, who, text]))
    expect(said.some(({ late }) => late)).toBe(false)
    expect(following.call && turnsOf(following.call.talk).map(({ id }) => id)).toEqual(turns.map(({ id }) => id))
  })

  test('begins and ends once, and is corrected nowhere', () => {
    const kinds = news.map(({ type }) => type)
    expect([kinds[0], kinds.at(-1)]).toEqual(['began', 'ended'])
    expect(new Set(kinds)).toEqual(new Set(['began', 'speaking', 'said', 'ended']))
  })

  test('waits for nothing but what is overtaken', () => {
    const arrival = new Map(
      stream
        .flatMap(({ at, event }) =>
          fromContactLens(event).messages.flatMap((each) =>
            each.type === 'transcript.segment' && each.segment.final ? [[each.segment.id, at] as const] : [],
          ),
        )
        .reverse(),
    )
    const held = said.filter(({ at, turn }) => at > (arrival.get(turn.id) ?? 0))
    expect(held.map(({ turn }) => turn.id)).toEqual(['t06', 't11', 't16', 't21', 't26'])
    expect(Math.max(...held.map(({ at, turn }) => at - (arrival.get(turn.id) ?? 0)))).toBeLessThanOrEqual(HOLD)
  })
})

test('events are sent when they arrive, as fast as is asked for', async () => {
  const sent: object[] = []
  const arrivals = [0, 40, 80].map((at) => ({ at, event: { at } }))
  const began = performance.now()
  await streamed(arrivals, async (event) => sent.push(event), 2)
  expect(sent).toEqual(arrivals.map(({ event }) => event))
  expect(performance.now() - began).toBeGreaterThanOrEqual(39)
})
