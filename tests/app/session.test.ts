import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { bringBackLeftovers, findOpenCalls, resumeSession } from '../../src/app/panel/resume.ts'
import { type CallStart, type Session, type SessionHome, startSession } from '../../src/app/panel/session.ts'
import type { CallEvent, Command } from '../../src/core/events.ts'
import type { CompiledPack } from '../../src/core/pack.ts'
import { replay } from '../../src/engine/replay.ts'
import { openIndexedDbStore } from '../../src/store/indexeddb-store.ts'
import { createMemoryStore } from '../../src/store/memory-store.ts'
import type { CallStore } from '../../src/store/store.ts'
import { StoreError } from '../../src/store/store-error.ts'
import { FakeBrowser, quiet } from './fake-browser.ts'
import { smallPack } from './small-pack.ts'

const WANG: CallStart = { channel: 'phone', profile: { surname: '王', title: 'ms' }, agent: '8613' }
const GREET: Command = { type: 'SayLine', line: 'greet', wording: 0, via: 'card' }
const GOES_ON: Command = { type: 'MakeMove', move: 'customer.goes-on' }
const RAGES: Command = { type: 'MakeMove', move: 'customer.rages' }
const UNDO: Command = { type: 'Undo' }

let browser: FakeBrowser
const open: Session[] = []

beforeEach(() => {
  browser = new FakeBrowser()
})

afterEach(() => {
  for (const session of open.splice(0)) session.close()
  vi.unstubAllGlobals()
})

function start(home: SessionHome = browser.tab()): Session {
  const session = startSession(home, smallPack, WANG)
  open.push(session)
  return session
}

async function resume(id: string, home: SessionHome = browser.tab(), pack: CompiledPack = smallPack): Promise<Session> {
  const resumption = await resumeSession(home, pack, id)
  if (!resumption.ok) throw new Error(resumption.why)
  open.push(resumption.session)
  return resumption.session
}

const idOf = (session: Session) => session.snapshot().call.state.id
const eventsOf = (session: Session) => session.snapshot().call.events
const stateOf = (session: Session) => session.snapshot().call.state
const noticesOf = (session: Session) => session.snapshot().notices.map((each) => each.code)
const exported = (session: Session): unknown[] =>
  session
    .exportLog()
    .text.trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

describe('a call that nothing disturbs', () => {
  test('shows its first card before anything is on disk', () => {
    const session = start()
    expect(session.snapshot()).toMatchObject({ saving: 'saving', writable: true, notices: [] })
    expect(stateOf(session).profile).toEqual(WANG.profile)
    expect(stateOf(session).agent).toBe('8613')
  })

  test('answers a command at once, and says saved only when it is', async () => {
    const session = start()
    await session.flushed()
    expect(session.snapshot().saving).toBe('saved')
    expect(session.dispatch(GREET)).toBe(true)
    expect(stateOf(session).said).toHaveLength(1)
    expect(session.snapshot().saving).toBe('saving')
    await session.flushed()
    expect(session.snapshot().saving).toBe('saved')
    expect(await browser.onDisk(idOf(session))).toEqual(eventsOf(session))
  })

  test('tells its listeners of each change, and gives the same snapshot in between', async () => {
    const session = start()
    const listener = vi.fn()
    const stop = session.subscribe(listener)
    session.dispatch(GREET)
    expect(listener).toHaveBeenCalledOnce()
    expect(session.snapshot()).toBe(session.snapshot())
    stop()
    await session.flushed()
    expect(listener).toHaveBeenCalledOnce()
  })

  test('stamps events with the time that was handed in', async () => {
    const session = start({ ...browser.tab(), clock: () => 77 })
    session.dispatch(GREET)
    expect(eventsOf(session).every((event) => event.at === 77)).toBe(true)
  })

  test('keeps what is dispatched faster than the disk can write', async () => {
    const session = start()
    for (let i = 0; i < 20; i++) session.dispatch({ type: 'WriteNote', text: `${i}` })
    await session.flushed()
    expect(await browser.onDisk(idOf(session))).toEqual(eventsOf(session))
  })
})

describe('a command that is refused', () => {
  test('leaves the log untouched and says why, and when', async () => {
    const session = start()
    const before = eventsOf(session)
    expect(session.dispatch({ type: 'MakeMove', move: 'customer.unheard-of' })).toBe(false)
    expect(eventsOf(session)).toBe(before)
    expect(session.snapshot().refusal).toMatchObject({ code: 'move-not-here', at: expect.any(Number) })
  })

  test('is forgotten with the next that is carried out', () => {
    const session = start()
    session.dispatch(UNDO)
    session.dispatch(GREET)
    expect(session.snapshot().refusal).toBeUndefined()
  })
})

describe('after a reload', () => {
  test.each([
    ['memory', async (): Promise<CallStore> => ({ ...createMemoryStore(), lasting: true })],
    [
      'IndexedDB',
      () => {
        vi.stubGlobal('indexedDB', new IDBFactory())
        return openIndexedDbStore()
      },
    ],
  ])('the call stands where it stood, and the last step can be undone (%s)', async (_, openStore) => {
    browser = new FakeBrowser(await openStore())
    const before = start()
    for (const command of [
      GREET,
      RAGES,
      GOES_ON,
      { type: 'StartScenario', scenario: 'press' },
      { type: 'WriteNote', text: '三倍' },
    ] as const)
      before.dispatch(command)
    before.dispatch(UNDO)
    await before.flushed()
    before.close()

    const [found] = await findOpenCalls(browser.tab().store)
    expect(found).toMatchObject({ channel: 'phone', address: '王女士', status: 'open' })
    const after = await resume(found?.id ?? '')
    expect(after.snapshot()).toMatchObject({ saving: 'saved', writable: true, notices: [] })
    expect(eventsOf(after)).toEqual(eventsOf(before))
    expect(stateOf(after)).toEqual(stateOf(before))

    before.snapshot()
    expect(after.dispatch(UNDO)).toBe(true)
    await after.flushed()
    expect(replay(smallPack, await browser.onDisk(idOf(after))).same).toBe(true)
  })

  test('[R5] it goes on with what was under way to the disk, down to a call of which nothing had arrived', async () => {
    for (const commands of [[], [GREET], [GREET, GOES_ON, RAGES]]) {
      const browser = new FakeBrowser()
      browser.pause = () => new Promise(() => {})
      const cut = start(browser.tab())
      for (const command of commands) cut.dispatch(command)
      cut.leave()
      browser.pause = async () => {}
      const home = browser.tab()
      await bringBackLeftovers(home, smallPack)
      expect(await findOpenCalls(home.store)).toHaveLength(1)
      expect(eventsOf(await resume(idOf(cut), home))).toEqual(eventsOf(cut))
    }
  })

  test('nothing is kept beside the disk when everything is on it, nor by a tab that only watches', async () => {
    const session = start()
    session.dispatch(GREET)
    await session.flushed()
    const watching = await resume(idOf(session))
    session.leave()
    watching.leave()
    expect(browser.area.length).toBe(0)
  })

  test('it goes on with the pack that it began on', async () => {
    const before = start()
    await before.flushed()
    before.close()
    const update = { ...smallPack, version: '2.0.0', hash: 'small-2', machines: {} }
    const after = await resume(idOf(before), browser.tab(), update)
    expect(after.snapshot().call.pack).toEqual(smallPack)
    expect(after.dispatch(GOES_ON)).toBe(true)
  })

  test('without that pack it cannot go on, but can be exported', async () => {
    const before = start()
    await before.flushed()
    before.close()
    const home = browser.tab()
    const store = { ...home.store, packByHash: async () => undefined }
    const resumption = await resumeSession({ ...home, store }, { ...smallPack, hash: 'small-2' }, idOf(before))
    expect(resumption).toMatchObject({ ok: false, why: 'pack-missing' })
    expect(!resumption.ok && resumption.log.text).toBe(before.exportLog().text)
  })

  test('calls that are open come latest first, and ended ones not at all', async () => {
    const [first, second, third] = [start(), start(), start()]
    third.dispatch({ type: 'EndCall', outcome: 'abandoned', reason: 'customer-left' })
    second.dispatch(GREET)
    first.dispatch(GREET)
    await Promise.all(open.map((each) => each.flushed()))
    expect((await findOpenCalls(browser.tab().store)).map((each) => each.id)).toEqual([idOf(first), idOf(second)])
  })
})

describe('when the disk is full', () => {
  test('the call goes on in memory, and says so', async () => {
    const session = start()
    await session.flushed()
    browser.faults.push('full')
    session.dispatch(GREET)
    await session.flushed()
    expect(session.snapshot()).toMatchObject({ saving: 'memory', writable: true })
    expect(session.snapshot().notices).toEqual([{ code: 'storage-full', offersExport: true }])
    expect(exported(session)).toEqual(eventsOf(session))
  })

  test('with the next step everything is written in order, and the notice goes', async () => {
    const session = start()
    browser.faults.push('full', 'full')
    await session.flushed()
    session.dispatch(GREET)
    await quiet()
    expect(await browser.onDisk(idOf(session))).toEqual([])
    session.dispatch(GOES_ON)
    await session.flushed()
    expect(await browser.onDisk(idOf(session))).toEqual(eventsOf(session))
    expect(session.snapshot()).toMatchObject({ saving: 'saved', notices: [] })
  })

  test('flushing tries again by itself', async () => {
    const session = start()
    browser.faults.push('full')
    await quiet()
    expect(noticesOf(session)).toEqual(['storage-full'])
    await session.flushed()
    expect(noticesOf(session)).toEqual([])
    expect(await browser.onDisk(idOf(session))).toEqual(eventsOf(session))
  })
})

describe('when the browser is not what it was thought to be', () => {
  test('a batch that arrived although it was reported as failed is not written twice', async () => {
    const session = start()
    browser.faults.push('answer-lost')
    await quiet()
    expect(noticesOf(session)).toEqual(['storage-failed'])
    session.dispatch(GREET)
    await session.flushed()
    expect(session.snapshot()).toMatchObject({ saving: 'saved', writable: true, notices: [] })
    expect(await browser.onDisk(idOf(session))).toEqual(eventsOf(session))
  })

  test('a log that the browser has cleared away is written anew', async () => {
    const first = createMemoryStore()
    const second = createMemoryStore()
    let disk = first
    browser = new FakeBrowser({
      ...first,
      lasting: true,
      append: (...batch) => disk.append(...batch),
      read: (call) => disk.read(call),
      keepPack: (pack) => disk.keepPack(pack),
    })
    const session = start()
    await session.flushed()
    disk = second
    session.dispatch(GREET)
    await session.flushed()
    expect(session.snapshot()).toMatchObject({ saving: 'saved', notices: [] })
    expect(await second.read(idOf(session))).toEqual(eventsOf(session))
    expect(await second.packByHash(smallPack.hash)).toBe(smallPack)
  })

  test('storage that is denied from the start is a notice and no hindrance', () => {
    const session = start({ ...browser.tab(), store: createMemoryStore(), problem: 'denied' })
    expect(session.dispatch(GREET)).toBe(true)
    expect(session.snapshot()).toMatchObject({ saving: 'memory', writable: true })
    expect(noticesOf(session)).toEqual(['storage-denied'])
  })

  test('a demo call in memory has nothing to complain of', () => {
    expect(start({ ...browser.tab(), store: createMemoryStore() }).snapshot()).toMatchObject({ saving: 'memory', notices: [] })
  })

  test('a database that a newer version has taken over is said to be just that', async () => {
    const home = browser.tab()
    const append = async () => {
      throw new StoreError('outdated', 'version 2')
    }
    const session = start({ ...home, store: { ...home.store, append } })
    await session.flushed()
    expect(noticesOf(session)).toEqual(['storage-outdated'])
  })
})

describe('when the log on disk is damaged', () => {
  /** A call on a disk that gives back its log changed in this way. */
  async function damaged(spoil: (log: readonly CallEvent[]) => readonly unknown[]) {
    const before = start()
    for (const command of [GREET, GOES_ON, GOES_ON]) before.dispatch(command)
    await before.flushed()
    before.close()
    const home = browser.tab()
    const id = idOf(before)
    const store: CallStore = {
      ...home.store,
      read: async (call) => (call === id ? spoil((await home.store.read(call)) as readonly CallEvent[]) : home.store.read(call)),
    }
    return { before, id, home: { ...home, store } }
  }

  const sound = (events: readonly CallEvent[]) => events.map(({ id, call, cause, ...fact }) => fact)

  test('what is sound goes on as a new call, and the old records stay as they are', async () => {
    // Events 1–3 begin the call, 4 greets, 5–7 make a move.
    const { before, id, home } = await damaged((log) => [...log.slice(0, 4), { torn: true }, ...log.slice(5)])
    const after = await resume(id, home)
    expect(idOf(after)).not.toBe(id)
    expect(noticesOf(after)).toEqual(['log-damaged'])
    expect(sound(eventsOf(after))).toEqual(sound(eventsOf(before).slice(0, 4)))
    await after.flushed()
    expect(await browser.onDisk(id)).toEqual(eventsOf(before))
    expect(await browser.onDisk(idOf(after))).toEqual(eventsOf(after))
    expect((await findOpenCalls(home.store)).map((each) => each.id)).toEqual([idOf(after)])
  })

  test('the new call shares no id with the old, and replays to the identical trace', async () => {
    const { before, id, home } = await damaged((log) => log.slice(0, -1).concat([{ ...log[1], seq: 99 } as CallEvent]))
    const after = await resume(id, home)
    const old = new Set(eventsOf(before).map((event) => event.id))
    expect(eventsOf(after).filter((event) => old.has(event.id) || old.has(event.cause))).toEqual([])
    expect(after.dispatch(UNDO)).toBe(true)
    expect(replay(smallPack, eventsOf(after)).same).toBe(true)
  })

  test('what is not sound is exported behind what is', async () => {
    const { before, id, home } = await damaged((log) => [...log.slice(0, 4), { torn: true }, ...log.slice(5)])
    const after = await resume(id, home)
    expect(exported(after)).toEqual([
      ...eventsOf(after),
      { unreadable: { torn: true } },
      ...eventsOf(before)
        .slice(5)
        .map((unreadable) => ({ unreadable })),
    ])
  })

  test('half a step is left out, for it would not replay', async () => {
    const { before, id, home } = await damaged((log) => [...log.slice(0, 5), ...log.slice(6)])
    const after = await resume(id, home)
    expect(sound(eventsOf(after))).toEqual(sound(eventsOf(before).slice(0, 4)))
    expect(exported(after)).toHaveLength(eventsOf(before).length - 1)
  })

  test('without its beginning it cannot go on, and is offered no more', async () => {
    const { before, id, home } = await damaged((log) => log.slice(1))
    const resumption = await resumeSession(home, smallPack, id)
    expect(resumption).toMatchObject({ ok: false, why: 'unreadable' })
    expect(!resumption.ok && resumption.log.text.trimEnd().split('\n')).toHaveLength(eventsOf(before).length - 1)
    expect(await findOpenCalls(home.store)).toEqual([])
  })

  test('only one tab goes on from it', async () => {
    const { id, home } = await damaged((log) => log.slice(0, 4).concat([{} as CallEvent]))
    browser.pause = quiet
    const both = await Promise.all([resumeSession(home, smallPack, id), resumeSession(home, smallPack, id)])
    for (const each of both) if (each.ok) open.push(each.session)
    expect(both.map((each) => (each.ok ? 'goes on' : each.why)).sort()).toEqual(['busy', 'goes on'])
  })
})

describe('two tabs on one call', () => {
  async function twoTabs() {
    const writer = start()
    writer.dispatch(GREET)
    await writer.flushed()
    return { writer, reader: await resume(idOf(writer)) }
  }

  test('only the first writes', async () => {
    const { writer, reader } = await twoTabs()
    expect(reader.snapshot().writable).toBe(false)
    expect(reader.dispatch(GOES_ON)).toBe(false)
    await quiet()
    expect(await browser.onDisk(idOf(writer))).toEqual(eventsOf(writer))
  })

  test('the second follows step by step', async () => {
    const { writer, reader } = await twoTabs()
    const listener = vi.fn()
    reader.subscribe(listener)
    writer.dispatch(GOES_ON)
    await quiet()
    expect(eventsOf(reader)).toEqual(eventsOf(writer))
    expect(stateOf(reader)).toEqual(stateOf(writer))
    expect(listener).toHaveBeenCalled()
  })

  test('it can take over; the first is read-only from then on, and follows', async () => {
    const { writer, reader } = await twoTabs()
    await reader.takeOver()
    expect(reader.snapshot().writable).toBe(true)
    expect(writer.snapshot().writable).toBe(false)
    expect(writer.dispatch(GOES_ON)).toBe(false)
    expect(reader.dispatch(GOES_ON)).toBe(true)
    await quiet()
    expect(eventsOf(writer)).toEqual(eventsOf(reader))
    expect(await browser.onDisk(idOf(reader))).toEqual(eventsOf(reader))
  })

  test('and the first can take it back', async () => {
    const { writer, reader } = await twoTabs()
    await reader.takeOver()
    reader.dispatch(GOES_ON)
    await reader.flushed()
    await writer.takeOver()
    expect(writer.dispatch(GOES_ON)).toBe(true)
    await quiet()
    expect(reader.snapshot().writable).toBe(false)
    expect(eventsOf(reader)).toEqual(eventsOf(writer))
  })

  test('when the first is closed, the second may write without being asked', async () => {
    const { writer, reader } = await twoTabs()
    writer.dispatch(GOES_ON)
    writer.close()
    await quiet()
    expect(reader.snapshot().writable).toBe(true)
    expect(eventsOf(reader)).toEqual(eventsOf(writer))
  })

  test('taking over what one writes oneself changes nothing', async () => {
    const { writer } = await twoTabs()
    const before = writer.snapshot()
    await writer.takeOver()
    expect(writer.snapshot()).toBe(before)
  })

  test('steps that the first could not save are set aside and exported when the second goes on without them', async () => {
    const { writer, reader } = await twoTabs()
    browser.faults.push('full')
    writer.dispatch({ type: 'WriteNote', text: 'only here' })
    await quiet()
    const [unsaved] = eventsOf(writer).slice(-1)
    await reader.takeOver()
    await quiet()
    expect(eventsOf(writer)).toEqual(eventsOf(reader))
    expect(noticesOf(writer)).toEqual(['steps-set-aside'])
    expect(exported(writer)).toEqual([...eventsOf(reader), { unsaved }])
  })
})

describe('two tabs in a browser without locks', () => {
  async function twoWriters() {
    browser.forgetLocks()
    const one = start()
    await one.flushed()
    return { one, two: await resume(idOf(one)) }
  }

  test('both say that there should be only one', async () => {
    const { one, two } = await twoWriters()
    expect(noticesOf(one)).toEqual(['single-tab'])
    expect(noticesOf(two)).toEqual(['single-tab'])
  })

  test('taking turns, they follow each other', async () => {
    const { one, two } = await twoWriters()
    one.dispatch(GREET)
    await quiet()
    two.dispatch(GOES_ON)
    await quiet()
    expect(eventsOf(one)).toEqual(eventsOf(two))
    expect(noticesOf(one)).toEqual(['single-tab'])
  })

  test('when both write at once, one wins; the other becomes read-only, reads, and keeps what it had for export', async () => {
    const { one, two } = await twoWriters()
    one.dispatch({ type: 'WriteNote', text: 'one' })
    two.dispatch({ type: 'WriteNote', text: 'two' })
    await quiet()
    const [winner, loser] = stateOf(one).note === 'one' ? [one, two] : [two, one]
    expect(loser.snapshot().writable).toBe(false)
    expect(eventsOf(loser)).toEqual(eventsOf(winner))
    expect(noticesOf(loser)).toEqual(['steps-set-aside', 'single-tab'])
    await loser.takeOver()
    expect(loser.dispatch(GREET)).toBe(true)
    await loser.flushed()
    expect(await browser.onDisk(idOf(one))).toEqual(eventsOf(loser))
  })
})

describe('closing', () => {
  test('takes no more commands', () => {
    const session = start()
    session.close()
    expect(session.dispatch(GREET)).toBe(false)
  })

  test('still writes what was dispatched before', async () => {
    const session = start()
    session.dispatch(GREET)
    session.close()
    await quiet()
    expect(await browser.onDisk(idOf(session))).toEqual(eventsOf(session))
  })
})
