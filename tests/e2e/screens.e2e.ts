import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { expectAccessible } from './support/axe.ts'
import { press } from './support/keys.ts'
import { test } from './support/test.ts'

/** Every screen, by the keys that lead to it from the start page. */
const SCREENS: Readonly<Record<string, readonly string[]>> = {
  start: [],
  'start with settings': ['KeyL'],
  'a call': ['KeyN'],
  'a visit': ['KeyH'],
  'a line said': ['KeyN', 'Digit1'],
  'the scenarios': ['KeyN', 'KeyG'],
  'a scenario': ['KeyN', 'Digit1', 'KeyG', 'Digit1', 'KeyE'],
  'a heated scenario': ['KeyN', 'KeyG', 'Digit1', 'KeyE', 'BracketRight', 'BracketRight'],
  'the emergencies': ['KeyN', 'KeyX'],
  'an emergency': ['KeyN', 'KeyX', 'Digit1'],
  'the profile': ['KeyN', 'KeyC'],
  'a note': ['KeyN', 'KeyN'],
  'the search': ['KeyN', 'Slash'],
  'a source': ['KeyN', 'KeyV'],
  'the settings': ['KeyN', 'KeyL'],
  'the key map': ['KeyN', 'Shift+Slash'],
  'a muted call': ['KeyN', 'KeyM'],
  'the end': ['KeyN', 'Digit0'],
  'a call that ended': ['KeyN', 'Digit0', 'KeyQ', 'Enter'],
  'the demo': ['KeyD'],
}

const LOOKS = [
  { look: 'narrow, light, simplified', options: { colorScheme: 'light', locale: 'zh-CN' } },
  { look: 'narrow, dark, English', options: { colorScheme: 'dark', locale: 'en-GB' } },
  { look: 'wide, dark, traditional', options: { colorScheme: 'dark', locale: 'zh-TW', viewport: { width: 1280, height: 800 } } },
] as const

describe.for(LOOKS)('accessible: $look', ({ options }) => {
  test.for(Object.entries(SCREENS))('%s', async ([, keys], { open }) => {
    // What is kept for later is not what this is about, and takes longer than the screen.
    const page = await open({ ...options, serviceWorkers: 'block' })
    await ready(page)
    for (const key of keys) {
      await press(page, key)
      // A screen that loads late is there before the next key.
      await page.waitForTimeout(60)
    }
    await expectAccessible(page)
    expect(await sticksOut(page)).toEqual([])
  })
})

/** Waits for the start page. */
async function ready(page: Page): Promise<void> {
  await page.getByRole('navigation').waitFor()
}

/** What is wider than the window, or text that is cut off with no mark of it. */
function sticksOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement
    const wide = root.scrollWidth > root.clientWidth ? [`the page is ${root.scrollWidth} wide in a window of ${root.clientWidth}`] : []
    const cut = [...document.querySelectorAll('[aria-live] p[lang]')]
      .filter((line) => line.scrollHeight > line.clientHeight + 1 || line.scrollWidth > line.clientWidth + 1)
      .map((line) => `the line is cut off: ${line.textContent}`)
    return [...wide, ...cut]
  })
}
