import { startTransition, useEffect, useState } from 'react'

/** The desks of the app; each has addresses of its own behind the `#`. */
export type Desk = 'panel' | 'book' | 'cases' | 'drills'

/** Which desk an address belongs to. */
export function deskAt(hash: string): Desk {
  const [, name] = /^#\/?(book|desk|drills)(?=[/?]|$)/.exec(hash) ?? []
  if (name === 'desk') return 'cases'
  if (name === 'drills') return 'drills'
  return name === 'book' ? 'book' : 'panel'
}

/** The desk that is open, now and whenever the address changes. */
export function useDesk(): Desk {
  const [desk, setDesk] = useState(() => deskAt(location.hash))
  // As a transition: the desk that is left stays in sight until the other one is fetched.
  useEffect(() => subscribe(() => startTransition(() => setDesk(deskAt(location.hash)))), [])
  return desk
}

function subscribe(changed: () => void): () => void {
  addEventListener('hashchange', changed)
  addEventListener('popstate', changed)
  return () => {
    removeEventListener('hashchange', changed)
    removeEventListener('popstate', changed)
  }
}
