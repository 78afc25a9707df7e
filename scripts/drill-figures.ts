import type { Browser } from 'playwright-core'
import { timing } from '../src/cli/figures.ts'

const RUNS = 12
const SAID = [
  '您好，我是客服。',
  '给您添麻烦了，对不起。',
  '我去查一下记录。',
  '查到了，是我们的原因。',
  '多收的退给您，48小时内回您电话。',
]

/** How long one waits for the result of a drill that was just played: from the address changing until its skills are painted. */
export async function resultFigures(browser: Browser, url: string) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN' })
  await page.addInitScript({ content: 'globalThis.__name = (named) => named' })
  await page.goto(`${url}#/drills`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.locator('#drill-search').press('Enter')
  for (const [i, words] of SAID.entries()) {
    await page.locator('#drill-words').fill(words)
    await page.locator('#drill-words').press('Enter')
    await page.waitForFunction((count) => document.querySelectorAll('main ol > li[data-who]').length >= count, (i + 1) * 2)
  }
  await page.locator('#drill-words').press('Escape')
  // The panel's own keys end the call, whatever is missing, for the reason that the customer has left.
  const drill = page.url().split('/').at(-1) ?? ''
  for (const key of ['Digit0', 'KeyQ', 'Enter']) {
    await page.keyboard.press(key)
    // A hand is not faster than this.
    await page.waitForTimeout(300)
  }
  await page.getByRole('status').waitFor()
  const opened: number[] = []
  for (let i = 0; i < RUNS; i++) {
    await page.evaluate(() => location.assign('#/drills/past'))
    await page.locator('table').waitFor()
    opened.push(await page.evaluate(untilSkills, drill))
  }
  await page.close()
  return timing(opened)
}

/** Runs in the page. */
async function untilSkills(drill: string): Promise<number> {
  const painted = () =>
    new Promise<void>((done) => {
      const { port1, port2 } = new MessageChannel()
      // A message is handled after the frame has been painted.
      port1.onmessage = () => done()
      requestAnimationFrame(() => port2.postMessage(undefined))
    })
  const began = performance.now()
  location.assign(`#/drills/result/${drill}`)
  do await painted()
  while (document.querySelectorAll('main details').length < 5)
  return performance.now() - began
}
