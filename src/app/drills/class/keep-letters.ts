import type { KeyboardEvent } from 'react'

/** In a list a letter looks for what begins with it, and is no shortcut of the page. */
export function keepLetters(event: KeyboardEvent): void {
  if (event.key !== 'Escape') event.stopPropagation()
}
