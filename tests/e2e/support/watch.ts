import type { BrowserContext } from 'playwright-core'

/**
 * Notes everything in a browser context that must never happen: a violation of the Content-Security-Policy, an uncaught
 * error, an error on the console, a request that leaves this machine.
 *
 * @returns the list, which goes on growing
 */
export async function watch(context: BrowserContext): Promise<readonly string[]> {
  const problems: string[] = []
  context.on('weberror', (webError) => problems.push(`uncaught: ${webError.error().stack ?? webError.error().message}`))
  context.on('console', (message) => {
    // Who may tell of calls is asked of the server at each start; that it is gone is what some tests are about.
    const gone = message.location().url.endsWith('/hosts.json')
    if (message.type() === 'error' && !gone) problems.push(`console: ${message.text()} (${message.location().url})`)
  })
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    if (/^(https?|wss?):$/.test(protocol) && hostname !== '127.0.0.1') problems.push(`request to a stranger: ${request.url()}`)
  })
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile }) => {
      console.error(`policy: ${effectiveDirective} forbids ${blockedURI} in ${sourceFile}`)
    })
  })
  return problems
}
