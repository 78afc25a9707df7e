import type { CallSummary } from './summary.ts'

/** Which calls are asked for; times are milliseconds since the epoch, `to` not included. */
export type CallQuery =
  | { readonly by: 'id'; readonly id: string }
  | { readonly by: 'status'; readonly status: CallSummary['status'] }
  | { readonly by: 'started'; readonly from: number; readonly to: number }
  /** All of one customer. */
  | { readonly by: 'ref'; readonly ref: string }
  /** About one matter, begun at `from` or later. */
  | { readonly by: 'matter'; readonly matter: string; readonly from: number }
  /** With a promise that is open. */
  | { readonly by: 'owed' }

/** Whether a call is one of those that are asked for. */
export function answers(summary: CallSummary, query: CallQuery): boolean {
  switch (query.by) {
    case 'id':
      return summary.id === query.id
    case 'status':
      return summary.status === query.status
    case 'started':
      return query.from <= summary.startedAt && summary.startedAt < query.to
    case 'ref':
      return summary.ref === query.ref
    case 'matter':
      return summary.matter === query.matter && query.from <= summary.startedAt
    case 'owed':
      return summary.owed !== undefined
  }
}

/** All calls. */
export const EVERY_CALL: CallQuery = { by: 'started', from: 0, to: Number.MAX_SAFE_INTEGER }
