import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import words from '../../src/i18n/zh-Hans.json' with { type: 'json' }
import { Agent, telecomPack } from './support/agent.ts'
import { press } from './support/keys.ts'
import { test } from './support/test.ts'

const pack = telecomPack()

describe('[R6] a second window on the same call', () => {
  test('reads along, takes over by one key, and the first then only reads', async ({ open }) => {
    const first = await open()
    const agent = await Agent.starts(first, pack, 'phone')
    await agent.says()
    await first.locator('[data-saving="saved"]').waitFor()

    const second = await first.context().newPage()
    await second.goto(first.url())
    const card = (page: typeof first) => page.locator('[aria-live] p[lang]').first().textContent()
    await expect.poll(() => card(second)).toBe(await agent.card())

    await press(second, 'Digit2')
    expect(await card(second)).toBe(await agent.card())

    await agent.does({ type: 'StartScenario', scenario: 'hard-line' })
    await expect.poll(() => card(second)).toBe(await agent.card())

    await press(second, 'KeyT')
    const before = await card(second)
    await expect
      .poll(async () => {
        await press(second, 'Digit2')
        return card(second)
      })
      .not.toBe(before)
    await press(first, 'Digit3')
    await expect.poll(() => card(first)).toBe(await card(second))
  })
})

describe('[R7] when nothing can be stored', () => {
  test('denied: the call goes on in memory, says so, and is exported whole', async ({ open }) => {
    const page = await open({ before: (context) => context.addInitScript(denyStorage) })
    const agent = await Agent.starts(page, pack, 'phone')
    await agent.says()
    await agent.does({ type: 'StartScenario', scenario: 'hard-line' })
    await page.getByText(words.header.memory).waitFor()
    await page.getByText(words.notice['storage-denied']).waitFor()
    expect(await exported(page)).toEqual(expect.arrayContaining(['CallStarted', 'LineSaid', 'ScenarioStarted']))
  })

  test('full: it says so and is exported whole; with room again everything is saved', async ({ open }) => {
    const page = await open()
    const session = await page.context().newCDPSession(page)
    const { origin } = new URL(page.url())
    // From the beginning: a browser asks only now and then how much room is left.
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 })
    const agent = await Agent.starts(page, pack, 'phone')
    await page.getByText(words.notice['storage-full']).waitFor()
    await agent.says()
    await agent.does({ type: 'StartScenario', scenario: 'hard-line' })
    expect(await exported(page)).toEqual(expect.arrayContaining(['CallStarted', 'LineSaid', 'ScenarioStarted']))

    await session.send('Storage.overrideQuotaForOrigin', { origin })
    await agent.does({ type: 'ShiftTemper', direction: 'up' })
    await page.locator('[data-saving="saved"]').waitFor()
    expect(await page.getByText(words.notice['storage-full']).count()).toBe(0)
    const card = await agent.card()
    await page.reload()
    await expect.poll(() => agent.card()).toBe(card)
  })
})

/** Types of the events in the file that the panel offers. */
async function exported(page: Page): Promise<readonly string[]> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: words.notice.export }).press('Enter')])
  const lines = readFileSync(await file.path(), 'utf8')
    .trimEnd()
    .split('\n')
  return lines.map((line) => JSON.parse(line).type)
}

test('[R8] an ended call does not come back, an unended one does', async ({ open }) => {
  const page = await open()
  const agent = await Agent.starts(page, pack, 'phone')
  await agent.ends('customer-left')
  await page.locator('[data-saving="saved"]').waitFor()
  await page.reload()
  await page.getByRole('navigation').waitFor()
})

/** As a strict browser does to a page in a foreign frame. */
function denyStorage(): void {
  Object.defineProperty(window, 'indexedDB', {
    get() {
      throw new DOMException('denied', 'SecurityError')
    },
  })
}
