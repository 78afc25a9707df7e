import type { EarTrouble, Listened, Turn } from './ear.ts'

/** What the page asks of its worker: first to open, then turn after turn. */
export type ToWorker = { readonly type: 'open'; readonly url: string } | { readonly type: 'hear'; readonly turn: Turn }

/** What the worker answers, in the order in which it was asked. */
export type FromWorker =
  | { readonly type: 'opened' }
  | { readonly type: 'failed'; readonly trouble: EarTrouble }
  | { readonly type: 'heard'; readonly answer: Listened }
