import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { test as base, expect } from 'vitest'
import { type AppServer, serveApp } from './app-server.ts'
import { launchBrowser, launchProfile, type ProfileBrowser } from './browser.ts'
import { watch } from './watch.ts'

/** The panel as most agents have it: narrow, Chinese, in China. */
const AGENT = { viewport: { width: 380, height: 800 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' } satisfies BrowserContextOptions

export interface OpenOptions extends BrowserContextOptions {
  /** Path below the panel's address, or a whole address; left out: the panel's start page. */
  readonly path?: string
  /** Prepares the context before the panel is opened in it. */
  readonly before?: (context: BrowserContext) => Promise<unknown>
}

/** The panel in a browser that can be taken away. */
export interface ProfilePage {
  readonly page: Page
  kill: ProfileBrowser['kill']
}

interface Fixtures {
  /** The panel's server; one for each test file. */
  app: AppServer
  /** One for each test file. */
  browser: Browser
  /** Opens the panel with a storage of its own. */
  open: (options?: OpenOptions) => Promise<Page>
  /** Opens the panel on this test's profile: after a kill, another call finds what the first browser had stored. */
  openProfile: () => Promise<ProfilePage>
}

/**
 * A test that has the panel and a browser. It fails when anything happened in a page that must never happen; see `watch`.
 *
 * @example
 * test('a call starts with one key', async ({ open }) => {
 *   const page = await open({ colorScheme: 'dark' })
 *   await press(page, 'Enter')
 * })
 */
export const test = base.extend<Fixtures>({
  app: [
    // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from this pattern that no other fixture is needed
    async ({}, use) => {
      const app = await serveApp()
      await use(app)
      await app.close()
    },
    { scope: 'file' },
  ],
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: as above
    async ({}, use) => {
      const browser = await launchBrowser()
      await use(browser)
      await browser.close()
    },
    { scope: 'file' },
  ],
  open: async ({ app, browser }, use) => {
    const contexts: BrowserContext[] = []
    const problems: (readonly string[])[] = []
    await use(async ({ path = '', before, ...options } = {}) => {
      const context = await browser.newContext({ ...AGENT, ...options })
      contexts.push(context)
      problems.push(await watch(context))
      await before?.(context)
      const page = await context.newPage()
      // For what hangs, as the limits of tests: a development server has much to do first.
      await page.goto(new URL(path, app.url).href, { timeout: 90_000 })
      return page
    })
    for (const context of contexts) await context.close()
    expect(problems.flat()).toEqual([])
  },
  openProfile: async ({ app }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'evenkeel-profile-'))
    const browsers: ProfileBrowser[] = []
    const problems: (readonly string[])[] = []
    await use(async () => {
      const browser = await launchProfile(folder)
      browsers.push(browser)
      problems.push(await watch(browser.context))
      const page = await browser.context.newPage()
      await page.setViewportSize(AGENT.viewport)
      // A browser that was not started by Playwright takes its language from here only.
      const session = await browser.context.newCDPSession(page)
      await session.send('Network.setUserAgentOverride', {
        userAgent: await page.evaluate(() => navigator.userAgent),
        acceptLanguage: AGENT.locale,
      })
      await page.goto(app.url)
      return { page, kill: browser.kill }
    })
    for (const browser of browsers) await browser.kill()
    rmSync(folder, { recursive: true })
    expect(problems.flat()).toEqual([])
  },
})
