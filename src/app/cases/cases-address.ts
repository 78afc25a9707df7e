import { useEffect, useState } from 'react'

/** The lists of the day's desk, in the order of their keys. */
export const VIEWS = ['promises', 'calls', 'batches', 'checks'] as const
export type View = (typeof VIEWS)[number]

/** Where one is at the desk: at a list, or at one call. */
export type Place = { readonly at: View } | { readonly at: 'call'; readonly call: string }

export function viewAddress(view: View): string {
  return view === 'promises' ? '#/desk' : `#/desk/${view}`
}

export function callAddress(call: string): string {
  return `#/desk/call/${encodeURIComponent(call)}`
}

/** Where an address leads; the promises when it leads nowhere. */
function placeAt(hash: string): Place {
  const [, , view, call] = hash.replace(/\?.*/, '').split('/')
  if (view === 'call' && call) return { at: 'call', call: decoded(call) }
  return { at: VIEWS.find((each) => each === view) ?? 'promises' }
}

/** Where one is, now and whenever the address changes. */
export function usePlace(): Place {
  const [hash, setHash] = useState(() => location.hash)
  useEffect(() => {
    const changed = () => setHash(location.hash)
    addEventListener('hashchange', changed)
    return () => removeEventListener('hashchange', changed)
  }, [])
  return placeAt(hash)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
