import type { CallEvent } from '../core/events.ts'
import type { CompiledPack } from '../core/pack.ts'
import { advance, restore } from '../engine/advance.ts'
import { checkLog } from '../store/checked-log.ts'
import { asStoreError, type StoreErrorCode } from '../store/store-error.ts'
import { type CallSummary, summarise } from '../store/summary.ts'
import type { WriterLock } from '../store/writer-lock.ts'
import { bringBackLeftovers } from './panel/resume.ts'
import type { SessionHome } from './panel/session.ts'

/** What keeping a promise of a stored call needs of the browser. */
export type PromiseHome = SessionHome

/**
 * Why a promise could not be marked as kept. Nothing has been written then, and the promise stands as it stood.
 *
 * - `busy`: another window has the call open and writes it
 * - `conflict`: somebody else has written to the call meanwhile
 * - `damaged`: its log cannot be read to the end, and nothing is written behind what cannot be read
 * - `pack-missing`: the pack that the call is pinned to is not in this browser
 * - `gone`: the call holds no such promise, or it was taken back
 * - the others: see `StoreErrorCode`
 */
export type KeepProblem = StoreErrorCode | 'busy' | 'pack-missing' | 'gone'

export type KeptPromise = { readonly ok: true; readonly summary: CallSummary } | { readonly ok: false; readonly why: KeepProblem }

/**
 * Marks a promise of a stored call as kept: its log gets the fact and its summary follows, both or neither. One that is kept already
 * stays as it is. Never rejects.
 *
 * @param current the pack of this version of the program; used when it is the one that the call is pinned to
 * @param made id of the event with which the promise was made
 */
export async function keepPromise(home: PromiseHome, current: CompiledPack, call: string, made: string): Promise<KeptPromise> {
  let lock: WriterLock | undefined
  let stolen = false
  try {
    lock = await home.acquireWriter(call, 'if-free', () => {
      stolen = true
    })
    if (!lock) return { ok: false, why: 'busy' }
    // What a page that is gone could not write comes first, or there would be no place left for it.
    await bringBackLeftovers(home, current)
    return await write(home, current, call, made, () => stolen)
  } catch (cause) {
    return { ok: false, why: asStoreError(cause).code }
  } finally {
    if (!stolen) lock?.release()
  }
}

async function write(home: PromiseHome, current: CompiledPack, call: string, made: string, stolen: () => boolean): Promise<KeptPromise> {
  const { store } = home
  const { events, damage, raw } = checkLog(await store.read(call))
  if (raw.length === 0) return { ok: false, why: 'gone' }
  const [first] = events
  if (damage || first?.type !== 'CallStarted') return { ok: false, why: 'damaged' }
  const pack = first.pack.hash === current.hash ? current : await store.packByHash(first.pack.hash)
  if (!pack) return { ok: false, why: 'pack-missing' }

  const before = restore(pack, events)
  const promise = before.state.promises.find(({ id }) => id === made)
  if (!promise) return { ok: false, why: 'gone' }
  // Whoever keeps a promise is not on the call: it is no newer for that, and does not go on by itself.
  const lastAt = events.at(-1)?.at ?? first.at
  if (promise.keptAt !== undefined) {
    const summary = summarise(pack, before.state, lastAt)
    await store.append([], [summary])
    return { ok: true, summary }
  }

  const command = { type: 'KeepPromise', promise: promise.promise, made } as const
  const advanced = advance(before, command, { now: home.clock(), newId: home.newId })
  if (!advanced.ok) return { ok: false, why: 'gone' }
  if (stolen()) return { ok: false, why: 'busy' }
  const summary = summarise(pack, advanced.call.state, lastAt)
  try {
    await store.append(advanced.events, [summary])
  } catch (cause) {
    // The answer may have been lost after the events had arrived.
    if (!(await arrived(home, call, advanced.events))) throw cause
  }
  announce(home, call, advanced.call.state.seq)
  return { ok: true, summary }
}

async function arrived({ store }: PromiseHome, call: string, events: readonly CallEvent[]): Promise<boolean> {
  const onDisk = await store.read(call).then(checkLog, () => undefined)
  return events.every((event) => onDisk?.events.some(({ id }) => id === event.id) === true)
}

/** Lets the windows that show the call read it again. */
function announce({ openLogChannel }: PromiseHome, call: string, seq: number): void {
  const channel = openLogChannel(call, () => {})
  channel.announce(seq)
  channel.close()
}
