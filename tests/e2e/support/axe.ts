import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/**
 * Fails with each element of a page that some people could not use, and why.
 *
 * @param screen names what is seen, where a test looks at several
 */
export async function expectAccessible(page: Page, screen?: string): Promise<void> {
  // By way of the debugger, because the page's own policy lets no foreign script in.
  const debuggerSession = await page.context().newCDPSession(page)
  await debuggerSession.send('Runtime.evaluate', { expression: axe.source })
  await debuggerSession.detach()
  const { violations } = await page.evaluate(() => window.axe.run({ resultTypes: ['violations'], preload: false }))
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  )
  expect(found, screen).toEqual([])
}

declare global {
  interface Window {
    readonly axe: typeof axe
  }
}
