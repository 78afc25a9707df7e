import { describe, expect } from 'vitest'
import words from '../../src/i18n/zh-Hans.json' with { type: 'json' }
import { Agent, telecomPack } from './support/agent.ts'
import { watchLayoutShifts } from './support/layout-shifts.ts'
import { outcomePaths } from './support/outcome-paths.ts'
import { test } from './support/test.ts'

const pack = telecomPack()
const SCENARIOS = Object.keys(pack.scenarios)

describe('[K1] [K2] by keyboard alone, with no network, and nothing moves', () => {
  for (const scenario of SCENARIOS) {
    for (const path of outcomePaths(pack, scenario, scenario === 'media-visit' ? 'hall' : 'phone')) {
      test(`${scenario} to ${path.state} (${path.outcome})`, async ({ open }) => {
        const page = await open()
        await page.context().setOffline(true)
        const agent = await Agent.starts(page, pack, scenario === 'media-visit' ? 'hall' : 'phone')
        const shifts = await watchLayoutShifts(page)
        await agent.says()
        await agent.does({ type: 'StartScenario', scenario }, ...path.commands)
        const { outcome } = agent.view.ending
        await agent.closes()
        const shown = await page.locator('dd').first().textContent()
        expect(shown).toBe(words.outcome[outcome])
        expect(await shifts()).toEqual([])
      })
    }
  }
})

test('[D3] the press arrives in the middle of a fee talk, and the call comes back to the exact step', async ({ open }) => {
  const page = await open()
  const agent = await Agent.starts(page, pack, 'hall')
  await agent.does({ type: 'StartScenario', scenario: 'hard-line' })
  await agent.says()
  const before = { card: await agent.card(), front: agent.view.front }
  await page.keyboard.press('KeyX')
  const dangers = ['life', 'violence', 'police', 'media', 'crowd']
  const order = Object.values(pack.scenarios)
    .filter(({ interrupts }) => interrupts)
    .sort((a, b) => dangers.indexOf(a.interrupts ?? '') - dangers.indexOf(b.interrupts ?? ''))
  await page.keyboard.press('Escape')
  await agent.does({ type: 'StartScenario', scenario: 'media-visit' })
  expect(order.map(({ id }) => id)).toContain('media-visit')
  const back = outcomePaths(pack, 'media-visit', 'hall')[0]
  await agent.does(...(back?.commands ?? []))
  expect(await agent.card()).toBe(before.card)
  expect(agent.view.front).toEqual(before.front)
})
