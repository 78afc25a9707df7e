import type { Browser, Page } from 'playwright-core'
import { type Timing, timing } from '../src/cli/figures.ts'
import type { Lessons } from '../src/compiler/hearing/lessons.ts'
import { serveApp } from '../tests/e2e/support/app-server.ts'
import { dataFeeCall } from '../tests/transcript/contact-lens-stream.ts'

/** What somebody said, as the bench sends it. */
interface Said {
  readonly who: 'customer' | 'agent'
  readonly text: string
}

export interface SegmentFigures {
  /** From a final segment reaching the page until the frame is painted in which the ear bar shows it, or what it set off. */
  readonly segmentToFrame: Timing
  /** Segments that the ear bar did not show, because something more pressing stood there. */
  readonly notShown: number
}

/** Segments before anything is counted: the first of them fetches the recogniser. */
const WARM_UP = 10
const COUNTED = 100

const TOKEN = 'a-token-for-the-bench'
/** The longest that a segment is waited for, in milliseconds. */
const PATIENCE = 1000

/** A call in Chromium that the server is told about, one segment after the other. */
export async function segmentFigures(browser: Browser, lessons: Lessons): Promise<SegmentFigures> {
  const app = await serveApp({ eventsToken: TOKEN })
  const page = await browser.newPage({ viewport: { width: 380, height: 800 }, locale: 'zh-CN' })
  try {
    await page.addInitScript({ content: 'globalThis.__name = (named) => named' })
    await page.addInitScript(watchSegments)
    await page.goto(app.url)
    await page.getByRole('navigation').waitFor()
    await page.keyboard.press('KeyN')
    const bar = page.getByRole('region', { name: '听到的' })
    await bar.waitFor()
    const tell = teller(app.url)
    await tell('call.started', { channel: 'phone' })
    const times: number[] = []
    const said = lines(lessons)
    for (const [index, { who, text }] of said.entries()) {
      await tell('transcript.segment', { id: `s${index}`, who, text, final: true })
      times.push(await shownAfter(page, index === 0 ? 30_000 : PATIENCE))
      // Whatever was asked is answered, so that the next words have the bar; a danger asks about scenario and signal.
      for (const key of ['KeyJ', 'KeyJ']) await page.keyboard.press(key)
      await page.waitForTimeout(120)
      // Nothing takes a slip away but time.
      await bar.locator('[role=status] q').waitFor({ state: 'detached', timeout: 60_000 })
    }
    const counted = times.slice(WARM_UP)
    const shown = counted.filter((each) => Number.isFinite(each))
    return { segmentToFrame: timing(shown), notShown: counted.length - shown.length }
  } finally {
    await page.close()
    await app.close()
  }
}

/** A whole call, and after it lines of customers and of agents by turns, from all over the pack. */
function lines({ customer, agent }: Lessons): readonly Said[] {
  // A slip stands for a while, whatever is said after it.
  const blameless = agent.filter(({ violations = [] }) => violations.length === 0)
  const call = dataFeeCall().map(({ who, text }): Said => ({ who, text }))
  const more = WARM_UP + COUNTED - call.length
  const spread = (all: readonly { readonly text: string }[], index: number) => all[Math.floor((index * all.length) / more)]?.text ?? ''
  const others = Array.from(
    { length: more },
    (_, index): Said =>
      index % 2 === 0 ? { who: 'customer', text: spread(customer, index) } : { who: 'agent', text: spread(blameless, index) },
  )
  return [...call, ...others]
}

function teller(url: string): (type: string, data: object) => Promise<void> {
  let sent = 0
  return async (type, data) => {
    sent += 1
    const response = await fetch(`${url}events`, {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/cloudevents+json' },
      body: JSON.stringify({ specversion: '1.0', id: String(sent), source: '/bench', type, subject: 'bench-call', data }),
    })
    if (!response.ok) throw new Error(`the server refused ${type}: ${await response.text()}`)
  }
}

interface SegmentWatch {
  /** Milliseconds from the last segment's coming to the frame that showed it; absent until then. */
  took?: number
}

/** Runs in the page, before it: notes when a segment comes, and when the ear bar has been painted with its words. */
function watchSegments(): void {
  const watch: SegmentWatch = {}
  Object.assign(window, { segmentWatch: watch })
  let came = 0
  let text = ''
  const Native = window.EventSource
  window.EventSource = class extends Native {
    constructor(url: string | URL, init?: EventSourceInit) {
      super(url, init)
      // The first of all listeners: the panel's own comes after it.
      this.addEventListener('message', ({ data, timeStamp }) => {
        const event = JSON.parse(data)
        if (event.type !== 'transcript.segment') return
        delete watch.took
        came = timeStamp
        text = event.data.text
      })
    }
  }
  /** Its words, or a question or slip with a quotation out of them. */
  const shows = () => {
    const bar = document.querySelector('[aria-label="听到的"]')
    const quoted = bar?.querySelector('[aria-live] q, [role=status] q')?.textContent?.split('…')
    return bar?.textContent?.includes(text) || (quoted?.every((part) => text.includes(part)) ?? false)
  }
  new MutationObserver(() => {
    if (text === '' || watch.took !== undefined || !shows()) return
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      // A message is handled after the frame has been painted.
      port1.onmessage = () => {
        watch.took ??= performance.now() - came
      }
      port2.postMessage(undefined)
    })
  }).observe(document, { subtree: true, childList: true, characterData: true })
}

/** How long the last segment took; not a number when it was not shown. */
async function shownAfter(page: Page, patience: number): Promise<number> {
  const look = () => (window as unknown as { segmentWatch: SegmentWatch }).segmentWatch.took
  return page
    .waitForFunction(look, undefined, { timeout: patience })
    .then((handle) => handle.jsonValue())
    .then((took) => took ?? Number.NaN)
    .catch(() => Number.NaN)
}
