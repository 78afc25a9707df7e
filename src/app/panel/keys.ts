import type { Key } from '../../ui/key.ts'

/**
 * Every key of the panel, by its place on the keyboard: the code stays the same whatever layout or Chinese input method is
 * switched on. The handler, the labels on buttons and the key map all read this one table.
 */
export const KEYS = {
  'say-shown': { code: 'Digit1' },
  'say-reword': { code: 'Digit2' },
  'say-shorten': { code: 'Digit3' },
  'say-own': { code: 'Digit4' },
  'step-1': { code: 'KeyA' },
  'step-2': { code: 'KeyS' },
  'step-3': { code: 'KeyD' },
  'move-1': { code: 'KeyQ' },
  'move-2': { code: 'KeyW' },
  'move-3': { code: 'KeyE' },
  'move-4': { code: 'KeyR' },
  'move-5': { code: 'KeyT' },
  'move-6': { code: 'KeyY' },
  'move-7': { code: 'KeyU' },
  'move-8': { code: 'KeyI' },
  'move-9': { code: 'KeyO' },
  'move-10': { code: 'KeyP' },
  scenarios: { code: 'KeyG' },
  emergency: { code: 'KeyX' },
  search: { code: 'Slash' },
  cooler: { code: 'BracketLeft' },
  hotter: { code: 'BracketRight' },
  'stage-back': { code: 'Comma' },
  'stage-on': { code: 'Period' },
  accept: { code: 'KeyF' },
  later: { code: 'KeyH' },
  dismiss: { code: 'KeyJ' },
  hear: { code: 'KeyB' },
  profile: { code: 'KeyC' },
  note: { code: 'KeyN' },
  source: { code: 'KeyV' },
  concessions: { code: 'Semicolon' },
  standing: { code: 'Quote' },
  keep: { code: 'KeyK' },
  mute: { code: 'KeyM' },
  undo: { code: 'KeyZ' },
  settings: { code: 'KeyL' },
  keymap: { code: 'Slash', shift: true },
  end: { code: 'Digit0' },
} as const satisfies Record<string, Key>

export type KeyAction = keyof typeof KEYS

export const STEP_KEYS = ['step-1', 'step-2', 'step-3'] as const
export const MOVE_KEYS = ['move-1', 'move-2', 'move-3', 'move-4', 'move-5', 'move-6', 'move-7', 'move-8', 'move-9', 'move-10'] as const

/** The action of a key press, if the panel has one for it. */
export function actionOf({ code, shiftKey }: Pick<KeyboardEvent, 'code' | 'shiftKey'>): KeyAction | undefined {
  return ACTIONS.get(shiftKey ? `Shift+${code}` : code)
}

const ACTIONS: ReadonlyMap<string, KeyAction> = new Map(
  (Object.entries(KEYS) as [KeyAction, Key][]).map(([action, { code, shift }]) => [shift ? `Shift+${code}` : code, action]),
)
