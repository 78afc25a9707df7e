import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import type { CallEvent } from '../../src/core/events.ts'
import { replay } from '../../src/engine/replay.ts'
import { redact } from '../../src/hearing/redact.ts'
import words from '../../src/i18n/zh-Hans.json' with { type: 'json' }
import { packOf } from '../engine/support.ts'
import { contactLensStream, dataFeeCall, streamed } from '../transcript/contact-lens-stream.ts'
import { type AppServer, serveApp } from './support/app-server.ts'
import { watchLayoutShifts } from './support/layout-shifts.ts'
import { test } from './support/test.ts'

const pack = packOf('telecom')
const TOKEN = 'a-token-for-this-test'

/** `STREAM_AT=1` streams as fast as people speak, which takes a minute and a half. */
const SPEED = Number(process.env.STREAM_AT ?? '3')

/** A server of its own for a test, as somebody starts it whose telephone system tells about calls. */
async function listening<T>(options: Parameters<typeof serveApp>[0], use: (app: AppServer) => Promise<T>): Promise<T> {
  const app = await serveApp(options)
  try {
    return await use(app)
  } finally {
    await app.close()
  }
}

/** A page of some other system, on an origin of its own. */
async function emptyPage(): Promise<{ readonly origin: string; close: () => Promise<void> }> {
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end('<body></body>'))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** The whole log of the only call in the page's store. */
function storedLog(page: Pick<Page, 'evaluate'>): Promise<CallEvent[]> {
  return page.evaluate(
    () =>
      new Promise<CallEvent[]>((resolve, reject) => {
        const opening = indexedDB.open('evenkeel')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const all = opening.result.transaction('events').objectStore('events').getAll()
          all.onerror = () => reject(all.error)
          all.onsuccess = () => resolve((all.result as CallEvent[]).sort((a, b) => a.seq - b.seq))
        }
      }),
  )
}

const ear = (page: Page) => page.getByRole('region', { name: words.ear.label })

test(`[H1] [H2] [H6] [H11] [R2] a call that Contact Lens streams at ${SPEED}× drives the panel from greeting to close, and its log runs again alike`, {
  timeout: 180_000,
}, async ({ open }) => {
  await listening({ eventsToken: TOKEN }, async (app) => {
    const page = await open({ path: app.url })
    await page.getByRole('navigation').waitFor()
    const shifts = await watchLayoutShifts(page)
    const send = (event: object) =>
      fetch(`${app.url}events?from=contact-lens`, {
        method: 'POST',
        headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
        body: JSON.stringify(event),
      })
    await streamed(contactLensStream(dataFeeCall(), 'call-1'), send, SPEED)
    await page.getByText(words.wrapUp.title).waitFor()

    expect(await shifts()).toEqual([])
    const log = await storedLog(page)
    const heard = log.flatMap((event) => (event.type === 'Heard' ? [event.text] : []))
    expect(heard).toEqual(dataFeeCall().map(({ text }) => redact(text)))
    const stages = log.flatMap((event) => (event.type === 'StageEntered' ? [event.stage] : []))
    expect(stages).toEqual(expect.arrayContaining(['contact', 'verify', 'agree', 'care']))
    expect(log.at(-1)).toMatchObject({ type: 'CallEnded', checkpoints: { 'end-care': 'met' } })
    expect(replay(pack, log).same).toBe(true)
  })
})

describe('a page around the panel', () => {
  test('may tell about calls from an origin that is listed; all else is refused, counted and shown, and nothing happens', async ({
    open,
  }) => {
    // A page of another system that shows the panel in a frame and passes on whatever the test hands it.
    const around = await emptyPage()
    const { origin } = around
    await listening({ embedIn: [origin] }, async (app) => {
      const page = await open({ path: origin })
      await page.evaluate(
        (address) =>
          new Promise<void>((ready) => {
            const frame = document.createElement('iframe')
            addEventListener('message', ({ origin, data }) => {
              if (origin === new URL(address).origin && data.type === 'panel.ready') ready()
            })
            frame.src = address
            frame.style.cssText = 'width:380px;height:800px;border:0'
            document.body.append(frame)
          }),
        app.url,
      )
      const frame = page.frameLocator('iframe >> nth=0')
      const post = (data: unknown) => page.evaluate((sent) => document.querySelector('iframe')?.contentWindow?.postMessage(sent, '*'), data)
      const event = (type: string, data: object) => ({ specversion: '1.0', id: '1', source: '/crm', type, subject: 'call-9', data })

      await post(event('call.started', { channel: 'hall', profile: { surname: '王', title: 'ms' } }))
      await frame.getByText('王女士').waitFor()
      const bar = frame.getByRole('region', { name: words.ear.label })
      await post(event('transcript.segment', { id: 's1', who: 'customer', text: '你好，我的宽带断了三天', final: true }))
      await bar.getByText('你好，我的宽带断了三天').waitFor()

      await post(event('call.renamed', {}))
      await post(event('transcript.segment', { id: 's2', who: 'nobody', text: 1 }))
      await post('{')
      await post(event('transcript.segment', { id: 's3', who: 'customer', text: '断'.repeat(30_000), final: true }))
      const refused = (count: number, why: string) => words.ear.refused.replace('{{count}}', String(count)).replace('{{why}}', why)
      await bar.getByText(refused(4, words.ear.refusal['too-large'])).waitFor()

      // What would be right from the page around comes from a page that nobody listed, in a frame beside the panel.
      const stranger = await emptyPage()
      await page.evaluate((address) => {
        const frame = document.createElement('iframe')
        frame.src = address
        document.body.append(frame)
      }, stranger.origin)
      await expect.poll(() => page.frames().some((frame) => frame.url().startsWith(stranger.origin))).toBe(true)
      const beside = page.frames().find((frame) => frame.url().startsWith(stranger.origin))
      await beside?.evaluate(
        (sent) => window.parent.frames[0]?.postMessage(sent, '*'),
        event('transcript.segment', { id: 's4', who: 'customer', text: '我要找记者', final: true }),
      )
      await bar.getByText(refused(5, words.ear.refusal['wrong-origin'])).waitFor()
      await stranger.close()

      expect(await bar.getByText('你好，我的宽带断了三天').isVisible()).toBe(true)
      const panel = page.frames().find((frame) => frame.url().startsWith(app.url))
      const log = panel ? await storedLog(panel) : []
      expect(log.flatMap((each) => (each.type === 'Heard' ? [each.text] : []))).toEqual(['你好，我的宽带断了三天'])
    })
    await around.close()
  })
})

test('talk that is typed or pasted is heard, and what was recognised stands with the words for it', async ({ open }) => {
  const page = await open()
  await page.getByRole('navigation').waitFor()
  await page.keyboard.press('KeyN')
  await page.keyboard.press('KeyB')
  const field = page.getByRole('textbox', { name: words.hear.words })
  await field.fill('再不给我解决，我就找记者曝光你们')
  await field.press('Enter')
  const strip = page.getByRole('region', { name: words.strips.hear })
  await strip.getByText(words.signal['threat-media']).waitFor({ timeout: 30_000 })
  expect(await strip.textContent()).toContain('找记者')
  await page.keyboard.press('Escape')
  await ear(page).waitFor()
})
