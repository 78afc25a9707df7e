import { isIPv6 } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { buildApp } from './app.ts'
import { openBrowser } from './browser.ts'
import { build, buildNeed } from './build.ts'
import { EVENTS_PATH } from './events.ts'
import { isWildcard } from './known-host.ts'
import { readOptions, type ServerOptions } from './options.ts'
import { newToken } from './token.ts'
import { listeningTrouble, Trouble } from './trouble.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

try {
  await serve(readOptions(process.argv.slice(2), process.env, process.stdout.isTTY && !process.env.CI))
} catch (error) {
  console.error(error instanceof Trouble ? error.message : error)
  process.exitCode = 1
}

async function serve(options: ServerOptions): Promise<void> {
  const need = buildNeed(root)
  if (need) {
    console.log(need === 'missing' ? 'Building the panel for the first time …' : 'Sources have changed: building the panel …')
    await build(root)
  }
  const eventsToken = options.transcripts ? (options.eventsToken ?? newToken()) : undefined
  const { host, embedIn } = options
  const app = buildApp({ dist: join(root, 'dist'), host, embedIn, ...(eventsToken === undefined ? {} : { eventsToken }) })
  const url = await listen(app, options)
  console.log(`Evenkeel 稳场 is at ${url} (Ctrl+C stops it)`)
  if (eventsToken !== undefined) {
    console.log(`Events about calls: POST ${new URL(EVENTS_PATH, url)}`)
    // One that was given is known already, and need not stand in a log.
    if (options.eventsToken === undefined) console.log(`Authorization: Bearer ${eventsToken}`)
  }
  if (options.open) openBrowser(url)
  // npm passes on the Ctrl+C that the terminal has sent us already, so it may arrive twice.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => app.close())
}

/** Starts listening and gives the address to open. */
async function listen(app: FastifyInstance, { host, port }: ServerOptions): Promise<string> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    throw listeningTrouble(error, { host, port })
  }
  const address = app.server.address()
  const url = new URL('http://127.0.0.1')
  if (!isWildcard(host)) url.hostname = isIPv6(host) ? `[${host}]` : host
  url.port = String(typeof address === 'object' && address ? address.port : port)
  return url.href
}
