import { useLayoutEffect, useRef } from 'react'
import { useShortcuts } from '../../../ui/use-shortcuts.ts'

/** Stands where a strip is still being fetched: keys that are pressed meanwhile are pressed again once it is there. */
export function KeptKeys() {
  const kept = useRef<KeyboardEventInit[]>([])
  useShortcuts(({ code, key, shiftKey }) => {
    kept.current.push({ code, key, shiftKey, bubbles: true, cancelable: true })
    return true
  })
  useLayoutEffect(() => {
    const { current } = kept
    return () => {
      // After the strip has begun to listen; each after the strip has taken in the one before.
      const pressNext = () => {
        const key = current.shift()
        if (!key) return
        ;(document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', key))
        setTimeout(pressNext)
      }
      setTimeout(pressNext)
    }
  }, [])
  return null
}
