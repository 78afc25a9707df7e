import { keyLabel } from './key.ts'

/** The rows of the keyboard from top to bottom, by physical place (rows of choices follow them). */
export const DIGITS = ['Digit1', 'Digit2', 'Digit3', 'Digit4', 'Digit5', 'Digit6', 'Digit7', 'Digit8', 'Digit9'] as const
export const UPPER_ROW = ['KeyQ', 'KeyW', 'KeyE', 'KeyR', 'KeyT', 'KeyY', 'KeyU', 'KeyI', 'KeyO', 'KeyP'] as const
export const HOME_ROW = ['KeyA', 'KeyS', 'KeyD', 'KeyF', 'KeyG', 'KeyH', 'KeyJ', 'KeyK', 'KeyL'] as const
export const LOWER_ROW = ['KeyZ', 'KeyX', 'KeyC', 'KeyV', 'KeyB', 'KeyN', 'KeyM'] as const
export const LETTERS = [...UPPER_ROW, ...HOME_ROW, ...LOWER_ROW] as const

/** A key and what it does. */
export interface Shortcut {
  readonly code: string
  readonly run: () => void
}

/**
 * Gives each item the next key of a row; items beyond the row have none and are reached with the pointer or Tab.
 *
 * @param run what pressing an item's key does
 */
export function assign<T>(items: readonly T[], row: readonly string[], run: (item: T) => void): readonly Shortcut[] {
  return items.slice(0, row.length).map((item, i) => ({ code: row[i] ?? '', run: () => run(item) }))
}

/** What is printed on the key of the item at an index of a row. */
export function labelAt(row: readonly string[], index: number): string | undefined {
  const code = row[index]
  return code && keyLabel({ code })
}
