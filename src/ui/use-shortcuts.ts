import { useEffectEvent, useLayoutEffect } from 'react'
import { isShortcut } from './keyboard.ts'

/**
 * Listens for shortcuts on the whole page, without holding the focus.
 *
 * @param handle answers whether the key was its own; the browser then does nothing else with it
 */
export function useShortcuts(handle: (event: KeyboardEvent) => boolean): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (!event.defaultPrevented && isShortcut(event) && handle(event)) event.preventDefault()
  })
  // Before the page is painted: no key that follows what is seen may be lost.
  useLayoutEffect(() => {
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}
