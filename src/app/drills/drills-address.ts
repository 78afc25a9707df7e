import { startTransition, useEffect, useState } from 'react'

/** The pages of the drill desk, in the order of their keys. */
export const VIEWS = ['choose', 'past', 'class'] as const
export type View = (typeof VIEWS)[number]

/** Where one is at the desk: at a page, in a drill, at its result, or at cards to print. */
export type Place =
  | { readonly at: View }
  | { readonly at: 'play'; readonly drill: string }
  | { readonly at: 'result'; readonly drill: string }
  | { readonly at: 'cards'; readonly persona: string }

export function viewAddress(view: View): string {
  return view === 'choose' ? '#/drills' : `#/drills/${view}`
}

export function playAddress(drill: string): string {
  return `#/drills/play/${encodeURIComponent(drill)}`
}

export function resultAddress(drill: string): string {
  return `#/drills/result/${encodeURIComponent(drill)}`
}

export function cardsAddress(persona: string): string {
  return `#/drills/cards/${encodeURIComponent(persona)}`
}

/** Where an address leads; to the choice when it leads nowhere. */
function placeAt(hash: string): Place {
  const [, , view, name] = hash.replace(/\?.*/, '').split('/')
  if ((view === 'play' || view === 'result') && name) return { at: view, drill: decoded(name) }
  if (view === 'cards' && name) return { at: view, persona: decoded(name) }
  return { at: VIEWS.find((each) => each === view) ?? 'choose' }
}

/** Where one is, now and whenever the address changes. */
export function usePlace(): Place {
  const [hash, setHash] = useState(() => location.hash)
  useEffect(() => {
    // As a transition: the page that is left stays in sight until the next one is there, and that one is not held back.
    const changed = () => startTransition(() => setHash(location.hash))
    addEventListener('hashchange', changed)
    return () => removeEventListener('hashchange', changed)
  }, [])
  return placeAt(hash)
}

export function goTo(address: string): void {
  location.hash = address
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
