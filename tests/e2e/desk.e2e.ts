import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { dayOf, startOf } from '../../src/core/calendar/days.ts'
import en from '../../src/i18n/cases/en.json' with { type: 'json' }
import zh from '../../src/i18n/cases/zh-Hans.json' with { type: 'json' }
import panel from '../../src/i18n/zh-Hans.json' with { type: 'json' }
import type { CallSummary } from '../../src/store/summary.ts'
import { telecomPack } from './support/agent.ts'
import { expectAccessible } from './support/axe.ts'
import { press } from './support/keys.ts'
import { putCalls, type StoredCalls, storedCall } from './support/stored-calls.ts'
import { type OpenOptions, test } from './support/test.ts'

const pack = telecomPack()
const words = zh.cases
const HOUR = 3_600_000
const NARROW = { width: 380, height: 800 }
const WIDE = { width: 1280, height: 900 }

/** A morning: three promises, eleven customers with one matter within the hour, a refund that nobody dated. */
function morning(now: number): StoredCalls {
  const end = { type: 'EndCall', outcome: 'follow-up', reason: 'customer-left' } as const
  const calls = [
    storedCall(pack, 'late', now - 30 * HOUR, '王', { type: 'MakePromise', promise: 'reply-24h' }, end),
    storedCall(pack, 'soon', now - 22 * HOUR, '李', { type: 'MakePromise', promise: 'reply-24h' }, end),
    storedCall(pack, 'open', now - 30_000, '张', { type: 'MakePromise', promise: 'reply-48h', words: '查清后给她回电' }, end),
  ]
  const crowd = Array.from({ length: 11 }, (_, i): CallSummary => {
    const startedAt = now - i * 10_000
    return {
      ...{ id: `crowd-${i}`, channel: 'phone', startedAt, lastAt: startedAt + 95_000, endedAt: startedAt + 95_000, status: 'ended' },
      ...{ ref: `ref-${i}`, address: '陈先生', matter: 'one-card-multi', agent: '8613', outcome: i % 3 === 0 ? 'settled' : 'follow-up' },
      ...(i % 4 === 0 ? { classes: ['sensitive', 'repeat'] } : {}),
      ...(i === 5 ? { refund: 128 } : {}),
    }
  })
  return { events: calls.flatMap(({ events }) => events), summaries: [...calls.flatMap(({ summaries }) => summaries), ...crowd] }
}

async function openDesk(open: (options?: OpenOptions) => Promise<Page>, options: OpenOptions = {}): Promise<Page> {
  const page = await open({ path: '#/desk', viewport: WIDE, serviceWorkers: 'block', ...options })
  await page.getByRole('heading', { level: 1 }).waitFor()
  // All of it falls on today, just after midnight too.
  await putCalls(page, morning(Math.max(Date.now(), startOf(dayOf(Date.now())) + 300_000)))
  await press(page, 'KeyR')
  await page.getByRole('listitem').nth(2).waitFor()
  return page
}

const rows = (page: Page, name: string) => page.getByRole('list', { name }).getByRole('listitem')

test('the start page leads to the desk by a key, and the desk back by another', async ({ open }) => {
  const page = await open()
  await page.getByRole('link', { name: panel.start.desk }).waitFor()
  await press(page, 'KeyT')
  await page.getByRole('heading', { level: 1, name: words.promises.title }).waitFor()
  expect(await page.getByText(words.promises.none).isVisible()).toBe(true)
  await press(page, 'KeyH')
  await page.getByRole('link', { name: panel.start.desk }).waitFor()
})

test('[J1] [J2] open promises stand overdue first, and one that is kept by key stays kept', async ({ open }) => {
  const page = await openDesk(open)
  const promises = rows(page, words.promises.title)
  await expect.poll(() => promises.count()).toBe(3)
  const [first, second, third] = await promises.allTextContents()
  expect(first).toMatch(/已逾期.*王女士/)
  expect(second).toMatch(/快到期.*李女士/)
  expect(third).toMatch(/来得及.*查清后给她回电.*张女士/)
  const left = promises.nth(1).getByText(/还剩/)
  await page.waitForTimeout(50)
  expect(await left.textContent()).toMatch(/还剩 \d+ (分钟|小时)/)

  await press(page, 'KeyK')
  await expect.poll(() => promises.count()).toBe(2)
  expect(await page.getByRole('status').first().textContent()).toContain('王女士')
  await page.reload()
  await expect.poll(() => promises.count()).toBe(2)
  await page.evaluate(() => {
    location.hash = '#/desk/call/late'
  })
  await page.getByText(words.promises.kept, { exact: true }).first().waitFor()
})

test('[J2] a promise of a call that is open in another window waits for that window', async ({ open }) => {
  const page = await openDesk(open)
  const other = await page.context().newPage()
  await other.goto(page.url())
  await other.evaluate(
    () =>
      new Promise<void>((held) => {
        void navigator.locks.request('evenkeel.call.late', () => {
          held()
          return new Promise(() => {})
        })
      }),
  )
  await press(page, 'KeyK')
  await page.getByText(words.keep.busy).waitFor()
  expect(await rows(page, words.promises.title).count()).toBe(3)
  await other.close()
  // The lock goes with its window, a little later; each press that comes through keeps one.
  const stillOpen = () => rows(page, words.promises.title).count()
  for (let i = 0; i < 20 && (await stillOpen()) === 3; i++) {
    await press(page, 'KeyK')
    await page.waitForTimeout(500)
  }
  expect(await stillOpen()).toBe(2)
})

test('[J3] eleven callers within an hour on one matter are a batch on the desk', async ({ open }) => {
  const page = await openDesk(open)
  await press(page, 'Digit3')
  const batch = rows(page, words.batches.title).first()
  await batch.waitFor()
  expect(await batch.textContent()).toContain(pack.scenarios['one-card-multi']?.title.zh)
  await page.getByText('11 通').click()
  await expect.poll(() => page.getByRole('link', { name: /陈先生/ }).count()).toBe(11)
})

test('[J6] the calls of the day are narrowed down by typing and saved as a spreadsheet', async ({ open }) => {
  const page = await openDesk(open)
  await press(page, 'Digit2')
  await expect.poll(() => rows(page, words.calls.title).count()).toBeGreaterThanOrEqual(11)
  await press(page, 'Slash')
  await page.keyboard.type('紧急')
  await expect.poll(() => rows(page, words.calls.title).count()).toBe(3)
  await press(page, 'Enter')
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'KeyE')])
  expect(download.suggestedFilename()).toMatch(/^evenkeel-calls-\d{4}-\d{2}-\d{2}\.csv$/)
  const text = readFileSync(await download.path(), 'utf8')
  expect(text.startsWith('\uFEFF时间,客户,级别,事由')).toBe(true)
  expect(text.split('\r\n')).toHaveLength(5)
})

test('[J5] a self-check is ticked and remarked, and is so again after a reload', async ({ open }) => {
  const page = await openDesk(open)
  await press(page, 'Digit4')
  await page.getByText('1 通记了退费却没告诉客户几时到账，共 128 元').waitFor()
  await press(page, 'KeyT', 'KeyN')
  await page.keyboard.type('差两元，已写原因')
  await press(page, 'Enter')
  await page.reload()
  await page.getByRole('checkbox', { checked: true }).waitFor()
  expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(1)
  expect(await page.getByRole('textbox').first().inputValue()).toBe('差两元，已写原因')
})

describe.for([
  { locale: 'zh-CN', size: NARROW, colorScheme: 'light' },
  { locale: 'zh-CN', size: WIDE, colorScheme: 'dark' },
  { locale: 'en-GB', size: NARROW, colorScheme: 'dark' },
  { locale: 'en-GB', size: WIDE, colorScheme: 'light' },
] as const)('in $locale, $size.width wide, $colorScheme', ({ locale, size, colorScheme }) => {
  test('every list can be used by everybody, and nothing stands out of the window', async ({ open }) => {
    const page = await openDesk(open, { locale, viewport: size, colorScheme })
    const named = locale === 'zh-CN' ? zh.cases : en.cases
    const heads = [named.promises.title, named.calls.title, named.batches.title, named.checks.title]
    for (const [i, head] of heads.entries()) {
      await press(page, `Digit${i + 1}`)
      await page.getByRole('heading', { level: 1, name: head }).waitFor()
      await page.getByRole('listitem').first().waitFor()
      await looksWell(page, head)
    }
    await press(page, 'Digit2')
    await page.getByRole('heading', { level: 1, name: named.calls.title }).waitFor()
    await press(page, 'ArrowLeft', 'ArrowLeft', 'ArrowLeft')
    await page.getByText(named.calls.none).waitFor()
    await page.evaluate(() => {
      location.hash = '#/desk/call/late'
    })
    await page.getByRole('heading', { level: 2, name: named.record.story }).waitFor()
    await looksWell(page, named.record.title)
  })
})

async function looksWell(page: Page, screen: string): Promise<void> {
  await expectAccessible(page, screen)
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(wider, `${screen} is too wide`).toBeLessThanOrEqual(0)
  if (process.env.PICTURES) {
    const { width } = page.viewportSize() ?? { width: 0 }
    await page.screenshot({ path: `${process.env.PICTURES}/${width}-${screen}.png`, fullPage: true })
  }
}
