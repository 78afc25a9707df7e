import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import cardsEn from '../../src/i18n/drill-cards/en.json' with { type: 'json' }
import cardsZh from '../../src/i18n/drill-cards/zh-Hans.json' with { type: 'json' }
import zh from '../../src/i18n/drills/zh-Hans.json' with { type: 'json' }
import panel from '../../src/i18n/zh-Hans.json' with { type: 'json' }
import { expectAccessible } from './support/axe.ts'
import { press } from './support/keys.ts'
import { type OpenOptions, test } from './support/test.ts'

const words = zh.drills
const NARROW = { width: 380, height: 800 }
const WIDE = { width: 1280, height: 900 }
/** The customer who is played here: overcharged by 230 yuan, and wants it tripled. */
const LIANG = '多扣两百三'

type Open = (options?: OpenOptions) => Promise<Page>

async function openDrills(open: Open, options: OpenOptions = {}): Promise<Page> {
  // The same customer for everybody who tests: a seed is drawn by this.
  const before = (context: BrowserContext) => context.addInitScript({ content: 'Math.random = () => 0.42' })
  const page = await open({ path: '#/drills', viewport: WIDE, before, ...options })
  await page.getByRole('heading', { level: 1 }).waitFor()
  return page
}

/** Begins a drill with Mr Liang. */
async function begin(page: Page): Promise<void> {
  await page.getByRole('searchbox').fill(LIANG)
  await page.getByRole('searchbox').press('Enter')
  await page.getByRole('textbox', { name: words.play.field }).waitFor()
}

const talk = (page: Page) => page.getByRole('list', { name: words.play.said }).getByRole('listitem')

/** Says something, and waits for what the customer says to it. */
async function say(page: Page, text: string): Promise<void> {
  const before = await talk(page).count()
  const field = page.getByRole('textbox', { name: words.play.field })
  await field.fill(text)
  await field.press('Enter')
  await expect.poll(() => talk(page).count()).toBe(before + 2)
}

/** What a good agent would say to Mr Liang, up to the customer's goodbye. */
async function settle(page: Page): Promise<void> {
  await say(page, '梁先生，平白多扣两百三，搁谁都窝火，给您添麻烦了，对不起。三倍的要求我按原话记下了，您看对不对？')
  await say(page, '是哪几天用的，您还记得吗？')
  const records = page.getByRole('region', { name: words.play.records })
  expect(await records.getByRole('listitem').count()).toBe(0)
  await say(page, '我现在就去查这四天的账单和上网记录。')
  await records.getByText('重复上报').first().waitFor()
  await say(page, '查到了，是我们的基站重复上报，多收了您的，原因在我们，对不起。')
  await say(page, '能办的是：多收的我报店面经理批，48小时内回您电话；三倍超出规定，我不能应。')
}

test('the start page leads to the drills by a key, and they lead back by another', async ({ open }) => {
  const page = await open()
  await page.getByRole('link', { name: panel.start.drills }).waitFor()
  await press(page, 'KeyP')
  await page.getByRole('heading', { level: 1, name: words.choose.heading }).waitFor()
  await press(page, 'KeyH')
  await page.getByRole('link', { name: panel.start.drills }).waitFor()
})

test('[V8] [V9] [V13] a drill is talked through by typing, its result quotes the turns, and another way is kept beside it', async ({
  open,
}) => {
  const page = await openDrills(open)
  await begin(page)
  await say(page, '您好，我是客服，您请讲。')
  await say(page, '这是您自己操作的问题，跟我们没关系。')
  await settle(page)
  await say(page, '那跟您核对一下：多收的报批退回，48小时内回电，对吗？')
  await say(page, '给您添了麻烦，抱歉；这一处我们会改进，谢谢您肯说清楚。')
  // Whether or not he has hung up by now, the trainee can end it.
  if (await page.getByRole('textbox', { name: words.play.field }).isVisible()) await say(page, '谢谢您，再见，我们会改进的。')
  await page.getByRole('button', { name: words.play.toResult, exact: true }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByText(words.result.skills).first().waitFor()

  // What lost nothing is folded away.
  await page.locator('details').evaluateAll((all) => {
    for (const each of all) (each as HTMLDetailsElement).open = true
  })
  const quotes = page.getByRole('list', { name: words.result.lost }).filter({ hasText: '这是您自己操作的问题' })
  expect(await quotes.count()).toBeGreaterThan(0)
  expect(await page.getByRole('list', { name: words.result.earned }).filter({ hasText: '基站重复上报' }).count()).toBeGreaterThan(0)
  expect(await page.getByText(panel.violation['you-blame']).first().isVisible()).toBe(true)

  // Back to the turn that went wrong: the second one of the agent.
  await page.getByRole('button', { name: `3 ${words.result.whatIf}`, exact: true }).click()
  await page.getByRole('textbox', { name: words.play.field }).waitFor()
  expect(await talk(page).count()).toBe(2)
  await settle(page)
  await say(page, '那跟您核对一下：多收的报批退回，48小时内回电，对吗？')
  if (await page.getByRole('textbox', { name: words.play.field }).isVisible())
    await say(page, '给您添了麻烦，抱歉；这一处我们会改进，谢谢您肯说清楚。')
  if (await page.getByRole('textbox', { name: words.play.field }).isVisible()) await say(page, '谢谢您，再见，我们会改进的。')
  await page.getByRole('button', { name: words.play.toResult, exact: true }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByText(words.result.branches).waitFor()
  const tries = page.getByRole('table').getByRole('row')
  expect(await tries.count()).toBe(3)
  expect(await tries.filter({ hasText: words.result.original }).count()).toBe(1)
  expect(await page.getByText(words.result.apart).isVisible()).toBe(true)
})

test('the panel beside a drill works as on the job: its keys say lines, and the customer answers', async ({ open }) => {
  const page = await openDrills(open)
  await begin(page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Digit1')
  await expect.poll(() => talk(page).count()).toBe(2)
  await page.keyboard.press('KeyB')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('drill-words')
})

test('[V11] a drill goes on after a reload; one that is stopped has no mark', async ({ open }) => {
  const page = await openDrills(open)
  await begin(page)
  await say(page, '您好，我是客服，您请讲。')
  const said = await talk(page).allTextContents()
  await page.reload()
  await expect.poll(() => talk(page).count()).toBe(2)
  expect(await talk(page).allTextContents()).toEqual(said)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Backspace')
  await page.getByRole('button', { name: words.play.stopYes }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: words.choose.heading }).waitFor()
  await page.keyboard.press('Digit2')
  await page.getByText(words.past.stopped).waitFor()
})

test('[V14] a hint shows the panel until the customer has spoken, and costs points', async ({ open }) => {
  const page = await openDrills(open)
  await page.keyboard.press('KeyT')
  await page.keyboard.press('KeyT')
  await page.getByRole('radio', { name: words.hints.asked }).waitFor()
  expect(await page.getByRole('radio', { name: words.hints.asked }).isChecked()).toBe(true)
  await begin(page)
  await say(page, '您好，我是客服，您请讲。')
  const card = page.getByText(panel.card.say)
  expect(await card.count()).toBe(0)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Minus')
  await card.waitFor()
  await say(page, '给您添麻烦了，对不起。')
  await card.waitFor({ state: 'detached' })
})

test('a drill is printed for a table: the customer’s card, the agent’s, the observer’s sheet', async ({ open }) => {
  const page = await openDrills(open, { path: '#/drills/cards/hard-line-tripled' })
  for (const name of [cardsZh.drillCards.customer, cardsZh.drillCards.agent, cardsZh.drillCards.observer])
    await page.getByRole('heading', { level: 2, name }).waitFor()
  // What the customer keeps to themselves does not stand on the agent's card.
  const agent = page.getByRole('region', { name: cardsZh.drillCards.agent })
  expect(await agent.textContent()).not.toContain('怕下个月')
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(3)
})

describe('everybody can use', () => {
  test.for([
    ['zh-CN', 'light', WIDE],
    ['en-GB', 'dark', NARROW],
  ] as const)('the pages of the drill desk: %s, %s', async ([locale, colorScheme, viewport], { open }) => {
    const page = await openDrills(open, { locale, colorScheme, viewport })
    await expectAccessible(page, 'choose')
    await page.keyboard.press('Digit3')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await expectAccessible(page, 'class')
    await page.keyboard.press('Digit1')
    await page.getByRole('searchbox').fill('hard-line')
    await page.keyboard.press('Enter')
    await page.locator('#drill-words').fill('您好，我是客服，您请讲。')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('main ol > li[data-who]').count()).toBe(2)
    await expectAccessible(page, 'play')
    await page.goto(page.url().replace(/#.*/, '#/drills/cards/hard-line-tripled'))
    await page.getByText(locale === 'zh-CN' ? cardsZh.drillCards.observerLead : cardsEn.drillCards.observerLead).waitFor()
    await expectAccessible(page, 'cards')
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  })
})
