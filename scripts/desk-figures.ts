import type { Browser } from 'playwright-core'
import { timing } from '../src/cli/figures.ts'
import type { CompiledPack } from '../src/core/pack.ts'

/** What a hall of twenty agents takes in two months. */
const STORED = 100_000
const DAYS = 60
/** One in so many calls has a promise that is still open. */
const OWED = 40
const RUNS = 8

/** How long one waits for the day's desk over a hundred thousand stored calls: from asking for the page to its rows being painted. */
export async function deskFigures(browser: Browser, url: string, pack: CompiledPack) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN' })
  await page.addInitScript({ content: 'globalThis.__name = (named) => named' })
  await page.goto(`${url}#/desk`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.evaluate(storeCalls, { count: STORED, days: DAYS, owed: OWED, matters: Object.keys(pack.scenarios), now: Date.now() })

  const opened: number[] = []
  for (let i = 0; i < RUNS; i++) {
    await page.reload({ waitUntil: 'commit' })
    opened.push(await page.evaluate(untilRows))
  }
  const switched: number[] = []
  for (const key of ['Digit2', 'Digit1', 'Digit2', 'Digit1', 'Digit2', 'Digit1']) {
    const began = await page.evaluate(() => performance.now())
    await page.keyboard.press(key)
    switched.push((await page.evaluate(untilRows)) - began)
  }
  await page.close()
  return { stored: STORED, open: timing(opened), switchList: timing(switched) }
}

interface Stored {
  readonly count: number
  readonly days: number
  readonly owed: number
  readonly matters: readonly string[]
  readonly now: number
}

/** Runs in the page: writes summaries that are spread over the days before now. */
async function storeCalls({ count, days, owed, matters, now }: Stored): Promise<void> {
  const db = await new Promise<IDBDatabase>((done, fail) => {
    const opening = indexedDB.open('evenkeel')
    opening.onsuccess = () => done(opening.result)
    opening.onerror = () => fail(opening.error)
  })
  const DAY = 86_400_000
  for (let from = 0; from < count; from += 10_000) {
    await new Promise<void>((done, fail) => {
      const tx = db.transaction('calls', 'readwrite', { durability: 'relaxed' })
      for (let i = from; i < Math.min(count, from + 10_000); i++) {
        const startedAt = now - Math.floor((i / count) * days * DAY)
        const due = startedAt + 2 * DAY
        const promise = { id: `made-${i}`, promise: 'reply-48h', line: '', madeAt: startedAt, due }
        tx.objectStore('calls').put({
          ...{ id: `stored-${i}`, channel: 'phone', startedAt, lastAt: startedAt + 300_000, endedAt: startedAt + 300_000, status: 'ended' },
          ...{ ref: `ref-${i % 40_000}`, address: '王女士', tier: 'ordinary', agent: '8613', outcome: 'follow-up' },
          ...{ matter: matters[i % matters.length], scenarios: [matters[i % matters.length]] },
          ...(i % owed === 0 ? { promises: [promise], owed: due } : {}),
        })
      }
      tx.oncomplete = () => done()
      tx.onerror = () => fail(tx.error)
    })
  }
  db.close()
}

/** Runs in the page: the time at which the rows of a list have been painted. */
async function untilRows(): Promise<number> {
  const painted = () =>
    new Promise<void>((done) => {
      const { port1, port2 } = new MessageChannel()
      // A message is handled after the frame has been painted.
      port1.onmessage = () => done()
      requestAnimationFrame(() => port2.postMessage(undefined))
    })
  do await painted()
  while (document.querySelectorAll('main ol > li').length < 50)
  return performance.now()
}
