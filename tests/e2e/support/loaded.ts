import type { Page } from 'playwright-core'

/** Waits until everything that the panel needs is kept in this browser, so that the network can go. */
export async function loadedForGood(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    if (!navigator.serviceWorker.controller)
      await new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }))
  })
}
