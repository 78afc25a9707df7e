import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Fails with each element of a page that some people could not use, and why. */
export async function expectAccessible(page: Page): Promise<void> {
  // By way of the debugger, because the page's own policy lets no foreign script in.
  const debuggerSession = await page.context().newCDPSession(page)
  await debuggerSession.send('Runtime.evaluate', { expression: axe.source })
  await debuggerSession.detach()
  const { violations } = await page.evaluate(() => window.axe.run())
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  )
  expect(found).toEqual([])
}

declare global {
  interface Window {
    readonly axe: typeof axe
  }
}
