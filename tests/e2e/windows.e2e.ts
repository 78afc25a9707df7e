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
  test('the call goes on in memory, says so, and offers an export', async ({ open }) => {
    const page = await open({ before: (context) => context.addInitScript(denyStorage) })
    const agent = await Agent.starts(page, pack, 'phone')
    await agent.says()
    await agent.does({ type: 'StartScenario', scenario: 'hard-line' })
    await page.getByText(words.header.memory).waitFor()
  })
})

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
