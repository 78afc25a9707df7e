import { afterEach, describe, expect, test, vi } from 'vitest'
import { DEFAULT_SETTINGS, openSettings } from '../../src/store/settings.ts'
import { fakeArea } from './fake-area.ts'

/** A storage area that already holds this text. */
function area(text?: string) {
  return text === undefined ? fakeArea() : fakeArea(['evenkeel.settings', text])
}

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'localStorage')
})

describe('settings', () => {
  test('begin with the defaults', () => {
    expect(openSettings(area()).current()).toEqual(DEFAULT_SETTINGS)
  })

  test('are found again', () => {
    const home = area()
    openSettings(home).change({ agent: ' 8613 ', theme: 'dark' })
    expect(openSettings(home).current()).toEqual({ ...DEFAULT_SETTINGS, agent: '8613', theme: 'dark' })
  })

  test('the agent’s number can be taken away again', () => {
    const settings = openSettings(area())
    settings.change({ agent: '8613' })
    settings.change({ agent: '' })
    expect(settings.current().agent).toBe('')
  })

  test('tell who listens, until they stop', () => {
    const settings = openSettings(area())
    const listener = vi.fn()
    const stop = settings.subscribe(listener)
    settings.change({ density: 'compact' })
    stop()
    settings.change({ density: 'comfortable' })
    expect(listener).toHaveBeenCalledOnce()
  })
})

describe('what cannot be right is left out', () => {
  test.each(['not json', 'null', '7', '"text"', '[]'])('%s on disk', (text) => {
    expect(openSettings(area(text)).current()).toEqual(DEFAULT_SETTINGS)
  })

  test('one bad value does not take the good ones with it', () => {
    const stored = JSON.stringify({ agent: '8613', language: 'klingon', theme: 4, density: 'compact' })
    expect(openSettings(area(stored)).current()).toEqual({ ...DEFAULT_SETTINGS, agent: '8613', density: 'compact' })
  })

  test.each(['a number far too long to say', '86\n13', '<b>'])('%j is no agent number', (agent) => {
    const settings = openSettings(area())
    settings.change({ agent })
    expect(settings.current().agent).toBe('')
  })
})

describe('where storage is denied', () => {
  test('settings hold for as long as the page', () => {
    const settings = openSettings({
      getItem: () => {
        throw new DOMException('', 'SecurityError')
      },
      setItem: () => {
        throw new DOMException('', 'QuotaExceededError')
      },
    })
    settings.change({ theme: 'dark' })
    expect(settings.current().theme).toBe('dark')
  })

  test('also when already looking at it throws', () => {
    Object.defineProperty(globalThis, 'localStorage', {
      configurable: true,
      get() {
        throw new DOMException('', 'SecurityError')
      },
    })
    const settings = openSettings()
    settings.change({ language: 'en' })
    expect(settings.current().language).toBe('en')
  })
})
