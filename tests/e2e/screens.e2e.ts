import type { Locator, Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import en from '../../src/i18n/en.json' with { type: 'json' }
import zh from '../../src/i18n/zh-Hans.json' with { type: 'json' }
import { expectAccessible } from './support/axe.ts'
import { EVERYTHING } from './support/everything.ts'
import { press } from './support/keys.ts'
import { test } from './support/test.ts'

interface Screen {
  readonly name: string
  /** The keys that lead to it from the one before. */
  readonly keys: readonly string[]
  /** The keys that close it again, where it does not stay. */
  readonly back?: readonly string[]
}

/** Every screen, in walks that begin on the start page: a page is opened once for many of them. */
const WALKS: readonly { readonly walk: string; readonly screens: readonly Screen[] }[] = [
  {
    walk: 'before a call and in it',
    screens: [
      { name: 'start', keys: [] },
      { name: 'start with settings', keys: ['KeyL'], back: ['Escape'] },
      { name: 'a call', keys: ['KeyN'] },
      { name: 'the scenarios', keys: ['KeyG'], back: ['Escape'] },
      { name: 'the emergencies', keys: ['KeyX'], back: ['Escape'] },
      { name: 'the profile', keys: ['KeyC'], back: ['Escape'] },
      { name: 'a note', keys: ['KeyN'], back: ['Escape'] },
      { name: 'the search', keys: ['Slash'], back: ['Escape'] },
      { name: 'a source', keys: ['KeyV'], back: ['KeyV'] },
      { name: 'the settings', keys: ['KeyL'], back: ['Escape'] },
      { name: 'the key map', keys: ['Shift+Slash'], back: ['Escape'] },
      { name: 'a muted call', keys: ['KeyM'], back: ['KeyM'] },
      { name: 'a line said', keys: ['Digit1'] },
      { name: 'a scenario', keys: ['KeyG', 'Digit1', 'KeyE'] },
      { name: 'a heated scenario', keys: ['BracketRight', 'BracketRight'] },
    ],
  },
  {
    walk: 'an emergency and the end',
    screens: [
      { name: 'an emergency', keys: ['KeyN', 'KeyX', 'Digit1'] },
      { name: 'the end', keys: ['Digit0'] },
      { name: 'a call that ended', keys: ['KeyQ', 'Enter'] },
    ],
  },
  { walk: 'a visit', screens: [{ name: 'a visit', keys: ['KeyH'] }] },
  { walk: 'the demo', screens: [{ name: 'the demo', keys: ['KeyD'] }] },
]

/** What shows that a screen which is fetched only when it is asked for is there. */
const FETCHED: Readonly<Record<string, (page: Page) => Locator>> = {
  'the search': (page) => page.getByRole('combobox'),
  'the demo': (page) => page.getByRole('region', { name: /^(演示|Demo)$/ }),
}

const NARROW = { width: 380, height: 800 }
const WIDE = { width: 1280, height: 800 }

/** Each language in its own context; every width and colour scheme among them, which screens take in turn. */
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
  test.for(WALKS)('$walk', async ({ screens }, { open }) => {
    // What is kept for later is not what this is about, and takes longer than the screens.
    const page = await open({ locale, serviceWorkers: 'block' })
    await ready(page)
    for (const [i, { name, keys, back = [] }] of screens.entries()) {
      await pressSlowly(page, keys)
      await FETCHED[name]?.(page).waitFor()
      // English is seen on every third screen: what it changes is the length of words.
      if (EVERYTHING || locale === 'zh-CN' || i % 3 === 1) {
        await looksWell(page, EVERYTHING ? looks : looks.slice(i % looks.length).slice(0, 1), name)
      }
      await pressSlowly(page, back)
    }
  })
})

/** Presses keys so that what one sets going is there before the next. */
async function pressSlowly(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await press(page, key)
    await page.waitForTimeout(60)
  }
}

/** What can stand in the ear bar, by what is typed to be heard, and how it shows that it stands there. */
const HEARD: readonly { readonly state: string; readonly who: 'customer' | 'agent'; readonly text: string; readonly shows: string }[] = [
  { state: 'last words', who: 'customer', text: '你好，我想说个事情', shows: 'p[lang]' },
  { state: 'a question', who: 'customer', text: '让你们领导来跟我说，能不能换个能做主的人', shows: 'q' },
  { state: 'a danger', who: 'customer', text: '再不解决我就带人上你们营业厅，把你们的东西全砸了', shows: '[aria-live=assertive]' },
  { state: 'a slip', who: 'agent', text: '这是公司规定，没有办法', shows: '[role=status]' },
]

test.for(LOOKS)(
  'accessible in $locale: the strip for typed talk, and what stands in the ear bar after it',
  async ({ locale, looks }, { open }) => {
    const words = locale === 'zh-CN' ? zh : en
    const page = await open({ locale, serviceWorkers: 'block' })
    await ready(page)
    await press(page, 'KeyN')
    const bar = page.getByRole('region', { name: words.ear.label })
    const strip = page.getByRole('region', { name: words.strips.hear })
    for (const [i, { state, who, text, shows }] of HEARD.entries()) {
      const turn = EVERYTHING ? looks : looks.slice(i % looks.length).slice(0, 1)
      await press(page, 'KeyB')
      const field = strip.getByRole('textbox')
      await field.waitFor()
      await strip.getByRole('radio', { name: words.ear[who] }).check()
      await field.fill(text)
      await field.press('Enter')
      await strip.getByText(text).waitFor({ timeout: 30_000 })
      await bar.locator(shows).first().waitFor()
      if (who === 'agent') await looksWell(page, looks, 'the strip for talk')
      await press(page, 'Escape')
      await looksWell(page, turn, state)
      await press(page, 'KeyJ')
    }
  },
)

test('in Traditional, the words and the lines are converted', async ({ open }) => {
  const page = await open({ locale: 'zh-TW', serviceWorkers: 'block' })
  await ready(page)
  await press(page, 'KeyN')
  await expect.poll(() => page.locator('[aria-live] p[lang]').first().textContent()).toContain('麼')
  await expectAccessible(page)
})

describe.for(['zh-CN', 'en-GB'])('in the least height, in %s', (locale) => {
  const LEAST = { width: 380, height: 708 }

  test('every scenario of a group is in sight with its key', async ({ open }) => {
    const page = await open({ locale, viewport: LEAST, serviceWorkers: 'block' })
    await ready(page)
    await press(page, 'KeyN', 'KeyG')
    for (const group of ['Digit1', 'Digit2', 'Digit3', 'Digit4']) {
      await press(page, group)
      await page.waitForTimeout(60)
      const { shown, hidden } = await page.getByRole('region', { name: /^(情景|Scenario)$/ }).evaluate((strip) => {
        const { bottom } = strip.getBoundingClientRect()
        const entries = [...strip.querySelectorAll('li')]
        return { shown: entries.length, hidden: entries.filter((entry) => entry.getBoundingClientRect().bottom > bottom + 1).length }
      })
      expect(shown).toBeGreaterThan(5)
      expect(hidden).toBe(0)
    }
  })

  test('ten keys with the reasons why some are closed do not cover each other', async ({ open }) => {
    const page = await open({ locale, viewport: LEAST, serviceWorkers: 'block' })
    await ready(page)
    await press(page, 'KeyN', 'KeyG', 'Digit3', 'KeyQ')
    const keys = page.locator('ul[data-rows] button')
    await expect.poll(() => keys.count()).toBe(10)
    expect(await page.locator('ul[data-rows] button[aria-disabled]').count()).toBeGreaterThan(2)
    for (const height of [LEAST.height, 760, 800, 900]) {
      await page.setViewportSize({ ...LEAST, height })
      const tooHigh = await keys.evaluateAll((all) =>
        all
          .filter((key) => [...key.children].some((part) => part.getBoundingClientRect().height > key.getBoundingClientRect().height + 1))
          .map((key) => key.textContent),
      )
      expect(tooHigh, `in a window ${height} pixels high`).toEqual([])
    }
  })
})

/** Waits for the start page. */
async function ready(page: Page): Promise<void> {
  await page.getByRole('navigation').waitFor()
}

/** Everybody can use the page in each of the looks, and nothing is cut off. */
async function looksWell(page: Page, looks: readonly Look[], screen: string): Promise<void> {
  for (const { size, colorScheme } of looks) {
    await page.setViewportSize(size)
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page, screen)
    expect(await sticksOut(page), screen).toEqual([])
  }
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
