import type { Listened, OpenedEar } from './ear.ts'
import { loadHearing } from './load-hearing.ts'

/** An ear on the page itself, which listens when the page has nothing else to do. */
export async function openHere(url: string): Promise<OpenedEar> {
  await idle()
  const loaded = await loadHearing(url)
  if (!loaded.ok) return loaded
  let closed = false
  let last: Promise<unknown> = Promise.resolve()
  return {
    ok: true,
    ear: {
      hear(turn) {
        const answer = last.then(idle).then((): Listened => (closed ? { ok: false, trouble: 'closed' } : loaded.hear(turn)))
        last = answer
        return answer
      },
      close() {
        closed = true
      },
    },
  }
}

/** The longest that a turn waits for a page that is never idle, in milliseconds. */
const PATIENCE = 200

function idle(): Promise<void> {
  return new Promise((done) => {
    if (typeof requestIdleCallback === 'undefined') setTimeout(done)
    else requestIdleCallback(() => done(), { timeout: PATIENCE })
  })
}
