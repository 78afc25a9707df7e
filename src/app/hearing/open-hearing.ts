import type { OpenedEar } from './ear.ts'
import { openBeside } from './ear-beside.ts'

/**
 * Opens the recogniser of a pack: in a worker beside the page, so that no key waits for it; on the page itself where there are no
 * workers. Never rejects.
 *
 * @param url the `hearingUrl` of a shipped pack
 *
 * @example
 * const opened = await openHearing(shipped.hearingUrl)
 * if (opened.ok) await opened.ear.hear({ id: '1', who: 'customer', text: '再不解决我就找记者' })
 */
export async function openHearing(url: string): Promise<OpenedEar> {
  const address = new URL(url, location.href).href
  const worker = startWorker()
  if (worker) return openBeside(worker, address)
  const { openHere } = await import('./ear-here.ts')
  return openHere(address)
}

function startWorker(): Worker | undefined {
  try {
    return new Worker(new URL('./hearing.worker.ts', import.meta.url), { type: 'module' })
  } catch {
    // There are none, or a page around ours allows none.
    return undefined
  }
}
