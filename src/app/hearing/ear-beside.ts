import type { EarTrouble, Listened, OpenedEar, Turn } from './ear.ts'
import type { FromWorker, ToWorker } from './ear-messages.ts'

/** An ear in a worker, from when the worker has its recogniser. */
export function openBeside(worker: Worker, url: string): Promise<OpenedEar> {
  const waiting: ((answer: Listened) => void)[] = []
  let opened = false
  let ended: EarTrouble | undefined
  const ask = (message: ToWorker) => worker.postMessage(message)
  return new Promise((resolve) => {
    const end = (trouble: EarTrouble) => {
      ended ??= trouble
      worker.terminate()
      resolve({ ok: false, trouble })
      for (const answer of waiting.splice(0)) answer({ ok: false, trouble })
    }
    const hear = (turn: Turn): Promise<Listened> =>
      new Promise((answer) => {
        if (ended) return answer({ ok: false, trouble: ended })
        waiting.push(answer)
        ask({ type: 'hear', turn })
      })
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      switch (data.type) {
        case 'opened':
          opened = true
          resolve({ ok: true, ear: { hear, close: () => end('closed') } })
          break
        case 'failed':
          end(data.trouble)
          break
        case 'heard':
          waiting.shift()?.(data.answer)
          break
      }
    })
    // A worker that cannot even be fetched fails like this too.
    worker.addEventListener('error', () => end(opened ? 'stopped' : 'unreachable'))
    ask({ type: 'open', url })
  })
}
