import { isEditable } from '../../ui/keyboard.ts'
import type { Shortcut } from '../../ui/shortcut-rows.ts'
import { useShortcuts } from '../../ui/use-shortcuts.ts'

/** Keys of a list. What has the focus keeps its own: Enter on a button or a link, everything in a choice, typing in a field. */
export function useDeskKeys(shortcuts: readonly Shortcut[]): void {
  useShortcuts(({ code, shiftKey, target }) => {
    if (shiftKey || isEditable(target) || target instanceof HTMLSelectElement) return false
    if (code === 'Enter' && (target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement)) return false
    const shortcut = shortcuts.find((each) => each.code === code)
    shortcut?.run()
    return shortcut !== undefined
  })
}
