import type { ParseKeys } from 'i18next'
import { type KeyAction, MOVE_KEYS, STEP_KEYS } from './keys.ts'

/** Keys that do one thing between them, and the words for it. */
export interface KeyMapEntry {
  readonly actions: readonly KeyAction[]
  readonly words: ParseKeys
}

/** How the key map is laid out: what belongs together stands together. Every key has its place in it. */
export const KEY_MAP: readonly { readonly name: ParseKeys; readonly entries: readonly KeyMapEntry[] }[] = [
  {
    name: 'keys.say',
    entries: [
      { actions: ['say-shown'], words: 'keys.say-shown' },
      { actions: ['say-reword'], words: 'keys.say-reword' },
      { actions: ['say-shorten'], words: 'keys.say-shorten' },
      { actions: ['say-own'], words: 'keys.say-own' },
      { actions: ['search'], words: 'keys.search' },
      { actions: ['source'], words: 'keys.source' },
      { actions: ['concessions'], words: 'keys.concessions' },
    ],
  },
  {
    name: 'keys.do',
    entries: [
      { actions: STEP_KEYS, words: 'keys.steps' },
      { actions: MOVE_KEYS, words: 'keys.moves' },
      { actions: ['standing'], words: 'keys.standing' },
      { actions: ['keep'], words: 'keys.keep' },
    ],
  },
  {
    name: 'keys.hear',
    entries: [
      { actions: ['accept'], words: 'keys.accept' },
      { actions: ['later'], words: 'keys.later' },
      { actions: ['dismiss'], words: 'keys.dismiss' },
      { actions: ['hear'], words: 'keys.type' },
    ],
  },
  {
    name: 'keys.steer',
    entries: [
      { actions: ['scenarios'], words: 'keys.scenarios' },
      { actions: ['emergency'], words: 'keys.emergency' },
      { actions: ['cooler', 'hotter'], words: 'keys.temper' },
      { actions: ['stage-back', 'stage-on'], words: 'keys.stage' },
      { actions: ['undo'], words: 'keys.undo' },
      { actions: ['mute'], words: 'keys.mute' },
    ],
  },
  {
    name: 'keys.record',
    entries: [
      { actions: ['profile'], words: 'keys.profile' },
      { actions: ['note'], words: 'keys.note' },
      { actions: ['settings'], words: 'keys.settings' },
      { actions: ['keymap'], words: 'keys.keymap' },
      { actions: ['end'], words: 'keys.end' },
    ],
  },
]
