import type { CallEvent } from '../../core/events.ts'
import type { CompiledPack } from '../../core/pack.ts'
import { restore } from '../../engine/advance.ts'
import { type CheckedLog, checkLog } from '../../store/checked-log.ts'
import { exportLog, type LogExport } from '../../store/export.ts'
import type { CallStore } from '../../store/store.ts'
import { type CallSummary, summarise } from '../../store/summary.ts'
import { openSession, type Session, type SessionHome } from './session.ts'

/** Calls that were not ended, the latest first: for the start page, and to go on by itself after a reload. */
export async function findOpenCalls(store: CallStore): Promise<readonly CallSummary[]> {
  const open = await store.calls({ by: 'status', status: 'open' })
  return [...open].sort((a, b) => b.lastAt - a.lastAt)
}

/** Brings to disk what earlier pages had not, and tells the tabs that show those calls. */
export async function bringBackLeftovers(home: SessionHome, pack: CompiledPack): Promise<void> {
  for (const { call, seq } of await home.leftovers.bringBack(home.store, pack)) {
    const channel = home.openLogChannel(call, () => {})
    channel.announce(seq)
    channel.close()
  }
}

export type Resumption =
  | { readonly ok: true; readonly session: Session }
  | { readonly ok: false; readonly why: ResumeProblem; readonly log: LogExport }

export type ResumeProblem =
  /** Already the beginning of the log cannot be read; the call is no longer offered. */
  | 'unreadable'
  /** The pack that the call is pinned to is not in this browser. */
  | 'pack-missing'
  /** The log is damaged, and another tab is going on from what is left of it. */
  | 'busy'

/**
 * Goes on with a stored call at the very step where it stood, on the pack that it began with. Rejects with a `StoreError`
 * when the store cannot be read.
 *
 * A damaged log is not written to any more: the part that is sound goes on as a new call, and the rest can be exported.
 *
 * @param current the pack of this version of the program; used when it is the one that the call is pinned to
 */
export async function resumeSession(home: SessionHome, current: CompiledPack, id: string): Promise<Resumption> {
  const log = checkLog(await home.store.read(id))
  const [first] = log.events
  const fail = (why: ResumeProblem): Resumption => ({
    ok: false,
    why,
    log: exportLog(id, first?.at ?? home.clock(), { events: log.events, unreadable: log.raw.slice(log.events.length) }),
  })

  if (first?.type !== 'CallStarted') {
    await retire(home.store, id)
    return fail('unreadable')
  }
  const pack = first.pack.hash === current.hash ? current : await home.store.packByHash(first.pack.hash)
  if (!pack) return fail('pack-missing')
  if (log.damage) {
    const session = await goOnAsNewCall(home, pack, log)
    return session ? { ok: true, session } : fail('busy')
  }
  const session = openSession(home, restore(pack, log.events), { saved: log.events })
  await session.claim()
  return { ok: true, session }
}

async function goOnAsNewCall(home: SessionHome, pack: CompiledPack, log: CheckedLog): Promise<Session | undefined> {
  const events = await wholeSteps(pack, log.events)
  const damaged = restore(pack, events).state
  const lock = await home.acquireWriter(damaged.id, 'if-free', () => {})
  if (!lock) return undefined
  const lastAt = events.at(-1)?.at ?? damaged.startedAt
  const session = openSession(home, restore(pack, copied(events, home.newId)), {
    saved: [],
    unreadable: log.raw.slice(events.length),
    retires: { ...summarise(pack, damaged, lastAt), status: 'damaged' },
  })
  void session.flushed().then(() => lock.release())
  return session
}

/** Leaves out a last step of which only a part could be read: half a step does not replay. */
async function wholeSteps(pack: CompiledPack, events: readonly CallEvent[]): Promise<readonly CallEvent[]> {
  // Needed for damaged logs only.
  const { replay } = await import('../../engine/replay.ts')
  const whole = events.slice(
    0,
    events.findLastIndex((event) => event.id === event.cause),
  )
  return whole.length > 0 && !replay(pack, events).same && replay(pack, whole).same ? whole : events
}

/** The same events under a call and ids of their own, so that no two events of the world share an id. */
function copied(events: readonly CallEvent[], newId: () => string): readonly CallEvent[] {
  const call = newId()
  const ids = new Map(events.map((event) => [event.id, newId()]))
  const renamed = (id: string) => ids.get(id) ?? id
  return events.map((event) => ({
    ...event,
    id: renamed(event.id),
    call,
    cause: renamed(event.cause),
    ...(event.type === 'Undone' ? { undoes: renamed(event.undoes) } : {}),
  }))
}

async function retire(store: CallStore, id: string): Promise<void> {
  const [summary] = await store.calls({ by: 'id', id })
  if (summary) await store.append([], [{ ...summary, status: 'damaged' }])
}
