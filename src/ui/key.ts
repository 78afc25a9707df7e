/** A key by its place on the keyboard. */
export interface Key {
  /** `KeyboardEvent.code`. */
  readonly code: string
  readonly shift?: true
}

/**
 * What is printed on a key.
 *
 * @example
 * keyLabel({ code: 'Slash', shift: true }) // '?'
 */
export function keyLabel({ code, shift }: Key): string {
  return PRINTED[shift ? `Shift+${code}` : code] ?? code.replace(/^(Key|Digit)/, '').toLowerCase()
}

const PRINTED: Readonly<Record<string, string>> = {
  Slash: '/',
  'Shift+Slash': '?',
  Comma: ',',
  Period: '.',
  Semicolon: ';',
  BracketLeft: '[',
  BracketRight: ']',
  Escape: 'Esc',
  Enter: '↵',
  Backspace: '⌫',
  Space: '␣',
  ArrowRight: '→',
}
