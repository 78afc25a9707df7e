import { describe, expect, test } from 'vitest'
import { KEY_MAP } from '../../src/app/panel/key-map.ts'
import { actionOf, KEYS, type KeyAction } from '../../src/app/panel/keys.ts'
import { keyLabel } from '../../src/ui/key.ts'

const ACTIONS = Object.keys(KEYS) as KeyAction[]

describe('[K1] the keys of the panel', () => {
  test('each do one thing', () => {
    const labels = ACTIONS.map((action) => keyLabel(KEYS[action]))
    expect(new Set(labels).size).toBe(labels.length)
  })

  test.each(ACTIONS)('%s is found by the place of its key', (action) => {
    const key = KEYS[action]
    expect(actionOf({ code: key.code, shiftKey: 'shift' in key })).toBe(action)
  })

  test('mean something else, or nothing, with Shift held', () => {
    expect(actionOf({ code: 'Slash', shiftKey: true })).toBe('keymap')
    expect(actionOf({ code: 'KeyQ', shiftKey: true })).toBeUndefined()
  })

  test('are shown as they are printed', () => {
    expect(['say-shown', 'step-1', 'search', 'keymap', 'cooler', 'stage-on'].map((action) => keyLabel(KEYS[action as KeyAction]))).toEqual([
      '1',
      'a',
      '/',
      '?',
      '[',
      '.',
    ])
  })

  test('all stand in the key map, each once', () => {
    const shown = KEY_MAP.flatMap(({ entries }) => entries.flatMap(({ actions }) => actions))
    expect([...shown].sort()).toEqual([...ACTIONS].sort())
  })
})
