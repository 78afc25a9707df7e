import type { Message, MessageRefusal } from '../../../transcript/contract.ts'
import { follow, NO_CALL, nextWait, waited } from '../../../transcript/follow.ts'
import { NOTHING_REFUSED, type Tally, tally } from '../../../transcript/tally.ts'
import type { CallNews, Turn } from '../../../transcript/turn.ts'

/** What a source of messages tells; it begins when it is called, and its answer stops it. */
export type Source = (to: SourceListener) => () => void

export interface SourceListener {
  onMessage(message: Message): void
  onRefusal(refusal: MessageRefusal): void
  onConnected(connected: boolean): void
}

/** How the link to the telephone system stands. */
export interface HostState {
  /** Whether anything is there that could tell about calls. */
  readonly connected: boolean
  /** What is being said right now, as far as it is guessed. */
  readonly speaking?: Turn
  readonly refused: Tally
  /** Segments that never came. */
  readonly missing: number
}

/** All that is told about calls from outside this window. */
export interface Host {
  /** @returns how to unsubscribe */
  listen(listener: (news: CallNews) => void): () => void
  subscribe(listener: () => void): () => void
  /** The same object until something changes. */
  state(): HostState
  close(): void
}

/**
 * Follows calls through all sources at once.
 *
 * @param clock milliseconds on any clock
 */
export function openHost(sources: readonly Source[], clock: () => number): Host {
  const listeners = new Set<(news: CallNews) => void>()
  const watchers = new Set<() => void>()
  let following = NO_CALL
  let state: HostState = { connected: false, refused: NOTHING_REFUSED, missing: 0 }
  let connected = 0
  let waiting: ReturnType<typeof setTimeout> | undefined

  function change(next: HostState): void {
    state = next
    for (const watcher of watchers) watcher()
  }

  function take(step: typeof waited): void {
    const { following: next, news } = step(following, clock())
    following = next
    for (const each of news) tell(each)
    clearTimeout(waiting)
    const wait = nextWait(following)
    if (wait !== undefined) waiting = setTimeout(() => take(waited), Math.max(0, wait - clock()))
  }

  function tell(news: CallNews): void {
    if (news.type === 'speaking') change({ ...state, speaking: news.turn })
    else if (news.type === 'gap') change({ ...state, missing: state.missing + news.missing })
    else if (state.speaking) {
      const { speaking: _, ...silent } = state
      change(silent)
    }
    for (const listener of listeners) listener(news)
  }

  const stops = sources.map((source) =>
    source({
      onMessage: (message) => take((from, now) => follow(from, message, now)),
      onRefusal: (refusal) => change({ ...state, refused: tally(state.refused, refusal) }),
      onConnected(is) {
        connected += is ? 1 : -1
        change({ ...state, connected: connected > 0 })
      },
    }),
  )
  return {
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    subscribe(watcher) {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    state: () => state,
    close() {
      clearTimeout(waiting)
      for (const stop of stops) stop()
      listeners.clear()
      watchers.clear()
    },
  }
}

/** For a window that nobody tells anything. */
export const NO_HOST: Host = openHost([], () => 0)
