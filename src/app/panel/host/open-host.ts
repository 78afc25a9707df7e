import { follow, NO_CALL, nextWait, waited } from '../../../transcript/follow.ts'
import { tally } from '../../../transcript/tally.ts'
import type { CallNews } from '../../../transcript/turn.ts'
import { type Host, type HostState, QUIET, type Source } from './host.ts'

/**
 * Follows calls through all sources at once. News that come before anybody listens are kept for the first who does.
 *
 * @param clock milliseconds on any clock
 */
export function openHost(sources: readonly Source[], clock: () => number): Host {
  const listeners = new Set<(news: CallNews) => void>()
  const watchers = new Set<() => void>()
  let following = NO_CALL
  let state = QUIET
  let connected = 0
  let waiting: ReturnType<typeof setTimeout> | undefined
  let untold: readonly CallNews[] = []

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
    if (listeners.size === 0) untold = [...untold, news]
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
      const late = untold
      untold = []
      for (const news of late) listener(news)
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
