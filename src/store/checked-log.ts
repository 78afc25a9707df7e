import type { CallEvent } from '../core/events.ts'
import { misshapen } from './event-shape.ts'

/** What a log turned out to be when it was read back. */
export interface CheckedLog {
  /** The log as far as it is sound; empty when already its beginning is not. */
  readonly events: readonly CallEvent[]
  /** Where it stops being sound, and why; absent when all of it is. */
  readonly damage?: Damage
  /** Every record as it was found. */
  readonly raw: readonly unknown[]
}

export interface Damage {
  /** The number that a sound event should have had here. */
  readonly seq: number
  readonly what: DamageKind
}

export type DamageKind =
  /** A field is missing or holds what it cannot hold. */
  | 'shape'
  /** No event of this program, or of a newer version of it. */
  | 'unknown-type'
  /** Its number or its call is not the one that comes next. */
  | 'out-of-order'
  /** Does not begin with `CallStarted`, or begins twice. */
  | 'no-beginning'

/**
 * Reads a log back as far as it can be trusted. Never throws, whatever the records are.
 *
 * @param raw records of one call, in the order of their numbers
 */
export function checkLog(raw: readonly unknown[]): CheckedLog {
  const events: CallEvent[] = []
  for (const record of raw) {
    const what = misshapen(record) ?? misplaced(record as CallEvent, events)
    if (what) return { events, damage: { seq: events.length + 1, what }, raw }
    events.push(record as CallEvent)
  }
  if (events.length === 0) return { events, damage: { seq: 1, what: 'no-beginning' }, raw }
  return { events, raw }
}

function misplaced(event: CallEvent, before: readonly CallEvent[]): DamageKind | undefined {
  const [first] = before
  if ((event.type === 'CallStarted') !== (first === undefined)) return 'no-beginning'
  if (event.seq !== before.length + 1 || (first && event.call !== first.call)) return 'out-of-order'
  return undefined
}
