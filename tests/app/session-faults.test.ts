import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { bringBackLeftovers, resumeSession } from '../../src/app/panel/resume.ts'
import { type Session, startSession } from '../../src/app/panel/session.ts'
import type { Command } from '../../src/core/events.ts'
import { replay } from '../../src/engine/replay.ts'
import { checkLog } from '../../src/store/checked-log.ts'
import { FakeBrowser, type Fault, quiet } from './fake-browser.ts'
import { smallPack } from './small-pack.ts'

type Happening =
  | { readonly what: 'command'; readonly tab: number; readonly command: Command }
  | { readonly what: 'fault'; readonly fault: Fault }
  | { readonly what: 'take-over'; readonly tab: number }
  | { readonly what: 'reload'; readonly tab: number }
  | { readonly what: 'time-passes'; readonly answers: number }

const tab = fc.nat({ max: 1 })
const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      what: fc.constant('command' as const),
      tab,
      command: fc.constantFrom<Command>(
        { type: 'MakeMove', move: 'customer.goes-on' },
        { type: 'MakeMove', move: 'customer.rages' },
        { type: 'SayLine', line: 'listen', wording: 0, via: 'search' },
        { type: 'StartScenario', scenario: 'press' },
        { type: 'Undo' },
      ),
    }),
  },
  { weight: 4, arbitrary: fc.record({ what: fc.constant('time-passes' as const), answers: fc.integer({ min: 1, max: 4 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({ what: fc.constant('fault' as const), fault: fc.constantFrom<Fault>('full', 'unavailable', 'answer-lost') }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('take-over' as const), tab }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('reload' as const), tab }) },
)

afterEach(() => {
  vi.unstubAllGlobals()
})

function losesAnswer(each: Happening): boolean {
  return each.what === 'fault' && each.fault === 'answer-lost'
}

/** Two tabs on one call, with an account of what they claimed. */
class Floor {
  readonly tabs: (Session | undefined)[] = []
  /** Every event that was dispatched in a tab that is still there. */
  readonly dispatched = new Map<string, Session>()
  /** Events of which a tab said that they were saved. */
  readonly acknowledged = new Set<string>()
  readonly #browser: FakeBrowser
  readonly id: string

  constructor(browser: FakeBrowser) {
    this.#browser = browser
    const first = startSession(browser.tab(), smallPack, { channel: 'phone', profile: {} })
    this.id = first.snapshot().call.state.id
    this.#watch(0, first)
  }

  #watch(at: number, session: Session): void {
    this.tabs[at] = session
    const look = () => {
      const { saving, call } = session.snapshot()
      for (const event of call.events) {
        if (saving === 'saved') this.acknowledged.add(event.id)
        if (!this.dispatched.has(event.id)) this.dispatched.set(event.id, session)
      }
    }
    session.subscribe(look)
    look()
  }

  async open(at: number): Promise<void> {
    const home = this.#browser.tab()
    await bringBackLeftovers(home, smallPack)
    const resumption = await resumeSession(home, smallPack, this.id)
    if (resumption.ok) this.#watch(at, resumption.session)
  }

  /** What only a closed page knew is gone with it, and nobody had said that it was saved. */
  close(at: number): void {
    const session = this.tabs[at]
    this.tabs[at] = undefined
    session?.leave()
    session?.close()
    for (const [id, owner] of this.dispatched) if (owner === session) this.dispatched.delete(id)
  }
}

async function happen(floor: Floor, browser: FakeBrowser, s: fc.Scheduler, each: Happening): Promise<void> {
  switch (each.what) {
    case 'command':
      floor.tabs[each.tab]?.dispatch(each.command)
      return
    case 'fault':
      browser.faults.push(each.fault)
      return
    case 'take-over':
      void floor.tabs[each.tab]?.takeOver()
      return
    case 'reload':
      floor.close(each.tab)
      void floor.open(each.tab)
      return
    case 'time-passes':
      await s.waitNext(Math.min(each.answers, s.count()))
  }
}

test.each([
  ['with locks', true],
  ['without locks', false],
])('%s, whatever fails when: nothing acknowledged is lost, nothing dispatched vanishes, the log is sound', async (_, locks) => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.array(happening, { maxLength: 40 }), async (s, happenings) => {
      const browser = new FakeBrowser()
      if (!locks) browser.forgetLocks()
      const floor = new Floor(browser)
      await floor.tabs[0]?.flushed()
      await floor.open(1)
      browser.pause = () => s.schedule(Promise.resolve())

      for (const each of happenings) await happen(floor, browser, s, each)
      browser.faults.length = 0
      do {
        await s.waitIdle()
        await quiet()
      } while (s.count() > 0)
      browser.pause = async () => {}
      for (const each of floor.tabs) await each?.flushed()
      await quiet()

      const raw = await browser.onDisk(floor.id)
      const onDisk = new Set(raw.map((event) => event.id))
      const open = floor.tabs.filter((each) => each !== undefined)
      const kept = (id: string, session: Session) => onDisk.has(id) || session.exportLog().text.includes(`"id":"${id}"`)
      expect(checkLog(raw).damage).toBeUndefined()
      expect(replay(smallPack, raw).same).toBe(true)
      expect([...floor.acknowledged].filter((id) => !onDisk.has(id))).toEqual([])
      expect([...floor.dispatched].filter(([id, session]) => !kept(id, session))).toEqual([])
      if (locks) expect(open.filter((each) => each.snapshot().writable).length).toBeLessThanOrEqual(1)
      for (const each of open) {
        const { events } = each.snapshot().call
        // A batch whose answer was lost is announced to nobody: a tab may learn of it only when it writes next.
        expect(events).toEqual(happenings.some(losesAnswer) ? raw.slice(0, events.length) : raw)
      }
      for (const each of open) each.close()
    }),
    { numRuns: 200 },
  )
})
