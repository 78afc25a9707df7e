import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import cases from '../../src/i18n/cases/zh-Hans.json' with { type: 'json' }
import forms from '../../src/i18n/forms/zh-Hans.json' with { type: 'json' }
import words from '../../src/i18n/zh-Hans.json' with { type: 'json' }
import { Agent, telecomPack } from './support/agent.ts'
import { watchLayoutShifts } from './support/layout-shifts.ts'
import { test } from './support/test.ts'

const pack = telecomPack()
const NUMBER = '13800001234'
const DAY = 24 * 3_600_000
const MONDAY = Date.parse('2026-11-23T10:00:00+08:00')

/** Types the customer's number into the call's particulars, from the panel and back to it. */
async function identify(page: Page, number: string): Promise<void> {
  await page.keyboard.press('KeyC')
  await page.getByRole('textbox', { name: words.profile.surname }).waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.press('KeyM')
  await page.keyboard.type(number)
  await page.keyboard.press('Enter')
  await page.getByText(/代号 [0-9a-f]{6}…/).waitFor()
}

/** A call in which an answer within 48 hours is promised, and that ends with it open. */
async function promising(page: Page): Promise<string> {
  const agent = await Agent.starts(page, pack, 'phone')
  await identify(page, NUMBER)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Slash')
  await page.keyboard.type('今天没能给您一个结果')
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  const what = pack.promises['reply-48h']?.what.zh ?? ''
  await page.getByRole('region', { name: words.promises.label }).getByText(what).waitFor()
  await agent.ends('line-dropped')
  return what
}

describe('[M5] [I1] a customer calls back after two days', () => {
  test('and the call opens on the promise that was broken, tells the story, and lets it be marked as kept', async ({ open }) => {
    const page = await open()
    await page.clock.setSystemTime(MONDAY)
    const promised = await promising(page)

    await page.clock.setSystemTime(MONDAY + 2.5 * DAY)
    await page.reload()
    await page.getByRole('navigation').waitFor()
    const shifts = await watchLayoutShifts(page)
    await page.keyboard.press('KeyN')
    await identify(page, NUMBER)
    // Who it is, and what was promised when, stand where the number was typed.
    const earlier = page.getByRole('region', { name: words.profile.earlier })
    expect(await earlier.textContent()).toContain(promised)
    expect(await earlier.textContent()).toContain(words.promises.overdue)
    await page.keyboard.press('Escape')

    const card = page.locator('[aria-live] p[lang]').first()
    await expect.poll(() => card.textContent()).toContain(`上回答应您${promised}，没做到`)
    const ledger = page.getByRole('region', { name: words.promises.label })
    expect(await ledger.textContent()).toContain(words.promises.before)
    expect(await ledger.textContent()).toContain(words.promises.overdue)
    await page.keyboard.press('Digit1')
    await page.keyboard.press('KeyK')
    await expect.poll(() => ledger.textContent()).not.toContain(words.promises.overdue)
    expect(await shifts()).toEqual([])
  })

  test('and nothing that is stored tells the number', async ({ open }) => {
    const page = await open()
    await Agent.starts(page, pack, 'phone')
    await identify(page, NUMBER)
    await page.locator('[data-saving="saved"]').waitFor()
    const stored = await page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const opening = indexedDB.open('evenkeel')
          opening.onsuccess = () => {
            const tx = opening.result.transaction(['events', 'calls'])
            const all = ['events', 'calls'].map((name) => tx.objectStore(name).getAll())
            tx.oncomplete = () => resolve(JSON.stringify([all.map(({ result }) => result), { ...localStorage }]))
          }
        }),
    )
    expect(stored).toContain('CustomerIdentified')
    expect(stored).not.toContain(NUMBER)
    expect(stored).not.toContain(NUMBER.slice(-8))
  })
})

test('[W9] a call that is over is opened again from the day’s desk for its papers, also after a reload', async ({ open }) => {
  const page = await open()
  const agent = await Agent.starts(page, pack, 'phone')
  await agent.ends('line-dropped')
  await page.locator('[data-saving="saved"]').waitFor()
  await page.evaluate(() => {
    location.hash = '#/desk/calls'
  })
  await page.getByText(cases.cases.record.papers).or(page.locator('[aria-selected="true"], [aria-current="true"]')).first().waitFor()
  await page.keyboard.press('Enter')
  await page.getByText(cases.cases.record.papers).waitFor()
  await page.keyboard.press('KeyP')
  const papers = page.getByRole('region', { name: forms.forms.title })
  await papers.waitFor()
  await page.reload()
  await papers.waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('navigation').waitFor()
  expect(new URL(page.url()).hash).toBe('')
})

test('[A6] eleven calls on one matter within an hour are a batch, and the panel says so', { timeout: 180_000 }, async ({ open }) => {
  const page = await open()
  const standing = page.getByRole('region', { name: words.promises.label })
  for (let call = 1; call <= 11; call++) {
    const agent = await Agent.starts(page, pack, 'phone')
    await agent.does({ type: 'StartScenario', scenario: 'coverage' })
    if (call === 10) expect(await standing.textContent()).not.toContain('批量投诉')
    if (call === 11) break
    await agent.ends('line-dropped')
  }
  await expect.poll(() => standing.textContent()).toContain('批量投诉')
})
