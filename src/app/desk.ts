import { useSyncExternalStore } from 'react'

/** The desks of the app; each has addresses of its own behind the `#`. */
export type Desk = 'panel' | 'book'

/** Which desk an address belongs to. */
export function deskAt(hash: string): Desk {
  return /^#\/?book(\/|\?|$)/.test(hash) ? 'book' : 'panel'
}

/** The desk that is open, now and whenever the address changes. */
export function useDesk(): Desk {
  return useSyncExternalStore(subscribe, () => deskAt(location.hash))
}

function subscribe(changed: () => void): () => void {
  addEventListener('hashchange', changed)
  addEventListener('popstate', changed)
  return () => {
    removeEventListener('hashchange', changed)
    removeEventListener('popstate', changed)
  }
}
