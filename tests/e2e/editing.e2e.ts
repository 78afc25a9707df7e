import { expect } from 'vitest'
import words from '../../src/i18n/zh-Hans.json' with { type: 'json' }
import { startDevServer } from './support/dev-server.ts'
import { test as base } from './support/test.ts'

const test = base.extend<{ dev: Awaited<ReturnType<typeof startDevServer>> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from this pattern that no other fixture is needed
  dev: async ({}, use) => {
    const dev = await startDevServer()
    await use(dev)
    await dev.close()
  },
})

const SUMMARY = '客户不满'
const FILE = 'scenarios/mini/customer/upset.yaml'

test('an author who saves a file sees what changed, or what is wrong and where, without touching the browser', async ({ open, dev }) => {
  const page = await open({ path: `${dev.url}#/book/scenario/upset`, viewport: { width: 1280, height: 900 } })
  const heading = page.getByRole('heading', { level: 1 })
  const bar = page.getByRole('complementary', { name: words.editing.label })
  await heading.filter({ hasText: '不满' }).waitFor({ timeout: 90_000 })
  expect(await bar.count()).toBe(0)

  dev.edit(FILE, SUMMARY, '客户等了三天没人管')
  await page.getByText('客户等了三天没人管').first().waitFor()
  expect(await bar.getByRole('status').textContent()).toContain(FILE)

  // A mistake: the last good page stays, and the bar says what, where and what to do.
  dev.edit(FILE, 'group: customer', 'group: custom')
  await expect.poll(() => bar.getByRole('listitem').first().textContent()).toMatch(/scenarios\/mini\/customer\/upset\.yaml:\d+.*group.*→/)
  expect(await page.getByText('客户等了三天没人管').count()).toBeGreaterThan(0)

  // Mended, and walked through a moment later.
  dev.edit(FILE, 'group: custom', 'group: customer')
  await expect.poll(() => bar.getByRole('listitem').count()).toBe(0)
  await bar.getByText(words.editing.proved).waitFor({ timeout: 60_000 })

  // Whoever saves another scenario is shown that one.
  dev.edit('scenarios/mini/situation/press.yaml', '记者来了', '记者来了三位')
  await heading.filter({ hasText: '记者来访' }).waitFor()
})
