import type { Profile } from '../core/events.ts'
import { type Assembly, dueAt, hear, SILENCE, settle, type TurnNews } from './assembly.ts'
import type { CallEnded, CallStarted, Message, TranscriptSegment } from './contract.ts'
import type { CallNews } from './turn.ts'

/** What has come in about calls so far. Plain data; nothing here is ever changed. */
export interface Following {
  /** The call that is followed; the last one until another begins. */
  readonly call?: Followed
  /** Calls that are over, the last ones: nothing that is late opens one of them again. */
  readonly over: readonly string[]
}

interface Followed {
  readonly id: string
  readonly profile: Profile
  /** As the host has told it last. */
  readonly customer?: string
  readonly ended: boolean
  readonly talk: Assembly
}

export interface Followup {
  readonly following: Following
  readonly news: readonly CallNews[]
}

export const NO_CALL: Following = { over: [] }

/** How many calls that are over are remembered. */
const REMEMBERED = 50

/**
 * Follows one call at a time through whatever hosts send: each message leads to the next state and to what it tells, which may be
 * nothing. Hosts may repeat themselves, come too late, skip and speak of other calls.
 *
 * @param now milliseconds on any clock
 *
 * @example
 * let following = NO_CALL
 * const take = (message: Message) => {
 *   const { following: next, news } = follow(following, message, performance.now())
 *   following = next
 *   news.forEach(show)
 * }
 */
export function follow(following: Following, message: Message, now: number): Followup {
  switch (message.type) {
    case 'call.started':
      return start(following, message)
    case 'transcript.segment':
      return listen(following, message, now)
    case 'call.ended':
      return end(following, message)
  }
}

/** Tells what has waited long enough for something missing. Call it when {@link nextWait} has come. */
export function waited(following: Following, now: number): Followup {
  const { call } = following
  if (!call) return { following, news: [] }
  const { assembly, news } = settle(call.talk, now)
  return { following: { ...following, call: { ...call, talk: assembly } }, news: about(call.id, news) }
}

/** When there is something to tell even if nothing more comes; absent when nothing waits. */
export function nextWait({ call }: Following): number | undefined {
  return call && dueAt(call.talk)
}

function start(following: Following, message: CallStarted): Followup {
  const followup = begin(following, message)
  const { call, customer } = message
  const { call: open } = followup.following
  if (customer === undefined || open?.id !== call || open.ended || open.customer === customer) return followup
  return {
    following: { ...followup.following, call: { ...open, customer } },
    news: [...followup.news, { type: 'customer-known', call, customer }],
  }
}

function begin(following: Following, { call: id, channel, profile, agent }: CallStarted): Followup {
  const { call, over } = following
  if (call?.id === id) {
    if (sameProfile(call.profile, profile)) return { following, news: [] }
    return { following: { ...following, call: { ...call, profile } }, news: [{ type: 'profile-changed', call: id, profile }] }
  }
  if (over.includes(id)) return { following, news: [{ type: 'other-call', call: id }] }
  const before = close(following)
  const began: CallNews = { type: 'began', call: id, channel, profile, ...(agent === undefined ? {} : { agent }), announced: true }
  return { following: { ...before.following, call: { id, profile, ended: false, talk: SILENCE } }, news: [...before.news, began] }
}

function listen(following: Following, { call: id, segment }: TranscriptSegment, now: number): Followup {
  const { call, over } = following
  if (call?.id !== id) {
    if (over.includes(id) || (call && !call.ended)) return { following, news: [{ type: 'other-call', call: id }] }
    // The host has not said that a call began; the talk shows it.
    const began: CallNews = { type: 'began', call: id, channel: 'phone', profile: {}, announced: false }
    const open: Following = { ...following, call: { id, profile: {}, ended: false, talk: SILENCE } }
    const next = listen(open, { type: 'transcript.segment', call: id, segment }, now)
    return { following: next.following, news: [began, ...next.news] }
  }
  const { assembly, news } = hear(call.talk, segment, now)
  return { following: { ...following, call: { ...call, talk: assembly } }, news: about(id, news) }
}

function end(following: Following, { call: id }: CallEnded): Followup {
  if (following.call?.id === id) return close(following)
  const over = following.over.includes(id) ? following.over : remembered(following.over, id)
  return { following: { ...following, over }, news: [{ type: 'other-call', call: id }] }
}

/** Ends the call that is followed, if it has not ended, after telling all that still waited. */
function close(following: Following): Followup {
  const { call, over } = following
  if (!call || call.ended) return { following, news: [] }
  const { assembly, news } = settle(call.talk, Number.POSITIVE_INFINITY)
  return {
    following: { call: { ...call, ended: true, talk: assembly }, over: remembered(over, call.id) },
    news: [...about(call.id, news), { type: 'ended', call: call.id }],
  }
}

function remembered(over: readonly string[], id: string): readonly string[] {
  return [...over, id].slice(-REMEMBERED)
}

function about(call: string, news: readonly TurnNews[]): readonly CallNews[] {
  return news.map((each) => ({ ...each, call }))
}

function sameProfile(a: Profile, b: Profile): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]) as ReadonlySet<keyof Profile>
  return [...names].every((name) => a[name] === b[name])
}
