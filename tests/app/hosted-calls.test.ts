import { expect, test, vi } from 'vitest'
import type { CallListener } from '../../src/app/panel/call-listener.ts'
import { type CallDesk, followHost, type LiveCall } from '../../src/app/panel/host/hosted-calls.ts'
import { startSession } from '../../src/app/panel/session.ts'
import type { CallNews, Turn } from '../../src/transcript/turn.ts'
import { lonelyHome } from './panel-desk.tsx'
import { smallPack } from './small-pack.ts'

/** A desk that notes what is heard on each of its calls. */
function deskOf() {
  const heard: string[] = []
  const hungUp: string[] = []
  let live: LiveCall | undefined
  let calls = 0
  const desk: CallDesk & { readonly begin: CallDesk['begin'] } = {
    live: () => live,
    begin: vi.fn((channel, profile, agent) => {
      const name = `call ${++calls}`
      const listener: CallListener = {
        hear: async (turns) => void heard.push(...turns.map(({ text }) => `${name}: ${text}`)),
        hangUp: () => void hungUp.push(name),
        trouble: () => undefined,
        subscribe: () => () => {},
        close() {},
      }
      live = {
        recall: { again: async () => {}, close() {} },
        session: startSession(lonelyHome(0), smallPack, { channel, profile, ...(agent ? { agent } : {}) }),
        listener,
      }
    }),
    identify: vi.fn(),
  }
  return { desk, heard, hungUp, take: followHost(desk) }
}

const began = (call: string): CallNews => ({ type: 'began', call, channel: 'phone', profile: { surname: '王' }, announced: true })
const turn = (text: string): Turn => ({ id: 's1', who: 'customer', text, final: true })
const said = (call: string, text: string): CallNews => ({ type: 'said', call, turn: turn(text), late: false })

test('a call that begins there begins here, and is heard', () => {
  const { desk, heard, take } = deskOf()
  for (const news of [began('a'), said('a', '断网了')]) take(news)
  expect(desk.begin).toHaveBeenCalledWith('phone', { surname: '王' }, undefined)
  expect(heard).toEqual(['call 1: 断网了'])
})

test('one that the agent has begun by key is joined, and what the agent wrote stands', () => {
  const { desk, heard, take } = deskOf()
  desk.begin('phone', { surname: '李', matter: '流量费' }, undefined)
  for (const news of [began('a'), said('a', '断网了')]) take(news)
  expect(desk.begin).toHaveBeenCalledTimes(1)
  expect(desk.live()?.session.snapshot().call.state.profile).toEqual({ surname: '李', matter: '流量费' })
  expect(heard).toEqual(['call 1: 断网了'])
})

test('the next one never runs on into the one before', () => {
  const { desk, heard, hungUp, take } = deskOf()
  for (const news of [began('a'), { type: 'ended', call: 'a' } as const, began('b'), said('b', '喂'), said('a', '再见')]) take(news)
  expect(desk.begin).toHaveBeenCalledTimes(2)
  expect(hungUp).toEqual(['call 1'])
  expect(heard).toEqual(['call 2: 喂'])
})

test('a turn that is corrected is heard again, one that is taken back is not', () => {
  const { heard, take } = deskOf()
  take(began('a'))
  for (const text of ['断网了', '']) take({ type: 'corrected', call: 'a', turn: turn(text), before: turn('断往了') })
  expect(heard).toEqual(['call 1: 断网了'])
})

test('what is only guessed comes to nothing', () => {
  const { heard, take } = deskOf()
  for (const news of [began('a'), { type: 'speaking', call: 'a', turn: turn('找记') } as const]) take(news)
  expect(heard).toEqual([])
})
