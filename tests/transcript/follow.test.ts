import { describe, expect, test } from 'vitest'
import { HOLD } from '../../src/transcript/assembly.ts'
import type { Message } from '../../src/transcript/contract.ts'
import { type Following, follow, NO_CALL, nextWait, waited } from '../../src/transcript/follow.ts'
import type { CallNews } from '../../src/transcript/turn.ts'

const started = (call: string, profile = {}): Message => ({ type: 'call.started', call, channel: 'phone', profile })
const ended = (call: string): Message => ({ type: 'call.ended', call })
const said = (call: string, id: string, more: object = {}): Message => ({
  type: 'transcript.segment',
  call,
  segment: { id, who: 'customer', text: `话 ${id}`, final: true, ...more },
})

function followed(messages: readonly Message[], from: Following = NO_CALL): { following: Following; news: readonly CallNews[] } {
  let following = from
  const news: CallNews[] = []
  for (const message of messages) {
    const next = follow(following, message, 0)
    following = next.following
    news.push(...next.news)
  }
  return { following, news }
}

const told = (messages: readonly Message[]) =>
  followed(messages).news.map((each) => (each.type === 'said' ? `said ${each.call} ${each.turn.id}` : `${each.type} ${each.call}`))

describe('a call', () => {
  test('begins, is heard and ends', () => {
    expect(told([started('a'), said('a', '1'), ended('a')])).toEqual(['began a', 'said a 1', 'ended a'])
  })

  test('begins and ends once, however often that is said', () => {
    expect(told([started('a'), started('a'), ended('a'), ended('a'), started('a')])).toEqual(['began a', 'ended a'])
  })

  test('may become known better after it began', () => {
    const { news } = followed([started('a'), started('a', { surname: '王' }), started('a', { surname: '王' })])
    expect(news.slice(1)).toEqual([{ type: 'profile-changed', call: 'a', profile: { surname: '王' } }])
  })

  test('that nobody announced is shown by its talk, and known when the announcement comes', () => {
    const { news } = followed([said('a', '1'), started('a', { surname: '王' })])
    expect(news.map(({ type }) => type)).toEqual(['began', 'said', 'profile-changed'])
    expect(news[0]).toMatchObject({ announced: false, channel: 'phone', profile: {} })
  })

  test('ends the one before it, when its end was lost', () => {
    expect(told([started('a'), started('b')])).toEqual(['began a', 'ended a', 'began b'])
  })

  test('tells before its end what was still waiting', () => {
    expect(told([started('a'), said('a', '2', { sequence: 2 }), ended('a')])).toEqual(['began a', 'gap a', 'said a 2', 'ended a'])
  })

  test('that is over still takes a late final, until another begins', () => {
    expect(told([started('a'), ended('a'), said('a', '1'), started('b'), said('a', '2')])).toEqual([
      'began a',
      'ended a',
      'said a 1',
      'began b',
      'other-call a',
    ])
  })
})

describe('another call', () => {
  test('changes nothing while one is followed', () => {
    const { following } = followed([started('a'), said('a', '1')])
    const { following: after, news } = followed([said('b', '1'), ended('b')], following)
    expect(news.map(({ type }) => type)).toEqual(['other-call', 'other-call'])
    expect(after.call).toBe(following.call)
  })

  test('that is over is not opened again by what comes late', () => {
    expect(told([started('a'), ended('a'), started('b'), ended('b'), said('a', '9'), started('a')]).slice(4)).toEqual([
      'other-call a',
      'other-call a',
    ])
  })
})

test('waiting is told by the clock', () => {
  const { following } = followed([started('a'), said('a', '2', { sequence: 2 })])
  expect(nextWait(NO_CALL)).toBeUndefined()
  expect(nextWait(following)).toBe(HOLD)
  expect(waited(following, 299).news).toEqual([])
  expect(waited(following, HOLD).news.map(({ type }) => type)).toEqual(['gap', 'said'])
  expect(waited(NO_CALL, HOLD).news).toEqual([])
})
