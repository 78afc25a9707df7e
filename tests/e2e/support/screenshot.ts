import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

/** Keeps a picture of a page to look at, outside of the project; gives its path. */
export async function screenshot(page: Page, name: string): Promise<string> {
  const folder = join(tmpdir(), 'evenkeel-screenshots')
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `${name}.png`)
  await page.screenshot({ path, animations: 'disabled' })
  return path
}
