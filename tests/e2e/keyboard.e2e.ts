import { describe, expect } from 'vitest'
import { Agent, telecomPack } from './support/agent.ts'
import { compose, press, pressWithInputMethod } from './support/keys.ts'
import { test } from './support/test.ts'

const pack = telecomPack()

describe('[K1] with a Chinese input method on', () => {
  test('keys act by their place', async ({ open }) => {
    const page = await open({ serviceWorkers: 'block' })
    const agent = await Agent.starts(page, pack, 'phone')
    const before = await agent.card()
    await pressWithInputMethod(page, 'Digit2')
    await expect.poll(() => agent.card()).not.toBe(before)
  })

  test('nothing acts while a name is being composed', async ({ open }) => {
    const page = await open({ serviceWorkers: 'block' })
    const agent = await Agent.starts(page, pack, 'phone')
    const before = await agent.card()
    await press(page, 'KeyC')
    await page.locator('input').first().focus()
    await compose(page, 'wang')
    await pressWithInputMethod(page, 'Digit2')
    await pressWithInputMethod(page, 'KeyM')
    expect(await agent.card()).toBe(before)
  })
})

test('[K1] what is typed in a field is text, and a modifier makes a key the browser’s', async ({ open }) => {
  const page = await open({ serviceWorkers: 'block' })
  const agent = await Agent.starts(page, pack, 'phone')
  const before = await agent.card()
  await press(page, 'KeyC')
  const field = page.locator('input').first()
  await field.focus()
  await page.keyboard.type('m0z1')
  expect(await field.inputValue()).toBe('m0z1')
  await press(page, 'Escape')
  await press(page, 'Control+Digit2', 'Alt+Digit2')
  expect(await agent.card()).toBe(before)
})

test('[K2] nothing takes the focus that was not asked for', async ({ open }) => {
  const page = await open({ serviceWorkers: 'block' })
  const agent = await Agent.starts(page, pack, 'phone')
  const focused = () => page.evaluate(() => document.activeElement?.tagName)
  expect(await focused()).toBe('BODY')
  await agent.says()
  await agent.does({ type: 'StartScenario', scenario: 'agitated' }, { type: 'ShiftTemper', direction: 'up' })
  await agent.does({ type: 'StartScenario', scenario: 'self-harm' })
  expect(await focused()).toBe('BODY')
})

test('who the customer is can be filled in during the call, and the line takes it up', async ({ open }) => {
  const page = await open({ serviceWorkers: 'block' })
  await Agent.starts(page, pack, 'phone')
  await press(page, 'KeyC')
  await page.keyboard.insertText('王')
  await press(page, 'Enter', 'Digit1', 'KeyW', 'Escape')
  await expect.poll(() => page.locator('header').first().textContent()).toContain('王女士')
  await expect.poll(() => page.locator('header').first().textContent()).toContain('金卡')
  await page.reload()
  await expect.poll(() => page.locator('header').first().textContent()).toContain('王女士')
})

test('a line is found by what is typed right behind the key of the search, and marked as said', async ({ open }) => {
  const page = await open({ serviceWorkers: 'block' })
  await Agent.starts(page, pack, 'phone')
  await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => /search-strip.*js$/.test(name)))
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
  await press(page, 'Slash')
  await page.keyboard.insertText('两分钟')
  expect(await page.getByRole('combobox').inputValue()).toBe('两分钟')
  await page.getByRole('option').or(page.locator('[role=listbox] li')).first().waitFor()
  await press(page, 'Enter')
  await expect.poll(() => page.evaluate(() => document.body.textContent)).toContain('两分钟')
})
