/**
 * `npm run bench`: what the engine costs, and what a browser shows of it, as one JSON object. Figures in milliseconds and KiB (gzip);
 * they depend on the machine, so nothing here passes or fails.
 */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'
import { timing } from '../src/cli/figures.ts'
import { compilePack, findPacks } from '../src/compiler/compile.ts'
import { serveApp } from '../tests/e2e/support/app-server.ts'
import { launchBrowser } from '../tests/e2e/support/browser.ts'
import { watchLayoutShifts } from '../tests/e2e/support/layout-shifts.ts'
import { slowCpu } from '../tests/e2e/support/slow-cpu.ts'
import { findBrowser } from './browser.ts'
import { deskFigures } from './desk-figures.ts'
import { resultFigures } from './drill-figures.ts'
import { segmentFigures } from './segment-figures.ts'

const root = join(import.meta.dirname, '..')
const dist = join(root, 'dist')
// Built as the panel is, for the loader of this script names every function that it meets, and that is what would be measured.
const built = join(root, '.cache', 'bench')
const parts = [
  'src/cli/figures.ts',
  'src/cli/hearing-figures.ts',
  'src/cli/search-figures.ts',
  'src/cli/hostile-figures.ts',
  'src/cli/rule-figures.ts',
  'src/cli/drill-figures.ts',
]
await build({
  configFile: false,
  root,
  logLevel: 'error',
  build: { ssr: true, rollupOptions: { input: parts }, outDir: built, emptyOutDir: true },
})
const load = (name: string) => import(pathToFileURL(join(built, `${name}.js`)).href)
const { engineFigures, firstLoad } = (await load('figures')) as typeof import('../src/cli/figures.ts')
const { hearingFigures } = (await load('hearing-figures')) as typeof import('../src/cli/hearing-figures.ts')
const { searchFigures } = (await load('search-figures')) as typeof import('../src/cli/search-figures.ts')
const { hostileFigures } = (await load('hostile-figures')) as typeof import('../src/cli/hostile-figures.ts')
const { ruleFigures } = (await load('rule-figures')) as typeof import('../src/cli/rule-figures.ts')
const { drillFigures } = (await load('drill-figures')) as typeof import('../src/cli/drill-figures.ts')

const folder = findPacks(root).find(({ id }) => id === 'telecom')
if (!folder) throw new Error('there is no telecom pack')
const { pack, lessons } = compilePack(folder, { prove: false })

/** Keys of a real call: say, open a scenario, say, temper, moves, undo; some of them many times over. */
const KEYS = ['Digit1', 'BracketRight', 'Digit2', 'Digit3', 'KeyA', 'KeyZ', 'BracketLeft', 'Digit2', 'KeyQ', 'KeyZ']

/** Keys that are pressed before anything is counted. */
const WARM_UP = 10

const loaded = firstLoad(dist)
if (!loaded) throw new Error('there is no build yet: run npm run build first')
const figures = {
  node: process.version,
  pack: folder.id,
  ...engineFigures(folder),
  rules: ruleFigures(folder),
  hearing: hearingFigures(folder),
  search: searchFigures(folder),
  hostile: hostileFigures(),
  drills: drillFigures(folder),
  firstLoad: loaded,
  browser: await browserFigures(),
}
process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`)

async function browserFigures() {
  if (!findBrowser()) return 'no browser found: install Chromium, or name one in EVENKEEL_BROWSER'
  const app = await serveApp()
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 380, height: 800 } })
    // tsx keeps the names of functions by a helper that a page does not have.
    await page.addInitScript({ content: 'globalThis.__name = (named) => named' })
    await page.goto(app.url)
    await page.getByRole('navigation').waitFor()
    await page.keyboard.press('KeyN')
    await page.locator('[aria-live] p[lang]').waitFor()
    const shifts = await watchLayoutShifts(page)
    const keyToFrame = timing((await keyToPaintedFrame(page, 1, 60)).first)
    const layoutShift = (await shifts()).reduce((sum, { value }) => sum + value, 0)
    const resume = timing(await reloads(page, 10))
    const slow = await keyToPaintedFrame(page, 4, 100)
    await slowCpu(page, 1)
    return {
      keyToFrame,
      keyToFrameSlow4x: timing(slow.first),
      keyToLastFrameSlow4x: timing(slow.last),
      floorSlow4x: timing(await floor(browser)),
      layoutShift,
      resume,
      hearing: await segmentFigures(browser, lessons),
      book: await bookFigures(browser, app.url),
      drillResult: await resultFigures(browser, app.url),
      ...(pack ? { desk: await deskFigures(browser, app.url, pack) } : {}),
    }
  } finally {
    await browser.close()
    await app.close()
  }
}

interface KeyTimes {
  /** From a key going down until the frame is painted in which the panel has answered, in the page's own time. */
  readonly first: number[]
  /** Until the frame is painted after which nothing but the header changes any more: on slow machines the card comes first. */
  readonly last: number[]
}

async function keyToPaintedFrame(page: Page, slower: number, runs: number): Promise<KeyTimes> {
  await slowCpu(page, slower)
  await page.evaluate(() => {
    const first: number[] = []
    const last: number[] = []
    Object.assign(window, { keyTimes: { first, last } })
    let pressed = 0
    const painted = (then: () => void) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        // A message is handled after the frame has been painted.
        port1.onmessage = then
        port2.postMessage(undefined)
      })
    const changes = new MutationObserver(() => painted(() => last.splice(-1, 1, performance.now() - pressed)))
    const parts = document.querySelectorAll('main > :not(header)')
    for (const part of parts) changes.observe(part, { subtree: true, childList: true, characterData: true, attributes: true })
    document.addEventListener(
      'keydown',
      (event) => {
        pressed = event.timeStamp
        last.push(0)
        painted(() => first.push(performance.now() - pressed))
      },
      { capture: true },
    )
  })
  for (let i = 0; i < runs + WARM_UP; i++) {
    await page.keyboard.press(KEYS[i % KEYS.length] ?? 'Digit2')
    // A hand is not faster than this, and what is written in the background is done by then.
    await page.waitForTimeout(120)
  }
  const { first, last } = await page.evaluate(() => (window as unknown as { keyTimes: KeyTimes }).keyTimes)
  return { first: first.slice(WARM_UP), last: last.slice(WARM_UP) }
}

/** How long a reader of the script book waits: for each scenario's page with its drawing, and for the lines after each letter. */
async function bookFigures(browser: Browser, url: string) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN' })
  await page.addInitScript({ content: 'globalThis.__name = (named) => named' })
  await page.goto(`${url}#/book/scenario/phone`)
  await page.locator('.react-flow__node').first().waitFor()
  const machines = Object.values(pack?.scenarios ?? {}).map(({ id, title }) => ({
    id,
    name: title.zh,
    steps: Object.values(pack?.machines[id]?.states ?? {}).filter((state) => !state.final).length,
  }))
  const opened = await page.evaluate(async (all) => {
    const frame = () => new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done)))
    const times: number[] = []
    for (const { id, name, steps } of all) {
      const began = performance.now()
      location.hash = `#/book/scenario/${id}`
      const shown = () =>
        document.querySelector('h1')?.textContent?.startsWith(name) && document.querySelectorAll('.react-flow__node').length === steps
      while (!shown()) await frame()
      times.push(performance.now() - began)
    }
    return times
  }, machines)
  await page.goto(`${url}#/book/lines`)
  await page.locator('article').first().waitFor()
  const filtered = await page.evaluate(
    async (queries) => {
      const box = document.querySelector<HTMLInputElement>('main input[type=search]')
      const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
      const drawn = () => {
        const { port1, port2 } = new MessageChannel()
        return new Promise<void>((done) => {
          port1.onmessage = () => done()
          requestAnimationFrame(() => port2.postMessage(undefined))
        })
      }
      const shown = () => [document.querySelector('[role=status]')?.textContent, document.querySelector('main ol')?.textContent]
      const letters: { readonly work: number; readonly seen: number; readonly frames: number }[] = []
      for (const query of queries) {
        for (let end = 1; box && end <= query.length; end++) {
          await new Promise((done) => setTimeout(done, 120))
          const [count, cards] = shown()
          const began = performance.now()
          write?.call(box, query.slice(0, end))
          box.dispatchEvent(new Event('input', { bubbles: true }))
          const work = performance.now() - began
          for (let frames = 1; frames <= 4; frames++) {
            await drawn()
            const [countNow, cardsNow] = shown()
            // A letter that takes no line away changes nothing that could be waited for.
            if (countNow === count || cardsNow === cards) continue
            letters.push({ work, seen: performance.now() - began, frames })
            break
          }
        }
      }
      return letters
    },
    ['jingli', '48小时', 'tuifei', '对不起', 'zgxn', 'xianting', '核实', 'dx', '发票', 'baoyuan'],
  )
  await page.close()
  return {
    openScenario: timing(opened),
    filter: {
      /** Script until the answer is known, and until count and cards stand in a frame; both from the letter on. */
      work: timing(filtered.map(({ work }) => work)),
      seen: timing(filtered.map(({ seen }) => seen)),
      inTheNextFrame: `${filtered.filter(({ frames }) => frames === 1).length} of ${filtered.length} letters`,
    },
  }
}

/** Keys on a page of one word that changes with each: what of their figures is the machine and the browser alone. */
async function floor(browser: Browser): Promise<number[]> {
  const page = await browser.newPage({ viewport: { width: 380, height: 800 } })
  await page.addInitScript({ content: 'globalThis.__name = (named) => named' })
  await page.goto('about:blank')
  await page.evaluate(() => {
    document.addEventListener('keydown', ({ code }) => {
      document.body.textContent = code
    })
  })
  return (await keyToPaintedFrame(page, 4, 100)).first
}

/** From asking for the page again to the same card on show. */
async function reloads(page: Page, runs: number): Promise<number[]> {
  const times: number[] = []
  for (let i = 0; i < runs; i++) {
    await page.reload({ waitUntil: 'commit' })
    await page.locator('[aria-live] p[lang]').waitFor()
    times.push(await page.evaluate(() => performance.now()))
  }
  return times
}
