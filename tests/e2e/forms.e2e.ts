import type { Locator, Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import type { Channel } from '../../src/core/vocabulary.ts'
import formsEn from '../../src/i18n/forms/en.json' with { type: 'json' }
import formsZh from '../../src/i18n/forms/zh-Hans.json' with { type: 'json' }
import { Agent, telecomPack } from './support/agent.ts'
import { expectAccessible } from './support/axe.ts'
import { press } from './support/keys.ts'
import { outcomePaths } from './support/outcome-paths.ts'
import { test } from './support/test.ts'

const pack = telecomPack()
const FORMS = Object.values(pack.forms ?? {})

/** Takes a call to its end, with a scenario in it. */
async function takesCall(page: Page, channel: Channel, scenario: string): Promise<void> {
  const agent = await Agent.starts(page, pack, channel)
  await agent.says()
  const [path] = outcomePaths(pack, scenario, channel)
  await agent.does({ type: 'StartScenario', scenario }, ...(path?.commands ?? []))
  await agent.closes()
  await list(page).waitFor()
}

function list(page: Page): Locator {
  return page.getByRole('region', { name: formsZh.forms.title })
}

/** The form that is open; what will be printed of it is out of sight. */
function openForm(page: Page): Locator {
  return page.locator('section[data-form] > section')
}

/** Ends a call once it is on show, for a reason where there must be one. */
async function endsCall(page: Page, ...reason: readonly string[]): Promise<void> {
  await page.locator('[aria-live] p[lang]').first().waitFor()
  await press(page, 'Digit0')
  const end = page.locator('button[aria-keyshortcuts="Enter"]')
  await end.waitFor()
  await press(page, ...reason)
  await expect.poll(() => end.getAttribute('aria-disabled')).toBe(null)
  await press(page, 'Enter')
}

/** Opens each form of the pack in turn. */
async function eachForm(page: Page, look: (form: string) => Promise<void>): Promise<void> {
  await press(page, 'KeyO')
  for (const [i] of FORMS.entries()) {
    await press(page, `Digit${i + 1}`)
    const name = (await openForm(page).getByRole('heading', { level: 2 }).textContent()) ?? ''
    await look(name)
    for (let left = 0; left < 2 && (await list(page).count()) === 0; left++) await press(page, 'Escape')
    if ((await list(page).getByRole('listitem').count()) < FORMS.length) await press(page, 'KeyO')
  }
}

test('[W6] a work order is complete with twelve keys at most, and is there again when the call is taken up once more', async ({ open }) => {
  const page = await open({ permissions: ['clipboard-read', 'clipboard-write'] })
  await takesCall(page, 'phone', 'hard-line')
  let keys = 0
  const presses = async (...codes: readonly string[]) => {
    for (const code of codes) await page.keyboard.press(code)
    keys += codes.length
  }
  await presses('Digit1')
  const status = openForm(page).getByRole('status').first()
  for (let missing = await status.textContent(); missing !== formsZh.forms.complete; missing = await status.textContent()) {
    // A choice by its key; the staff number, which a new browser does not know, as it is typed.
    const typed = await page.evaluate(() => document.activeElement instanceof HTMLInputElement)
    await presses(...(typed ? ['Digit1', 'Digit0', 'Digit2', 'Digit4', 'Enter'] : ['Digit1']))
    await expect.poll(() => status.textContent()).not.toBe(missing)
  }
  await presses('KeyC')
  await page.getByText(formsZh.forms.copied).waitFor()
  expect(keys).toBeLessThanOrEqual(12)
  const copied = (await page.evaluate(() => navigator.clipboard.readText())).split('\n')
  expect(copied[0]).toBe(`【${pack.forms?.['work-order']?.title.zh}】`)
  expect(copied).toContain('回复人员：1024')

  await press(page, 'Escape', 'KeyZ')
  await page.reload()
  await endsCall(page)
  await list(page).waitFor()
  await press(page, 'Digit1')
  expect(await openForm(page).getByRole('status').first().textContent()).toBe(formsZh.forms.complete)
  expect(await openForm(page).getByRole('textbox', { name: '回复人员' }).inputValue()).toBe('1024')
})

test('[W7] every form comes out on sheets of A4 with nothing cut off and nothing of the panel', async ({ open }) => {
  const page = await open({ colorScheme: 'dark' })
  await takesCall(page, 'hall', 'media-visit')
  const seen: string[] = []
  await eachForm(page, async (name) => {
    seen.push(name)
    await onPaper(page, async (sheets) => {
      const form = FORMS.find(({ title }) => title.zh === name)
      expect(sheets, name).toBeGreaterThanOrEqual(form?.copies.length ?? 1)
      expect(await faultsOnPaper(page), name).toEqual([])
    })
  })
  expect(seen.toSorted()).toEqual(FORMS.map(({ title }) => title.zh).toSorted())
})

test('[W7] a long story goes on over numbered sheets, copy by copy', async ({ open }) => {
  const page = await open()
  await takesCall(page, 'hall', 'hard-line')
  await list(page)
    .getByRole('button', { name: pack.forms?.reception?.title.zh ?? '' })
    .click()
  const talk = Array.from({ length: 40 }, (_, i) => `10:${10 + i} | 当面 | 核对第${i + 1}天的话单，逐条说给客户听，客户要求再核 | 还要再看`)
  await openForm(page).getByRole('textbox', { name: '每次联系，记到分钟' }).fill(talk.join('\n'))
  await onPaper(page, async (sheets) => {
    expect(sheets).toBeGreaterThanOrEqual(4)
    expect(await faultsOnPaper(page)).toEqual([])
    const feet = await page.locator('body > div > section > p:last-child').allTextContents()
    expect(feet).toEqual(Array.from({ length: sheets - 1 }, (_, i) => `第 ${i + 1} 页，共 ${sheets - 1} 页`))
    const heads = await page
      .locator('body > div > section')
      .evaluateAll((all) => all.map((sheet) => sheet.textContent?.includes('联系方式')))
    expect(heads.filter(Boolean).length).toBeGreaterThanOrEqual(2)
    for (const i of [1, 40]) expect(await page.getByText(`核对第${i}天的话单`).last().isVisible()).toBe(true)
  })
})

/** Prints the page, as many sheets as the page has laid out; then looks at it as it is printed. */
async function onPaper(page: Page, look: (sheets: number) => Promise<void>): Promise<void> {
  const sheets = await page.locator('body > div > section').count()
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(sheets)
  expect(new Set(pdf.match(/MediaBox \[0 0 59[45]\.\d+ 84[12]\.\d+\]/g)).size).toBe(1)
  await page.emulateMedia({ media: 'print' })
  await look(sheets)
  await page.emulateMedia({ media: null })
}

/** What would be wrong with the sheets: text that does not fit, lines below the edge, or something else beside them. */
function faultsOnPaper(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = []
    const root = document.querySelector('#root')
    if (root && getComputedStyle(root).display !== 'none') faults.push('the panel is on paper')
    for (const sheet of document.querySelectorAll('body > div > section')) {
      const edge = sheet.getBoundingClientRect()
      const number = sheet.querySelector(':scope > p:last-child')?.getBoundingClientRect().top ?? edge.bottom
      for (const element of sheet.querySelectorAll('div, p, h1, span')) {
        const { left, right, bottom } = element.getBoundingClientRect()
        if (left < edge.left || right > edge.right + 1) faults.push(`beside the sheet: ${element.textContent}`)
        if (element.tagName === 'DIV' && bottom > number) faults.push(`below the sheet: ${element.textContent}`)
        if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0) faults.push(`cut off: ${element.textContent}`)
      }
      const { color } = getComputedStyle(sheet)
      if (color !== 'rgb(0, 0, 0)') faults.push(`not black: ${color}`)
    }
    if (document.documentElement.scrollWidth > document.documentElement.clientWidth && innerWidth > 800) faults.push('wider than the page')
    return faults
  })
}

describe.for([
  { locale: 'zh-CN', forms: formsZh.forms },
  { locale: 'en-GB', forms: formsEn.forms },
] as const)('in $locale at 380 pixels', ({ locale, forms }) => {
  test('[W6] the list and a form can be used by everybody, in light and dark', async ({ open }) => {
    const page = await open({ locale, serviceWorkers: 'block' })
    await page.getByRole('navigation').waitFor()
    await press(page, 'KeyN')
    await endsCall(page, 'KeyQ')
    await page.getByRole('region', { name: forms.title }).waitFor()
    await looksWell(page, 'the list')
    await press(page, 'KeyO')
    await looksWell(page, 'the list of all')
    for (const [i] of FORMS.slice(0, 2).entries()) {
      await press(page, `Digit${i + 1}`)
      await looksWell(page, `form ${i + 1}`)
      await press(page, 'Escape')
      if ((await openForm(page).count()) > 0) await press(page, 'KeyE')
      if ((await openForm(page).count()) > 0) await looksWell(page, `formats of form ${i + 1}`)
      for (let left = 0; left < 3 && (await openForm(page).count()) > 0; left++) await press(page, 'Escape')
    }
  })
})

/** Everybody can use the page, and nothing sticks out of it. */
async function looksWell(page: Page, screen: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page, screen)
    const wide = await page.evaluate(
      () =>
        [...document.querySelectorAll('main, main *')].filter(
          (element) => element.clientWidth > 0 && element.getBoundingClientRect().right > document.documentElement.clientWidth + 1,
        ).length,
    )
    expect(wide, screen).toBe(0)
  }
}
