import { expect, test, vi } from 'vitest'
import type { Ear, OpenedEar } from '../../src/app/hearing/ear.ts'
import { createCallListener } from '../../src/app/panel/call-listener.ts'
import { startSession } from '../../src/app/panel/session.ts'
import type { Heard } from '../../src/hearing/hear.ts'
import { lonelyHome } from './panel-desk.tsx'
import { smallPack } from './small-pack.ts'

const NOTHING: Heard = { scenarios: [], signals: [], moves: [], acts: [], violations: [], amounts: [], deadlines: [] }

/** An ear that notes what it is asked, and hears every move that it is asked about. */
function eager(): Ear & { readonly asked: (readonly string[] | undefined)[] } {
  const asked: (readonly string[] | undefined)[] = []
  return {
    asked,
    async hear({ id, who, text, among }) {
      asked.push(among)
      const moves = (among ?? []).slice(0, 1).map((move) => ({ id: move, score: 1, because: [] }))
      return { ok: true, turn: { id, who, text: text.replace(/\d/g, '*'), heard: { ...NOTHING, moves } } }
    },
    close: vi.fn(),
  }
}

function listenWith(openEar: () => Promise<OpenedEar>) {
  const session = startSession(lonelyHome(0), smallPack, { channel: 'phone', profile: {} })
  return { session, listener: createCallListener(session, openEar) }
}

test('each turn is asked about the moves that are open when its time comes, and what is kept is without numbers', async () => {
  const ear = eager()
  const { session, listener } = listenWith(async () => ({ ok: true, ear }))
  await listener.hear([
    { id: 'a', who: 'customer', text: '我是138' },
    { id: 'b', who: 'customer', text: '好' },
    { id: 'c', who: 'customer', text: '谢谢' },
  ])
  expect(ear.asked[0]).toContain('customer.rages')
  expect(ear.asked[2]).toEqual(['customer.goes-on'])
  const { heard, machines } = session.snapshot().call.state
  expect(heard.map(({ text }) => text)).toEqual(['我是***', '好', '谢谢'])
  expect(machines.journey?.state).toBe('record')
})

test('a recogniser that cannot be had is told, and tried again with the next words', async () => {
  let tries = 0
  const ear = eager()
  const { session, listener } = listenWith(async () => (++tries === 1 ? { ok: false, trouble: 'unreachable' } : { ok: true, ear }))
  const told = vi.fn()
  listener.subscribe(told)
  await listener.hear([{ id: 'a', who: 'customer', text: '喂' }])
  expect(listener.trouble()).toBe('unreachable')
  expect(told).toHaveBeenCalledTimes(1)
  await listener.hear([{ id: 'b', who: 'customer', text: '喂喂' }])
  expect(listener.trouble()).toBeUndefined()
  expect(session.snapshot().call.state.heard.map(({ turn }) => turn)).toEqual(['b'])
})

test('a hang-up comes after all that was said before it', async () => {
  const { session, listener } = listenWith(async () => ({ ok: true, ear: eager() }))
  const said = listener.hear([{ id: 'a', who: 'customer', text: '再见' }])
  listener.hangUp()
  await said
  await vi.waitFor(() => expect(session.snapshot().call.state.hungUp).toBe(true))
  expect(
    session
      .snapshot()
      .call.events.map(({ type }) => type)
      .filter((type) => type === 'Heard' || type === 'HungUp'),
  ).toEqual(['Heard', 'HungUp'])
})

test('a call that is over lets go of the recogniser', async () => {
  const ear = eager()
  const { listener } = listenWith(async () => ({ ok: true, ear }))
  await listener.hear([{ id: 'a', who: 'customer', text: '喂' }])
  listener.close()
  await vi.waitFor(() => expect(ear.close).toHaveBeenCalled())
})
