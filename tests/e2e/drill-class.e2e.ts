import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import classZh from '../../src/i18n/drill-class/zh-Hans.json' with { type: 'json' }
import zh from '../../src/i18n/drills/zh-Hans.json' with { type: 'json' }
import { expectAccessible } from './support/axe.ts'
import { press } from './support/keys.ts'
import { test } from './support/test.ts'

const words = zh.drills
const own = classZh.drillClass
const NARROW = { width: 380, height: 800 }
const LIANG = '多扣两百三，开口要三倍'

/** The file that a key of the class page saves. */
async function saved(page: Page, key: string): Promise<{ readonly name: string; readonly text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, key)])
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') }
}

/** Somebody is rude to Mr Liang, and ends it. */
async function playBadly(page: Page, trainee: string): Promise<void> {
  await page.getByRole('textbox', { name: words.trainee }).fill(trainee)
  await page.getByRole('searchbox').fill(LIANG)
  await page.getByRole('searchbox').press('Enter')
  const field = page.getByRole('textbox', { name: words.play.field })
  const talk = page.getByRole('list', { name: words.play.said }).getByRole('listitem')
  for (const text of ['您好，请讲。', '这是您自己操作的问题，跟我们没关系。']) {
    const before = await talk.count()
    await field.fill(text)
    await field.press('Enter')
    await expect.poll(() => talk.count()).toBe(before + 2)
  }
  await page.keyboard.press('Escape')
  await page.keyboard.press('Backslash')
  await page.getByRole('alertdialog').waitFor()
  await page.keyboard.press('Enter')
  await page.getByText(words.result.skills).first().waitFor()
}

test('[V11] [V19] a trainer gives an assignment, sees who did it and how, takes the results away as files, and erases it all', async ({
  open,
}) => {
  const page = await open({ path: '#/drills/class', viewport: NARROW })
  await page.getByRole('heading', { level: 2, name: own.table.heading }).waitFor()
  const told = page.getByRole('status').first()

  await press(page, 'KeyA')
  const form = page.getByRole('form', { name: own.assignments.new })
  await form.getByRole('searchbox').fill(LIANG)
  await form.getByRole('textbox', { name: new RegExp(own.assignments.trainees) }).fill('王芳')
  await form.getByRole('button', { name: own.assignments.give }).click()
  await told.getByText(LIANG).waitFor()

  await press(page, 'Digit1')
  await playBadly(page, '王芳')
  await press(page, 'Digit3')
  const table = page.getByRole('region', { name: own.table.heading })
  await table.getByText('王芳').waitFor()
  // The slip that was made is among what went wrong, and the assignment is not passed.
  await page.getByText('归咎客户').first().waitFor()
  await expectAccessible(page, 'class with results')
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)

  const csv = await saved(page, 'KeyE')
  expect(csv.name).toMatch(/\.csv$/)
  expect(csv.text.split('\r\n').filter(Boolean)).toHaveLength(2)
  expect(csv.text).toContain('王芳')
  const xapi: unknown = JSON.parse((await saved(page, 'KeyL')).text)
  expect(xapi).toMatchObject([{ version: '1.0.3', actor: { account: { name: '王芳' } }, result: { success: false } }])
  const whole = await saved(page, 'KeyO')

  await press(page, 'KeyX')
  await page.getByRole('alertdialog').waitFor()
  await page.keyboard.press('Enter')
  await told.getByText(own.erase.done).waitFor()
  await page.getByText(own.table.none).waitFor()

  // What was handed over comes back; what is no such file does not, and says so.
  const picker = page.locator('input[type=file]')
  await picker.setInputFiles({ name: 'broken.json', mimeType: 'application/json', buffer: Buffer.from('{"drills": [') })
  await told.getByText('broken.json').waitFor()
  expect(await told.getAttribute('data-failed')).not.toBeNull()
  await picker.setInputFiles({ name: whole.name, mimeType: 'application/json', buffer: Buffer.from(whole.text) })
  await table.getByText('王芳').waitFor()
})
