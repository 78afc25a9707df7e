import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findBrowser } from './browser.ts'

/**
 * Makes sure that end-to-end tests find a browser, and a font in which Chinese can be read. On Debian, and as root, both
 * are installed; elsewhere this says what to install.
 *
 * @returns whether there is a browser
 */
export function ensureBrowser(): boolean {
  const named = process.env.EVENKEEL_BROWSER
  if (named && !findBrowser()) {
    console.error(`EVENKEEL_BROWSER names ${named}, where no program is. Give the path of a Chromium, Chrome or Edge.`)
    return false
  }
  const missing = [...(findBrowser() ? [] : ['chromium']), ...(hasChineseFont() ? [] : ['fonts-noto-cjk'])]
  if (missing.length > 0 && isDebian() && process.getuid?.() === 0) install(missing)

  if (!hasChineseFont()) console.warn('No Chinese font was found: characters will show as boxes. Install one, such as Noto Sans CJK.')
  if (findBrowser()) return true
  console.error('No browser was found. Install Chromium, Chrome or Edge, or name one: EVENKEEL_BROWSER=/path/to/chrome npm test')
  return false
}

function install(packages: readonly string[]): void {
  console.log(`Installing ${packages.join(' and ')} …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env })
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { stdio: 'inherit', env })
}

function isDebian(): boolean {
  return existsSync('/etc/debian_version')
}

/** Only Linux comes without one. */
function hasChineseFont(): boolean {
  if (process.platform !== 'linux') return true
  return Boolean(spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout?.trim())
}
