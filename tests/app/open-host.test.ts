import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { SourceListener } from '../../src/app/panel/host/host.ts'
import { openHost } from '../../src/app/panel/host/open-host.ts'
import type { Message, Segment } from '../../src/transcript/contract.ts'
import type { CallNews } from '../../src/transcript/turn.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function hosted() {
  let tell: SourceListener | undefined
  const stop = vi.fn()
  const host = openHost(
    [
      (to) => {
        tell = to
        return stop
      },
    ],
    Date.now,
  )
  const news: CallNews[] = []
  host.listen((each) => news.push(each))
  const send = (message: Message) => tell?.onMessage(message)
  return { host, news, send, stop, source: tell as SourceListener }
}

const started: Message = { type: 'call.started', call: 'a', channel: 'phone', profile: {} }
const segment = (id: string, final: boolean, more: Partial<Segment> = {}): Message => ({
  type: 'transcript.segment',
  call: 'a',
  segment: { id, who: 'customer', text: `说了${id}`, final, ...more },
})

test('what is being said is shown while it is, and gone once it was said', () => {
  const { host, send } = hosted()
  for (const message of [started, segment('1', false)]) send(message)
  expect(host.state().speaking?.text).toBe('说了1')
  send(segment('1', true))
  expect(host.state().speaking).toBeUndefined()
})

test('what waits for something missing is told when it has waited long enough, and what is missing is counted', () => {
  const { host, news, send } = hosted()
  for (const message of [started, segment('1', true, { sequence: 1 }), segment('3', true, { sequence: 3 })]) send(message)
  const turns = () => news.flatMap((each) => (each.type === 'said' ? [each.turn.id] : []))
  expect(turns()).toEqual(['1'])
  vi.advanceTimersByTime(1000)
  expect(turns()).toEqual(['1', '3'])
  expect(host.state().missing).toBe(1)
})

test('what comes before anybody listens is told to the first who does', () => {
  let tell: SourceListener | undefined
  const host = openHost(
    [
      (to) => {
        tell = to
        return () => undefined
      },
    ],
    Date.now,
  )
  tell?.onMessage(started)
  const first: CallNews[] = []
  const second: CallNews[] = []
  host.listen((each) => first.push(each))
  host.listen((each) => second.push(each))
  expect(first).toMatchObject([{ type: 'began', call: 'a' }])
  expect(second).toEqual([])
})

test('a refusal is counted, and nothing else happens', () => {
  const { host, news, source } = hosted()
  source.onRefusal({ code: 'wrong-origin' })
  expect(host.state().refused).toMatchObject({ total: 1, last: { code: 'wrong-origin' } })
  expect(news).toEqual([])
})

test('it is connected while any source is', () => {
  const { host, source } = hosted()
  source.onConnected(true)
  expect(host.state().connected).toBe(true)
  source.onConnected(false)
  expect(host.state().connected).toBe(false)
})

test('closing stops its sources and what waits', () => {
  const { host, news, send, stop } = hosted()
  for (const message of [started, segment('3', true, { sequence: 3 })]) send(message)
  const { length } = news
  host.close()
  vi.advanceTimersByTime(1000)
  expect(stop).toHaveBeenCalled()
  expect(news).toHaveLength(length)
})
