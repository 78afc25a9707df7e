import { describe, expect } from 'vitest'
import { serveApp } from './support/app-server.ts'
import { loadedForGood } from './support/loaded.ts'
import { test } from './support/test.ts'
import { watch } from './support/watch.ts'

describe('once loaded', () => {
  test('the panel starts again with no server at all', async ({ open }) => {
    const server = await serveApp()
    const page = await open({ path: server.url })
    await loadedForGood(page)
    await server.close()

    await page.reload()
    await page.locator('#root > *').first().waitFor()
  })

  test('every pack and its Traditional wording are there without a network', async ({ open }) => {
    const page = await open()
    await loadedForGood(page)
    await page.context().setOffline(true)
    const addresses = await page.evaluate(async () => {
      const requests = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()))
      return requests.flat().map(({ url }) => new URL(url).pathname)
    })
    const packs = addresses.filter((path) => /^\/assets\/(pack|hant)-telecom\.[0-9a-f]{12}\.json$/.test(path))
    expect(packs).toHaveLength(2)
    for (const path of packs) {
      expect(await page.evaluate(async (url) => Object.keys(await (await fetch(url)).json()).length, path)).toBeGreaterThan(0)
    }
  })
})

describe('a test fails when its page', () => {
  const faults = [
    {
      fault: 'runs a script that stands inline',
      commit: () => inline('script', 'window.stop()'),
      noted: /policy: script-src-elem forbids inline/,
    },
    { fault: 'styles itself inline', commit: () => inline('style', 'p { color: red }'), noted: /policy: style-src-elem forbids inline/ },
    {
      fault: 'asks a stranger',
      commit: () => fetch('https://example.com/').catch(() => undefined),
      noted: /policy: connect-src forbids https/,
    },
    { fault: 'throws', commit: () => void setTimeout(() => Promise.reject(new Error('on purpose'))), noted: /uncaught: .*on purpose/ },
    { fault: 'reports an error', commit: () => console.error('on purpose'), noted: /console: on purpose/ },
  ]

  test.for(faults)('$fault', async ({ commit, noted }, { app, browser }) => {
    const context = await browser.newContext()
    const problems = await watch(context)
    const page = await context.newPage()
    await page.goto(app.url)
    await page.evaluate(`window.inline = ${inline}`)
    await page.evaluate(commit)
    await expect.poll(() => problems).toContainEqual(expect.stringMatching(noted))
    await context.close()
  })
})

/** Puts an element with content of its own into the page. Runs there. */
function inline(tag: string, content: string): void {
  document.head.appendChild(Object.assign(document.createElement(tag), { textContent: content }))
}
