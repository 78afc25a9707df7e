import type { Locator, Page } from 'playwright-core'
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

/** What shows that a screen which is fetched only when it is asked for is there. */
const FETCHED: Readonly<Record<string, (page: Page) => Locator>> = {
  'the search': (page) => page.getByRole('combobox'),
  'the demo': (page) => page.getByRole('region', { name: /^(演示|Demo)$/ }),
}

const NARROW = { width: 380, height: 800 }
const WIDE = { width: 1280, height: 800 }

/** Each language in its own context; every width and colour scheme among them. */
const LOOKS: readonly { readonly locale: string; readonly looks: readonly Look[] }[] = [
  {
    locale: 'zh-CN',
    looks: [
      { size: NARROW, colorScheme: 'light' },
      { size: WIDE, colorScheme: 'dark' },
    ],
  },
  { locale: 'en-GB', looks: [{ size: NARROW, colorScheme: 'dark' }] },
]

interface Look {
  readonly size: { readonly width: number; readonly height: number }
  readonly colorScheme: 'light' | 'dark'
}

describe.for(LOOKS)('accessible in $locale', ({ locale, looks }) => {
  // English is seen on every second screen: what it changes is the length of words.
  test.for(Object.entries(SCREENS).filter((_, i) => locale === 'zh-CN' || i % 2 === 1))('%s', async ([screen, keys], { open }) => {
    // What is kept for later is not what this is about, and takes longer than the screen.
    const page = await open({ locale, serviceWorkers: 'block' })
    await ready(page)
    for (const key of keys) {
      await press(page, key)
      // What a key sets going is there before the next one.
      await page.waitForTimeout(60)
    }
    await FETCHED[screen]?.(page).waitFor()
    for (const { size, colorScheme } of looks) {
      await page.setViewportSize(size)
      await page.emulateMedia({ colorScheme })
      await expectAccessible(page)
      expect(await sticksOut(page)).toEqual([])
    }
  })
})

test('in Traditional, the words and the lines are converted', async ({ open }) => {
  const page = await open({ locale: 'zh-TW' })
  await ready(page)
  await press(page, 'KeyN')
  await expect.poll(() => page.locator('[aria-live] p[lang]').first().textContent()).toContain('麼')
  await expectAccessible(page)
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
