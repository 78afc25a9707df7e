import { beforeEach, describe, expect, test } from 'vitest'
import type { CallEvent } from '../../src/core/events.ts'
import { EVERY_CALL } from '../../src/store/call-query.ts'
import { type Leftovers, openLeftovers } from '../../src/store/leftovers.ts'
import { createMemoryStore } from '../../src/store/memory-store.ts'
import type { CallStore } from '../../src/store/store.ts'
import { StoreError } from '../../src/store/store-error.ts'
import { smallPack } from '../app/small-pack.ts'
import { logOf, note, summaryOf } from './events.ts'
import { fakeArea } from './fake-area.ts'

const log = logOf('a', note('one'), note('two'), note('three'))
const summary = summaryOf('a', { lastAt: 4_000 })
const renamed = (events: readonly CallEvent[]) => events.map((event) => ({ ...event, id: `other-${event.id}` }))

let area: Storage
let store: CallStore
let leftovers: Leftovers

beforeEach(() => {
  area = fakeArea(['evenkeel.settings', '{}'])
  store = createMemoryStore()
  leftovers = openLeftovers(area)
})

async function broughtBack(): Promise<readonly unknown[]> {
  await openLeftovers(area).bringBack(store, smallPack)
  return store.read('a')
}

describe('[R5] what a page had not brought to disk when it went away', () => {
  test.each([
    ['nothing of it', 1],
    ['some of it', 3],
    ['all of it', 4],
  ])('is written behind the log when %s has arrived', async (_, arrived) => {
    await store.append(log.slice(0, arrived), [])
    leftovers.keep(log.slice(1), summary)
    expect(await broughtBack()).toEqual(log)
    expect(area.length).toBe(1)
  })

  test('comes with its summary, and with the pack when the call itself is new', async () => {
    const [first, ...rest] = log
    const started = { ...first, pack: { id: 'small', version: '1.0.0', hash: smallPack.hash } } as CallEvent
    leftovers.keep([started, ...rest], summary)
    expect(await broughtBack()).toEqual([started, ...rest])
    expect(await store.calls(EVERY_CALL)).toEqual([summary])
    expect(await store.packByHash(smallPack.hash)).toEqual(smallPack)
  })

  test('of several calls is written for each', async () => {
    const other = logOf('b', note('else'))
    leftovers.keep(log, summary)
    leftovers.keep(other, summaryOf('b'))
    expect(await broughtBack()).toEqual(log)
    expect(await store.read('b')).toEqual(other)
  })

  test.each([
    ['full', log.slice(0, 2)],
    ['unavailable', log.slice(0, 2)],
  ] as const)('stays for the next time while the disk is %s', async (code, onDisk) => {
    await store.append(onDisk, [])
    leftovers.keep(log.slice(2), summary)
    await leftovers.bringBack({ ...store, append: () => Promise.reject(new StoreError(code, '')) }, smallPack)
    expect(await store.read('a')).toEqual(onDisk)
    expect(await broughtBack()).toEqual(log)
  })
})

describe('what does not belong to the log any more is left out', () => {
  test.each<[string, readonly CallEvent[], readonly CallEvent[]]>([
    ['another tab has gone on', [...log.slice(0, 2), ...renamed(log.slice(2, 3))], log.slice(2)],
    ['the log has been cleared away', [], log.slice(2)],
    ['it is another log', renamed(log), log],
  ])('%s', async (_, onDisk, kept) => {
    await store.append(onDisk, [])
    leftovers.keep(kept, summary)
    expect(await broughtBack()).toEqual(onDisk)
    expect(area.length).toBe(1)
  })

  test('another tab goes on just now', async () => {
    leftovers.keep(log, summary)
    await leftovers.bringBack({ ...store, append: () => Promise.reject(new StoreError('conflict', '')) }, smallPack)
    expect(area.length).toBe(1)
  })

  test.each(['', '{', 'null', '[]', '{"events":[]}', '{"events":[{"seq":1}]}'])('it cannot be read: %s', async (text) => {
    area.setItem('evenkeel.unsaved.a', text)
    expect(await broughtBack()).toEqual([])
    expect(area.length).toBe(1)
  })
})

test('a storage that is full or denied is no hindrance', async () => {
  const denied = {
    ...fakeArea(),
    setItem: () => {
      throw new DOMException('', 'QuotaExceededError')
    },
  } as Storage
  openLeftovers(denied).keep(log, summary)
  openLeftovers(null).keep(log, summary)
  await openLeftovers(null).bringBack(store, smallPack)
  expect(await store.calls(EVERY_CALL)).toEqual([])
})
