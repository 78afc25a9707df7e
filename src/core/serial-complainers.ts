import type { CountedCall } from './batches.ts'

/**
 * Of a customer who complains about whatever comes up, and of nobody else, the manual says to be brief and businesslike
 * (tel.customer.serial-complainer). It gives no number; these two are ours.
 */
export const SERIAL_MATTERS = 3
export const SERIAL_DAYS = 30

const DAY = 86_400_000

/** Somebody who complained about several matters within thirty days. */
export interface SerialComplainer {
  readonly ref: string
  readonly matters: readonly string[]
  /** Every call of theirs in that time, by time. */
  readonly calls: readonly string[]
  /** When the last one began, milliseconds since the epoch. */
  readonly lastAt: number
}

/**
 * Customers who complained about at least three different matters in the thirty days up to a moment, those with the most first.
 *
 * @param to milliseconds since the epoch, not included
 */
export function serialComplainers(calls: readonly CountedCall[], to: number): readonly SerialComplainer[] {
  const from = to - SERIAL_DAYS * DAY
  const customers = new Map<string, CountedCall[]>()
  for (const call of calls) {
    if (call.ref === undefined || call.startedAt < from || call.startedAt >= to) continue
    const own = customers.get(call.ref)
    if (own) own.push(call)
    else customers.set(call.ref, [call])
  }
  return [...customers]
    .map(([ref, own]): SerialComplainer => {
      const inOrder = own.sort((a, b) => a.startedAt - b.startedAt)
      return {
        ref,
        matters: [...new Set(inOrder.flatMap(({ matter }) => matter ?? []))],
        calls: inOrder.map(({ id }) => id),
        lastAt: inOrder.at(-1)?.startedAt ?? from,
      }
    })
    .filter(({ matters }) => matters.length >= SERIAL_MATTERS)
    .sort((a, b) => b.matters.length - a.matters.length || b.lastAt - a.lastAt)
}
