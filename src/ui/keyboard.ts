/** What of a key press decides whether it is meant for us; a `KeyboardEvent` fits. */
export interface Press {
  readonly code: string
  readonly keyCode: number
  readonly isComposing: boolean
  readonly repeat: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly target: EventTarget | null
}

/** Keys that close or confirm, and so work in a field too. */
const IN_FIELDS: ReadonlySet<string> = new Set(['Escape', 'Enter'])

/**
 * Whether a key press is a shortcut rather than typing, composing or a shortcut of the browser.
 *
 * An input method that is switched on reports key code 229 even where nothing can be typed; there the physical key still
 * counts. In a field it means that a character is being composed, and then not even Enter is ours.
 */
export function isShortcut(press: Press): boolean {
  if (press.isComposing || press.repeat || press.ctrlKey || press.metaKey || press.altKey) return false
  if (!isEditable(press.target)) return true
  return press.keyCode !== COMPOSED && IN_FIELDS.has(press.code)
}

/** The key code of what an input method takes for itself. */
export const COMPOSED = 229

/** Whether typing into an element changes it. */
export function isEditable(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true
  return target instanceof HTMLInputElement && !NOT_TYPED.has(target.type)
}

const NOT_TYPED: ReadonlySet<string> = new Set(['button', 'checkbox', 'radio', 'reset', 'submit'])
