import { useSyncExternalStore } from 'react'

/** From a key to its frame, in milliseconds: beyond this, whoever pressed it sees that they wait. */
const SLOW = 64
/** How long a page counts as slow after one key was, in milliseconds. */
const REMEMBERED = 60_000

const listeners = new Set<() => void>()
let slow = false
let forgetting: ReturnType<typeof setTimeout> | undefined
let observed = false

/** Whether a key of this page lately took long to show. Never so in browsers that do not tell. */
export function useSlowPage(): boolean {
  return useSyncExternalStore(subscribe, () => slow)
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed)
  if (!observed) observed = observe()
  return () => listeners.delete(changed)
}

/** Whether this browser tells. */
function observe(): boolean {
  if (!globalThis.PerformanceObserver?.supportedEntryTypes?.includes('event')) return false
  const keys = new PerformanceObserver((list) => {
    if (list.getEntries().some(({ name, duration }) => name === 'keydown' && duration >= SLOW)) remember()
  })
  keys.observe({ type: 'event', durationThreshold: SLOW } as PerformanceObserverInit)
  return true
}

function remember(): void {
  clearTimeout(forgetting)
  forgetting = setTimeout(set, REMEMBERED, false)
  set(true)
}

function set(now: boolean): void {
  if (slow === now) return
  slow = now
  for (const listener of listeners) listener()
}
