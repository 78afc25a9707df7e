import { expect, test } from 'vitest'
import { cutBefore } from '../../../src/app/drills/room.ts'
import { packOf, Talk } from '../../engine/support.ts'

test('[V13] a log is cut before the whole step of a turn, and stands as if it had been played just now', () => {
  const talk = new Talk(packOf('telecom'))
  talk.hears('customer', '你们多扣我三十').hears('agent', '我查一下').hears('customer', '快点').hears('agent', '查到了')
  const { events } = talk.call
  const turn = events.find((event) => event.type === 'Heard' && event.text === '查到了')
  const now = talk.now + 3 * 86_400_000
  const kept = cutBefore(events, turn?.id ?? '', 'another', now)
  expect(kept.flatMap((event) => (event.type === 'Heard' ? [event.text] : []))).toEqual(['你们多扣我三十', '我查一下', '快点'])
  expect(kept.map(({ seq }) => seq)).toEqual(kept.map((_, i) => i + 1))
  expect(new Set(kept.map(({ call }) => call))).toEqual(new Set(['another']))
  expect(kept.at(-1)?.at).toBe(now)
  expect((kept.at(-1)?.at ?? 0) - (kept[0]?.at ?? 0)).toBe((events[kept.length - 1]?.at ?? 0) - (events[0]?.at ?? 0))
})
