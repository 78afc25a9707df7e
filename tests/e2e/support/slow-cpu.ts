import type { Page } from 'playwright-core'

/** Makes a page's processor that many times slower, as it is on the machines of many call centres. */
export async function slowCpu(page: Page, times: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: times })
}
