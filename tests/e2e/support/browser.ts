import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { type Browser, type BrowserContext, chromium } from 'playwright-core'
import { findBrowser } from '../../../scripts/browser.ts'
import { invariant } from '../../../src/core/invariant.ts'

/** Nothing of the browser's own may run beside a test, and no name is resolved: whatever is not on loopback fails. */
const ARGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
]

/** Starts a browser that forgets everything when it is closed. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: browserPath(), args: ARGS })
}

/** A browser on a profile that outlives it. */
export interface ProfileBrowser {
  readonly context: BrowserContext
  /** Takes the whole browser away at once, as a crash or a power cut does. Once is enough; twice does no harm. */
  kill: () => Promise<void>
}

/**
 * Starts a browser on a profile folder, so that a second one can find what the first had stored.
 *
 * @param folder absolute path; made when it is missing
 *
 * @example
 * const first = await launchProfile(folder)
 * await first.kill()
 * const second = await launchProfile(folder)
 */
export async function launchProfile(folder: string): Promise<ProfileBrowser> {
  const args = [
    ...ARGS,
    '--lang=zh-CN',
    `--user-data-dir=${folder}`,
    '--remote-debugging-port=0',
    '--hide-crash-restore-bubble',
    'about:blank',
  ]
  const program = spawn(browserPath(), args, {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, TZ: 'Asia/Shanghai' },
  })
  const browser = await chromium.connectOverCDP(await debuggingAddress(program))
  const [context] = browser.contexts()
  invariant(context, 'a browser on a profile has one context')
  invariant(program.pid, 'a running program has an id')
  const group = -program.pid
  return {
    context,
    kill: async () => {
      if (program.signalCode || program.exitCode !== null) return
      const gone = once(program, 'exit')
      // The whole group: the renderers and the storage service die in the same instant.
      process.kill(group, 'SIGKILL')
      await gone
    },
  }
}

/** Where a browser that has just been started listens for us; it prints the address on its standard error. */
async function debuggingAddress({ stderr }: ChildProcess): Promise<string> {
  invariant(stderr, 'the browser was started with a pipe')
  const printed: string[] = []
  for await (const line of createInterface(stderr)) {
    const address = /^DevTools listening on (\S+)/.exec(line)?.[1]
    if (address) {
      stderr.resume()
      return address
    }
    printed.push(line)
  }
  throw new Error(`The browser ended before it listened:\n${printed.join('\n')}`)
}

function browserPath(): string {
  const path = findBrowser()
  if (!path) throw new Error('No browser was found. `npm test -- e2e` installs one, or says what to install.')
  return path
}
