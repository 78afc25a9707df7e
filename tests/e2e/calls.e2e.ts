import { describe, expect } from 'vitest'
import { outcomeFor } from '../../src/core/ending.ts'
import { CHANNELS, SCENARIO_GROUPS } from '../../src/core/vocabulary.ts'
import words from '../../src/i18n/zh-Hans.json' with { type: 'json' }
import { Agent, telecomPack } from './support/agent.ts'
import { EVERYTHING } from './support/everything.ts'
import { watchLayoutShifts } from './support/layout-shifts.ts'
import { loadedForGood } from './support/loaded.ts'
import { outcomePaths } from './support/outcome-paths.ts'
import { slowCpu } from './support/slow-cpu.ts'
import { test } from './support/test.ts'

const pack = telecomPack()

/** Without it, every second of each group: the machines of all of them are proved elsewhere, and this is about the keys. */
const SCENARIOS = SCENARIO_GROUPS.flatMap((group) =>
  Object.values(pack.scenarios)
    .filter((scenario) => scenario.group === group)
    .filter((_, index) => EVERYTHING || index % 2 === 0)
    .map(({ id }) => id),
)

/** Each of them is taken to one of its ends, and by turns to the first, the second …, so that all kinds of end are come to. */
function endsToTry<T>(paths: readonly T[], turn: number): readonly T[] {
  return EVERYTHING ? paths : paths.slice(turn % paths.length).slice(0, 1)
}

/** Scenarios that share a page, one call after the other, as they do on a working day. */
const SHIFT = 7
const SHIFTS = Array.from({ length: Math.ceil(SCENARIOS.length / SHIFT) }, (_, i) => SCENARIOS.slice(i * SHIFT, (i + 1) * SHIFT))

describe('[K1] [K2] by keyboard alone, with no network, and nothing moves, from the greeting to the end', () => {
  test.for(SHIFTS)('%j', { timeout: EVERYTHING ? 600_000 : 120_000 }, async (scenarios, { open }) => {
    const page = await open()
    await loadedForGood(page)
    await page.context().setOffline(true)
    const shifts = await watchLayoutShifts(page)
    for (const scenario of scenarios) {
      const turn = SCENARIOS.indexOf(scenario)
      for (const channel of EVERYTHING ? CHANNELS : CHANNELS.filter((_, i) => i === turn % 2)) {
        for (const path of endsToTry(outcomePaths(pack, scenario, channel), turn)) {
          const agent = await Agent.starts(page, pack, channel)
          await agent.says()
          await agent.does({ type: 'StartScenario', scenario }, ...path.commands)
          expect(agent.settled).toContainEqual(expect.objectContaining({ scenario, outcome: path.outcome }))
          const outcome = outcomeFor(agent.view.ending, agent.view.ending.reason)
          await agent.closes()
          expect(await page.locator('dd').first().textContent(), `${scenario}, ${channel}`).toBe(words.outcome[outcome])
        }
      }
    }
    expect(await shifts()).toEqual([])
  })
})

test('[K2] [K5] on a machine that is four times slower everything still comes, and nothing moves', async ({ open }) => {
  const page = await open()
  await slowCpu(page, 4)
  const shifts = await watchLayoutShifts(page)
  const [path] = outcomePaths(pack, 'hard-line', 'phone')
  const agent = await Agent.starts(page, pack, 'phone')
  await agent.does({ type: 'StartScenario', scenario: 'hard-line' }, ...(path?.commands ?? []))
  await agent.closes()
  expect(await shifts()).toEqual([])
})

test('[D3] the press arrives in the middle of a fee talk, and the call comes back to the exact step', async ({ open }) => {
  const page = await open()
  const agent = await Agent.starts(page, pack, 'hall')
  await agent.does({ type: 'StartScenario', scenario: 'hard-line' })
  await agent.says()
  const before = { card: await agent.card(), front: agent.view.front }
  await agent.does({ type: 'StartScenario', scenario: 'media-visit' })
  expect(await agent.card()).not.toBe(before.card)
  const [wayBack] = outcomePaths(pack, 'media-visit', 'hall')
  await agent.does(...(wayBack?.commands ?? []))
  expect(await agent.card()).toBe(before.card)
  expect(agent.view.front).toEqual(before.front)
})

test('[A4] [C7] a refund of 300 yuan by the front line is stopped before it is said, and goes to whom it belongs', async ({ open }) => {
  const page = await open({ viewport: { width: 380, height: 800 } })
  const shifts = await watchLayoutShifts(page)
  const agent = await Agent.starts(page, pack, 'phone')
  await agent.says()
  await agent.does({ type: 'StartScenario', scenario: 'fee-dispute' })
  await agent.says()
  await agent.does({ type: 'DoStep', step: 'verify-identity' })
  await agent.says()
  await agent.does({ type: 'DoStep', step: 'compare-fee-items' }, { type: 'MakeMove', move: 'finding.overcharged' })
  await agent.says()
  await agent.does({ type: 'MakeMove', move: 'finding.fee-double' })
  await agent.says()
  await agent.does({ type: 'MakeMove', move: 'decision.within-100' })
  const promise = await agent.card()
  await agent.does({ type: 'NoteRefund', yuan: 300 })
  expect(agent.view.card).toMatchObject({ kind: 'authority', line: { id: 'stage.beyond-refund' } })
  expect(await agent.card()).not.toBe(promise)
  await page.getByText('300元归店面经理、班组长定').first().waitFor()
  await agent.says()
  await page
    .getByText(pack.promises['manager-1h']?.what.zh ?? '')
    .first()
    .waitFor()
  expect(await shifts()).toEqual([])
})
