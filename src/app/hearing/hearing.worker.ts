import type { FromWorker, ToWorker } from './ear-messages.ts'
import { loadHearing } from './load-hearing.ts'

/** Hears turns beside the page. `ear-beside.ts` speaks with it. */
let loading: ReturnType<typeof loadHearing> | undefined

addEventListener('message', async ({ data }: MessageEvent<ToWorker>) => {
  switch (data.type) {
    case 'open': {
      loading = loadHearing(data.url)
      const loaded = await loading
      tell(loaded.ok ? { type: 'opened' } : { type: 'failed', trouble: loaded.trouble })
      break
    }
    case 'hear': {
      const loaded = await loading
      if (loaded?.ok) tell({ type: 'heard', answer: loaded.hear(data.turn) })
      break
    }
  }
})

function tell(message: FromWorker): void {
  postMessage(message)
}
