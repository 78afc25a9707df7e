import { Worker } from 'node:worker_threads'

/** What a recogniser is learnt from: the pack's files are read again where it learns. */
export interface LearningTask {
  /** The project's folder. */
  readonly root: string
  /** The pack. */
  readonly id: string
  /** ISO date that expiry is measured against. */
  readonly today: string
}

export interface Learning {
  /** The packed recogniser. Rejects when the pack has errors by now, or when it was stopped. */
  readonly done: Promise<Uint8Array>
  stop(): void
}

/** Learns the recogniser of a sound pack in a thread of its own, so that whoever asked goes on meanwhile. */
export function learnApart(task: LearningTask): Learning {
  const worker = new Worker(new URL('./learn.worker.mjs', import.meta.url), { workerData: task, execArgv: [] })
  return {
    done: new Promise((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', () => reject(new Error(`the recogniser of ${task.id} was not learnt to the end`)))
    }),
    stop: () => void worker.terminate(),
  }
}
