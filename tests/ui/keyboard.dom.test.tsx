import { describe, expect, test } from 'vitest'
import { isShortcut, type Press } from '../../src/ui/keyboard.ts'

function press(change: Partial<Press> = {}): Press {
  return {
    code: 'KeyQ',
    keyCode: 81,
    isComposing: false,
    repeat: false,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    target: document.body,
    ...change,
  }
}

const field = document.createElement('input')
const area = document.createElement('textarea')
const radio = Object.assign(document.createElement('input'), { type: 'radio' })

describe('[K1] a key is a shortcut', () => {
  test('by its place on the keyboard, also when an input method has taken its character', () => {
    expect(isShortcut(press())).toBe(true)
    expect(isShortcut(press({ keyCode: 229 }))).toBe(true)
  })

  test('not while a character is being composed', () => {
    expect(isShortcut(press({ isComposing: true }))).toBe(false)
    expect(isShortcut(press({ code: 'Enter', keyCode: 229, target: field }))).toBe(false)
  })

  test.each(['ctrlKey', 'metaKey', 'altKey', 'repeat'] as const)('not with %s', (held) => {
    expect(isShortcut(press({ [held]: true }))).toBe(false)
  })

  test.each([field, area])('not while typing, except to confirm or to leave', (target) => {
    expect(isShortcut(press({ target }))).toBe(false)
    expect(isShortcut(press({ code: 'Enter', keyCode: 13, target }))).toBe(true)
    expect(isShortcut(press({ code: 'Escape', keyCode: 27, target }))).toBe(true)
  })

  test('on a choice, where nothing can be typed', () => {
    expect(isShortcut(press({ target: radio }))).toBe(true)
  })
})
