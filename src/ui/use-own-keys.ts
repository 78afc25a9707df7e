import { isEditable } from './keyboard.ts'
import type { Shortcut } from './shortcut-rows.ts'
import { useShortcuts } from './use-shortcuts.ts'

/** Keys of what is on show just now. Enter on a button belongs to that button. */
export function useOwnKeys(shortcuts: readonly Shortcut[]): void {
  useShortcuts(({ code, shiftKey, target }) => {
    const shortcut = shortcuts.find((each) => each.code === code)
    if (!shortcut || shiftKey || (code === 'Enter' && target instanceof HTMLButtonElement)) return false
    if (isEditable(target) && code !== 'Enter') return false
    shortcut.run()
    return true
  })
}
