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

const SUMMARY = '人在境外或马上出境手机用不了'
const FILE = 'scenarios/telecom/service/roaming.yaml'

test('an author who saves a file sees what changed, or what is wrong and where, without touching the browser', async ({ open, dev }) => {
  const page = await open({ path: `${dev.url}#/book/scenario/roaming`, viewport: { width: 1280, height: 900 } })
  const heading = page.getByRole('heading', { level: 1 })
  const bar = page.getByRole('complementary', { name: words.editing.label })
  await heading.filter({ hasText: '国际漫游' }).waitFor({ timeout: 90_000 })
  expect(await bar.count()).toBe(0)

  dev.edit(FILE, SUMMARY, '到了国外手机打不通')
  await page.getByText('到了国外手机打不通').first().waitFor()
  expect(await bar.getByRole('status').textContent()).toContain(FILE)

  // A mistake: the last good page stays, and the bar says what, where and what to do.
  dev.edit(FILE, 'channels: [phone, hall]', 'channels: [phone, hal]')
  await expect.poll(() => bar.getByRole('listitem').first().textContent()).toMatch(/scenarios\/telecom\/service\/roaming\.yaml:\d+.*hal.*→/)
  expect(await page.getByText('到了国外手机打不通').count()).toBeGreaterThan(0)

  // Mended, and walked through a moment later.
  dev.edit(FILE, 'channels: [phone, hal]', 'channels: [phone, hall]')
  await expect.poll(() => bar.getByRole('listitem').count()).toBe(0)
  await bar.getByText(words.editing.proved).waitFor({ timeout: 60_000 })

  // Whoever saves another scenario is shown that one.
  dev.edit('scripts-zh/telecom/radiation.yaml', 'zh: ', 'zh: 新')
  await heading.filter({ hasText: '辐射' }).waitFor()
})
