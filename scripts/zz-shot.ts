import { launchBrowser } from '../tests/e2e/support/browser.ts'
import { serveApp } from '../tests/e2e/support/app-server.ts'
const server = await serveApp()
const browser = await launchBrowser()
const want = process.argv.slice(2)
const shots: Record<string, [string, number, number, boolean?]> = {
  contents: ['#/book', 1280, 900], hard: ['#/book/scenario/hard-line', 1280, 1000, true], bl: ['#/book/scenario/recharge-blacklist', 1280, 1000, true], cards: ['#/book/scenario/card-used-code', 1280, 1000, true],
  lines: ['#/book/lines', 1280, 900], found: ['#/book/lines?text=jingli&stage=negotiate', 1280, 900], swaps: ['#/book/swaps', 1280, 900],
  craft: ['#/book/craft', 1280, 900], coverage: ['#/book/coverage', 1280, 1000, true], source: ['#/book/source/tel.card.used-code', 1280, 900], changes: ['#/book/changes', 1280, 900], phone: ['#/book/scenario/phone', 1280, 1200],
  print: ['#/book/print?only=hard-line,denies-sp', 1280, 1200], nhard: ['#/book/scenario/hard-line', 380, 800, true], nlines: ['#/book/lines', 380, 800], ncontents: ['#/book', 380, 800],
}
for (const [name, [hash, width, height, full]] of Object.entries(shots)) {
  if (want.length && !want.includes(name)) continue
  for (const scheme of process.env.DARK ? ['dark' as const] : ['light' as const]) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: scheme, locale: process.env.LOCALE ?? 'zh-CN' })
  page.on('console', (m) => { if (m.type() === 'error' || m.type() === 'warning') console.log(name, m.text().slice(0, 300)) })
  page.on('pageerror', (e) => console.log(name, 'ERR', e.message.slice(0, 300)))
  await page.goto(server.url + hash)
  await page.waitForTimeout(1500)
  await page.screenshot({ path: `/tmp/shots/${name}.png`, fullPage: !!full })
  await page.close() }
}
await browser.close(); await server.close()
