import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import bookWords from '../../src/i18n/book/zh-Hans.json' with { type: 'json' }
import panelWords from '../../src/i18n/zh-Hans.json' with { type: 'json' }
import { telecomPack } from './support/agent.ts'
import { expectAccessible } from './support/axe.ts'
import { loadedForGood } from './support/loaded.ts'
import { test } from './support/test.ts'

const words = { ...panelWords, ...bookWords }
const pack = telecomPack()
const WIDE = { width: 1280, height: 900 }

/** Goes to a page of the book within the book, as a link does. */
async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, `#/book${address}`)
}

describe('the drawing of a machine at 1280 pixels', () => {
  test('holds everything that it is to show, box by box, in every scenario', async ({ open }) => {
    const page = await open({ path: '#/book', viewport: WIDE, serviceWorkers: 'block' })
    for (const id of Object.keys(pack.scenarios)) {
      await goTo(page, `/scenario/${id}`)
      await page.getByRole('heading', { level: 1, name: pack.scenarios[id]?.title.zh ?? '' }).waitFor()
      const steps = Object.values(pack.machines[id]?.states ?? {}).filter((state) => !state.final)
      await expect.poll(() => page.locator('.react-flow__node').count()).toBe(steps.length)
      expect(await faultsInDrawing(page), id).toEqual([])
    }
  })

  test('all lines can be drawn, and a box leads to its step', async ({ open }) => {
    const page = await open({ path: '#/book/scenario/hard-line', viewport: WIDE, serviceWorkers: 'block' })
    const lines = page.locator('.react-flow__edge')
    await lines.nth(8).waitFor({ state: 'attached' })
    const main = await lines.count()
    await page.getByRole('checkbox').check()
    await expect.poll(() => lines.count()).toBeGreaterThan(main * 2)
    await page.getByRole('checkbox').uncheck()
    await page.locator('.react-flow__node').nth(3).click()
    const [, , , step] = Object.keys(pack.machines['hard-line']?.states ?? {})
    await expect.poll(() => page.evaluate(() => location.hash)).toBe(`#/book/scenario/hard-line#${step}`)
    await expect
      .poll(() => page.locator(`#step-${step}`).evaluate((element) => Math.abs(element.getBoundingClientRect().top) < 200))
      .toBe(true)
  })
})

/** What could not be read: boxes that cover each other, and texts that do not fit. */
function faultsInDrawing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const boxes = [...document.querySelectorAll('.react-flow__node')].map((node) => ({
      text: node.textContent ?? '',
      rect: node.getBoundingClientRect(),
      node,
    }))
    const faults: string[] = []
    for (const [i, a] of boxes.entries()) {
      for (const b of boxes.slice(i + 1)) {
        const apart =
          a.rect.right <= b.rect.left || b.rect.right <= a.rect.left || a.rect.bottom <= b.rect.top || b.rect.bottom <= a.rect.top
        if (!apart) faults.push(`${a.text} covers ${b.text}`)
      }
      for (const element of a.node.querySelectorAll('div, li, span')) {
        if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0) faults.push(`cut off: ${element.textContent}`)
        if (element.scrollHeight > element.clientHeight + 4 && element.tagName === 'DIV') faults.push(`too tall: ${a.text}`)
      }
    }
    return faults
  })
}

describe('all lines', () => {
  test('are narrowed down while one types, by place and by status, and the address keeps it', async ({ open }) => {
    const page = await open({ path: '#/book', viewport: WIDE, serviceWorkers: 'block' })
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('jingli')
    await page.keyboard.press('Enter')
    const count = page.getByRole('status')
    const found = async () => Number((await count.textContent())?.split('/')[0])
    await expect.poll(found).toBeGreaterThan(10)
    const all = await found()
    await page.getByLabel(words.book.stage).selectOption('negotiate')
    await expect.poll(found).toBeLessThan(all)
    await page.getByLabel(words.book.status).selectOption('expired')
    await expect.poll(found).toBe(0)
    await page.reload()
    await expect.poll(found).toBe(0)
    expect(await page.getByRole('searchbox').inputValue()).toBe('jingli')
    await page.getByLabel(words.book.status).selectOption('')
    await page.getByLabel(words.book.stage).selectOption('')
    await expect.poll(found).toBe(all)
    await expect.poll(() => page.locator('article').count()).toBeLessThan(30)
  })

  test('each leads to the passage that it rests on, and from there to all that rests on it', async ({ open }) => {
    const page = await open({ path: '#/book/lines?text=card-used-code.whose', viewport: WIDE, serviceWorkers: 'block' })
    await page
      .getByRole('article')
      .first()
      .getByRole('link', { name: /tel\.phrase\.customer-view/ })
      .click()
    await page.getByRole('heading', { level: 1, name: '从客户利益讲规定' }).waitFor()
    await page
      .getByRole('link', { name: pack.scenarios['card-used-code']?.title.zh ?? '' })
      .first()
      .click()
    await page.getByRole('heading', { level: 1, name: pack.scenarios['card-used-code']?.title.zh ?? '' }).waitFor()
  })
})

test('what changed between two editions is told scenario by scenario', async ({ open }) => {
  const page = await open({ path: '#/book/changes', viewport: WIDE, serviceWorkers: 'block' })
  await page.getByRole('heading', { level: 2, name: new RegExp(words.book.whole.added) }).waitFor()
  expect(await page.getByRole('link', { name: pack.scenarios.bereaved?.title.zh ?? '', exact: true }).count()).toBe(1)
  await page.getByLabel(words.book.to).selectOption('2026.11')
  await expect.poll(() => page.getByRole('status').textContent()).toBe(words.book.noChanges)
})

test('the handbook: every chapter stands where the contents say, nothing is cut off, and paper has as many pages', async ({ open }) => {
  const chosen = ['phone', 'hard-line', 'denies-sp', 'self-harm', '*swaps', '*craft']
  const page = await open({ path: `#/book/print?only=${chosen.join(',')}`, viewport: WIDE, serviceWorkers: 'block' })
  await page.locator('#page-1').waitFor({ state: 'attached' })
  const { faults, entries } = await page.evaluate(() => {
    const sheets = [...document.querySelectorAll('section')].filter(
      (section) => section.querySelector('footer') || section.querySelector('h1'),
    )
    const faults = [...document.querySelectorAll('section[id^=page-]')].flatMap((section) => {
      const foot = section.querySelector('footer')?.getBoundingClientRect().top ?? 0
      const last = [...section.querySelectorAll(':scope > div > *')].at(-1)?.getBoundingClientRect().bottom ?? 0
      return last > foot ? [`${section.id} runs into its foot`] : []
    })
    const entries = [...document.querySelectorAll('ol a[href^="#page-"]')].map((link) => {
      const [title, , number] = [...link.children].map((child) => child.textContent ?? '')
      const sheet = sheets[Number(number) - 1]
      return {
        title,
        there: sheet?.textContent?.includes(title ?? '?') === true,
        foot: sheet?.querySelector('footer')?.lastElementChild?.textContent === number,
      }
    })
    return { faults, entries }
  })
  expect(faults).toEqual([])
  expect(entries).toHaveLength(chosen.length)
  for (const entry of entries) expect(entry).toMatchObject({ there: true, foot: true })

  const sheets = await page.evaluate(() => document.querySelectorAll('section[id^=page-]').length)
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  // The cover and one page of contents come before.
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(sheets + 2)
})

test('the book opens from the start page by a key, without a network, and leads back', async ({ open }) => {
  const page = await open({ viewport: WIDE })
  await loadedForGood(page)
  await page.context().setOffline(true)
  await page.getByRole('navigation').waitFor()
  await page.keyboard.press('b')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page
    .getByRole('link', { name: pack.scenarios.roaming?.title.zh ?? '' })
    .first()
    .click()
  await expect.poll(() => page.locator('.react-flow__node').count()).toBeGreaterThan(5)
  await page.keyboard.press(']')
  await expect.poll(() => page.evaluate(() => location.hash)).not.toContain('roaming')
  await page.getByRole('link', { name: words.product.name, exact: true }).click()
  await page.getByRole('link', { name: words.start.book }).waitFor()
})

test('[A1] a case that is filled into a table of rules shows the row that answers it', async ({ open }) => {
  const page = await open({ path: '#/book/rules', viewport: WIDE, serviceWorkers: 'block' })
  const table = page.getByRole('region', { name: '单笔退费谁能定' })
  await table.getByRole('textbox').fill('100')
  await expect.poll(() => table.getByRole('status').textContent()).toContain('一线')
  await table.getByRole('textbox').fill('１００.０１')
  await expect.poll(() => table.locator('tr[aria-current]').textContent()).toMatch(/> 100.*店面经理/)
  await table.getByRole('textbox').fill('一百')
  await expect.poll(() => table.locator('tr[aria-current]').count()).toBe(0)
  await page.getByRole('link', { name: '多久之内处理完并回复' }).click()
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('rule-reply-time')
})

const PAGES = [
  '/scenario/card-used-code',
  '',
  '/lines',
  '/swaps',
  '/craft',
  '/rules',
  '/coverage',
  '/source/tel.card.used-code',
  '/changes',
  '/print?only=roaming',
]
const LOOKS = [
  { locale: 'zh-CN', size: { width: 380, height: 800 }, colorScheme: 'light' },
  { locale: 'zh-CN', size: WIDE, colorScheme: 'dark' },
  { locale: 'en-GB', size: { width: 380, height: 800 }, colorScheme: 'dark' },
  { locale: 'en-GB', size: WIDE, colorScheme: 'light' },
] as const

/** A scenario in two looks, the other pages by turns: axe takes its time on pages as long as these. */
const SEEN = PAGES.flatMap((address, turn) =>
  LOOKS.filter((_, i) => (turn === 0 ? i % 2 === 0 : i === turn % LOOKS.length)).map((look) => ({
    address,
    ...look,
    width: look.size.width,
  })),
)

test.for(SEEN)(
  'accessible: “$address” in $locale, $colorScheme, $width pixels wide',
  async ({ address, locale, size, colorScheme }, { open }) => {
    const page = await open({ path: `#/book${address}`, locale, viewport: size, colorScheme, serviceWorkers: 'block' })
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await page.waitForTimeout(400)
    await expectAccessible(page)
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(sideways).toBeLessThanOrEqual(0)
  },
)
