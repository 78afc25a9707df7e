import { useEffectEvent, useLayoutEffect } from 'react'
import { COMPOSED, isEditable } from '../../../ui/keyboard.ts'

export interface FormKeys {
  /** Ctrl or ⌘ with Enter, wherever one types. */
  readonly onCopy: () => void
  readonly onEscape: () => void
  /** Enter while nothing has the focus that it would belong to; answers whether it did anything. */
  readonly onEnter: (target: EventTarget | null) => boolean
}

/**
 * The keys of a form that work in its fields too, and the one that leads into them. They come before all others: what is around the form has an Escape of its own,
 * and would leave altogether.
 */
export function useFormKeys({ onCopy, onEscape, onEnter }: FormKeys): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    // While a character is being composed, both belong to the input method.
    const composed = event.isComposing || (event.keyCode === COMPOSED && isEditable(event.target))
    if (composed || event.repeat || event.altKey) return
    const held = event.ctrlKey || event.metaKey
    if (event.code === 'Enter' && held) onCopy()
    else if (event.code === 'Escape' && !held) onEscape()
    else if (event.code !== 'Enter' || event.shiftKey || !onEnter(event.target)) return
    event.preventDefault()
  })
  useLayoutEffect(() => {
    document.addEventListener('keydown', onKeyDown, true)
    return () => document.removeEventListener('keydown', onKeyDown, true)
  }, [])
}
