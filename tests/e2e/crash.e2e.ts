import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Command } from '../../src/core/events.ts'
import { Agent, telecomPack } from './support/agent.ts'
import { launchProfile } from './support/browser.ts'
import { test } from './support/test.ts'

const pack = telecomPack()

/** Ten steps of a real complaint, in the order in which they are pressed. */
const STEPS: readonly (Command | 'say')[] = [
  'say',
  { type: 'StartScenario', scenario: 'hard-line' },
  'say',
  { type: 'ShiftTemper', direction: 'up' },
  'say',
  { type: 'StartScenario', scenario: 'self-harm' },
  { type: 'DropScenario', scenario: 'self-harm' },
  { type: 'Mute' },
  { type: 'Unmute' },
  { type: 'Undo' },
]

/** Everything that the panel says, but for the clock, which goes on. */
function screenOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const copy = document.querySelector('main')?.cloneNode(true) as HTMLElement
    for (const running of copy.querySelectorAll('[role=timer], time')) running.remove()
    return copy.innerText.replace(/\d+:\d\d/g, '')
  })
}

async function saved(page: Page): Promise<void> {
  await page.locator('[data-saving="saved"]').waitFor()
}

test('[R5] a reload at ten points of a call shows the same screen', async ({ open }) => {
  const page = await open()
  const agent = await Agent.starts(page, pack, 'phone')
  for (const step of STEPS) {
    await take(agent, step)
    await saved(page)
    const before = await screenOf(page)
    await page.reload()
    await expect.poll(() => screenOf(page)).toBe(before)
    await page.locator('main [data-saving="saved"]').waitFor()
  }
})

test('[R5] the browser is killed at ten points of a call, and nothing that was saved is lost', async ({ app }) => {
  const folder = mkdtempSync(join(tmpdir(), 'evenkeel-profile-'))
  try {
    let browser = await launchProfile(folder)
    let page = await openPanel(browser.context, app.url)
    const agent = await Agent.starts(page, pack, 'phone')
    for (const step of STEPS) {
      await take(agent, step)
      await saved(page)
      const before = await screenOf(page)
      await browser.kill()
      browser = await launchProfile(folder)
      page = await openPanel(browser.context, app.url)
      agent.page = page
      await expect.poll(() => screenOf(page), { timeout: 10_000 }).toBe(before)
    }
    await browser.kill()
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
})

async function take(agent: Agent, step: Command | 'say'): Promise<void> {
  if (step === 'say') await agent.says()
  else await agent.does(step)
}

async function openPanel(context: { newPage: () => Promise<Page> }, url: string): Promise<Page> {
  const page = await context.newPage()
  await page.setViewportSize({ width: 380, height: 800 })
  await page.goto(url)
  return page
}
