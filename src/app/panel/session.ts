import type { CallEvent, Command, Origin, Profile, Refusal } from '../../core/events.ts'
import type { CompiledPack } from '../../core/pack.ts'
import type { Channel } from '../../core/vocabulary.ts'
import { advance, type Call, restore, startCall } from '../../engine/advance.ts'
import { checkLog } from '../../store/checked-log.ts'
import type { CustomerRefs } from '../../store/customer-refs.ts'
import { exportLog, type LogExport } from '../../store/export.ts'
import type { Leftovers } from '../../store/leftovers.ts'
import type { OpenLogChannel } from '../../store/log-channel.ts'
import { createLogWriter } from '../../store/log-writer.ts'
import type { CallStore } from '../../store/store.ts'
import { asStoreError, type StoreErrorCode } from '../../store/store-error.ts'
import { type CallSummary, summarise } from '../../store/summary.ts'
import type { AcquireMode, AcquireWriter, WriterLock } from '../../store/writer-lock.ts'
import { type Notice, noticesOf } from './notice.ts'

/** Drives one call: answers each command at once, and brings the log to the store behind it. Knows no React. */
export interface Session {
  /** @returns how to unsubscribe */
  subscribe(listener: () => void): () => void
  /** The same object until something changes. */
  snapshot(): SessionSnapshot
  /** @returns whether the command was carried out; a refusal says in the snapshot why not */
  dispatch(command: Command): boolean
  /** Resolves once everything dispatched so far is on disk, or the attempt to bring it there has failed. */
  flushed(): Promise<void>
  /** Makes this the tab that writes the call. */
  takeOver(): Promise<void>
  exportLog(): LogExport
  /** Keeps what is not on disk yet for the page that comes after this one; call it when this one goes away. */
  leave(): void
  /** Lets other tabs write the call, once everything is on disk. */
  close(): void
}

export interface SessionSnapshot {
  readonly call: Call
  /** `memory`: not on disk, see the notices. */
  readonly saving: 'saved' | 'saving' | 'memory'
  /** False while another tab writes the call: this one follows it. */
  readonly writable: boolean
  readonly notices: readonly Notice[]
  /** Why the last command was not carried out, and when; gone with the next one that is. */
  readonly refusal?: Refusal & { readonly at: number }
}

/** All that a session needs from the browser around it. */
export interface SessionHome {
  readonly store: CallStore
  /** Why the store is not the disk: see `openCallStore`. */
  readonly problem?: StoreErrorCode
  readonly acquireWriter: AcquireWriter
  readonly openLogChannel: OpenLogChannel
  readonly leftovers: Leftovers
  readonly refs: CustomerRefs
  /** Milliseconds since the epoch. */
  readonly clock: () => number
  /** A new UUIDv7. */
  readonly newId: () => string
}

export interface CallStart {
  readonly channel: Channel
  readonly profile: Profile
  /** Number of the agent, as the customer may hear it. */
  readonly agent?: string
}

/** Begins a call; its first card can be shown at once. */
export function startSession(home: SessionHome, pack: CompiledPack, start: CallStart): Session {
  const { call } = startCall(pack, { type: 'StartCall', call: home.newId(), ...start }, { now: home.clock(), newId: home.newId })
  return openSession(home, call, { saved: [] })
}

export interface Opening {
  /** What of the log is on disk already; nothing for a call that is new, and that nobody else can know. */
  readonly saved: readonly CallEvent[]
  /** Records of the log that could not be read. */
  readonly unreadable?: readonly unknown[]
  /** The summary of the damaged call that this one goes on from. */
  readonly retires?: CallSummary
}

export interface OpenedSession extends Session {
  /** Makes this the tab that writes the call if no other is, or as soon as the other lets go. */
  claim(): Promise<void>
}

/** Where commands come from that are none of the agent's. */
const ORIGINS: Readonly<Partial<Record<Command['type'], Origin>>> = { Hear: 'heard', HangUp: 'heard', Recall: 'clock' }

/** A session over a call. It may write at once when the call is new; one that is on disk has to be claimed first. */
export function openSession(home: SessionHome, start: Call, { saved, unreadable = [], retires }: Opening): OpenedSession {
  const { store, clock } = home
  const { pack } = start
  const { id, startedAt } = start.state
  const listeners = new Set<() => void>()

  let call = start
  let writable = saved.length === 0
  let lock: WriterLock | undefined
  let exclusive = true
  let closed = false
  let inLine: AbortController | undefined
  let setAside: readonly CallEvent[] = []
  let reading = Promise.resolve(true)
  let readProblem: StoreErrorCode | undefined
  let refusal: SessionSnapshot['refusal']

  const channel = home.openLogChannel(id, (seq) => {
    if (seq > call.events.length - writer.unsaved().length) void reread()
  })
  const writer = createLogWriter({
    store,
    pack,
    saved,
    ...(retires ? { retires } : {}),
    onSaved(seq) {
      channel.announce(seq)
      publish()
    },
    onProblem: publish,
    onOverwritten() {
      lock?.release()
      void giveWay()
    },
  })
  if (writable) writer.write(call.events, summarise(pack, call.state, startedAt))
  let current = look()

  function look(): SessionSnapshot {
    const problem = home.problem ?? writer.problem() ?? readProblem
    return {
      call,
      saving: !store.lasting || problem ? 'memory' : writer.unsaved().length > 0 ? 'saving' : 'saved',
      writable,
      notices: noticesOf({
        problem,
        damaged: unreadable.length > 0,
        setAside: setAside.length > 0,
        exclusive: exclusive || !store.lasting,
      }),
      ...(refusal ? { refusal } : {}),
    }
  }

  function publish(): void {
    current = look()
    for (const listener of listeners) listener()
  }

  /** Takes over what another tab has written; one reading after the other. False when it could not be read. */
  function reread(): Promise<boolean> {
    reading = reading.then(readOnce)
    return reading
  }

  async function readOnce(): Promise<boolean> {
    try {
      if (!writable) await writer.settled()
      const { events } = checkLog(await store.read(id))
      readProblem = undefined
      adopt(events)
      return events.length > 0
    } catch (cause) {
      readProblem = asStoreError(cause).code
      publish()
      return false
    }
  }

  function adopt(onDisk: readonly CallEvent[]): void {
    const unsaved = writer.unsaved()
    // What this tab writes is ahead of the disk for a moment; should the two collide, the next batch will find out.
    if (closed || onDisk.length === 0 || (writable && (unsaved.length > 0 || onDisk.length <= call.events.length))) return
    const known = new Set(onDisk.map((event) => event.id))
    setAside = [...setAside, ...unsaved.filter((event) => !known.has(event.id))]
    writer.adopt(onDisk)
    if (onDisk.at(-1)?.id !== call.events.at(-1)?.id) call = restore(pack, onDisk)
    publish()
  }

  /** Another tab writes this call now: nothing more from here, and its log is the truth. */
  async function giveWay(): Promise<void> {
    lock = undefined
    writable = false
    writer.stop()
    publish()
    await reread()
  }

  /** @returns whether this tab may write now */
  async function acquire(how: AcquireMode): Promise<boolean> {
    inLine?.abort()
    inLine = new AbortController()
    let stolen = false
    const lost = () => {
      stolen = true
      void giveWay().then(() => acquire('when-free'))
    }
    const acquired = await home.acquireWriter(id, how, lost, inLine.signal)
    if (!acquired) return false
    exclusive = acquired.exclusive
    const upToDate = writable || (await reread())
    if (!upToDate || stolen || closed) {
      acquired.release()
      return false
    }
    lock = acquired
    writable = true
    publish()
    return true
  }

  if (writable) void acquire('if-free')

  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    snapshot: () => current,
    dispatch(command) {
      if (!writable || closed) return false
      const now = clock()
      const origin = ORIGINS[command.type] ?? 'agent'
      const advanced = advance(call, command, { now, newId: home.newId, origin })
      refusal = advanced.ok ? undefined : { ...advanced.refusal, at: now }
      if (advanced.ok) {
        call = advanced.call
        writer.write(call.events, summarise(pack, call.state, now))
      }
      publish()
      return advanced.ok
    },
    flushed: () => writer.settled(),
    async takeOver() {
      if (!writable) await acquire('steal')
    },
    exportLog: () => exportLog(id, startedAt, { events: call.events, unreadable, unsaved: setAside }),
    leave() {
      const unsaved = writer.unsaved()
      if (writable && unsaved.length > 0) home.leftovers.keep(unsaved, summarise(pack, call.state, clock()))
    },
    async claim() {
      if (await acquire('if-free')) return
      void acquire('when-free')
      // What was written between reading the log and listening to the channel was announced to nobody.
      await reread()
    },
    close() {
      closed = true
      inLine?.abort()
      listeners.clear()
      void writer.settled().then(() => {
        channel.close()
        lock?.release()
      })
    },
  }
}
