import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads'
import type { Teaching } from './teaching.ts'

/** What one of the two threads is given: one learns its part and hands it over, the other waits for it and makes the whole. */
export type LearningTask = { readonly teaching: Teaching } & ({ readonly handTo: MessagePort } | { readonly waitFor: MessagePort })

export interface Learning {
  /** The packed recogniser. Rejects when it was stopped. */
  readonly done: Promise<Uint8Array>
  stop(): void
}

/** Learns the recogniser of a pack in two threads of its own, so that whoever asked goes on meanwhile. */
export function learnApart(teaching: Teaching): Learning {
  const { port1: handTo, port2: waitFor } = new MessageChannel()
  const helper = start({ teaching, handTo }, handTo)
  const maker = start({ teaching, waitFor }, waitFor)
  const stop = () => {
    void helper.terminate()
    void maker.terminate()
  }
  const done = new Promise<Uint8Array>((resolve, reject) => {
    maker.once('message', resolve)
    for (const each of [helper, maker]) each.once('error', reject)
    maker.once('exit', () => reject(new Error('the recogniser was not learnt to the end')))
  })
  // When one fails there is nothing that the other could learn for.
  done.catch(stop)
  return { done, stop }
}

function start(task: LearningTask, port: MessagePort): Worker {
  return new Worker(new URL('./learn.worker.mjs', import.meta.url), { workerData: task, transferList: [port], execArgv: [] })
}
