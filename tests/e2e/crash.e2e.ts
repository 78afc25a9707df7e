import type { BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Command } from '../../src/core/events.ts'
import { Agent, telecomPack } from './support/agent.ts'
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

/** Everything that the panel says, but for the clock, which goes on, and how far the disk has come. */
function screenOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const copy = document.querySelector('main')?.cloneNode(true) as HTMLElement
    for (const running of copy.querySelectorAll('[role=timer], time, [data-saving]')) running.remove()
    return copy.textContent.replace(/\d+:\d\d/g, '')
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

test('[R5] a reload while the disk is still busy costs nothing, at ten points of a call and before the first', async ({ open }) => {
  const page = await open({ before: slowDisk })
  const agent = await Agent.starts(page, pack, 'phone')
  for (const step of STEPS) {
    expect(await page.locator('[data-saving="saving"]').count()).toBe(1)
    const before = await screenOf(page)
    await page.reload()
    await expect.poll(() => screenOf(page)).toBe(before)
    await take(agent, step)
  }
})

/** Lets no event of this page come to rest on disk, except what the page before it had left over. */
async function slowDisk(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    if (location.protocol === 'about:') return
    const { add } = IDBObjectStore.prototype
    const left = new Set(Object.keys(localStorage).flatMap((key) => (localStorage.getItem(key) ?? '').match(/"id":"[^"]+"/g) ?? []))
    IDBObjectStore.prototype.add = function (this: IDBObjectStore, value, ...rest) {
      const keepBusy = () => {
        this.get(['', 0]).onsuccess = keepBusy
      }
      if (!left.has(`"id":"${value.id}"`)) keepBusy()
      return add.call(this, value, ...rest)
    }
  })
}

test('[R5] the browser is killed at ten points of a call, and nothing that was saved is lost', async ({ openProfile }) => {
  let { page, kill } = await openProfile()
  const agent = await Agent.starts(page, pack, 'phone')
  for (const step of STEPS) {
    await take(agent, step)
    await saved(page)
    const before = await screenOf(page)
    await kill()
    ;({ page, kill } = await openProfile())
    agent.page = page
    await expect.poll(() => screenOf(page), { timeout: 10_000 }).toBe(before)
  }
})

async function take(agent: Agent, step: Command | 'say'): Promise<void> {
  if (step === 'say') await agent.says()
  else await agent.does(step)
}
