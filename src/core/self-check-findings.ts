import { authorised } from './lines.ts'
import type { MadePromise } from './made-promise.ts'
import type { CompiledPack } from './pack.ts'
import type { FindingKind } from './self-check.ts'

/** What is known of a call when refunds are checked; a summary of the store fits. */
export interface RefundCall {
  readonly id: string
  /** Milliseconds since the epoch. */
  readonly startedAt: number
  readonly matter?: string
  readonly ref?: string
  /** In yuan, with the equal part that may be added. */
  readonly refund?: number
  /** Roles whose authority came into the call. */
  readonly granted?: readonly string[]
  readonly promises?: readonly MadePromise[]
}

export interface Finding {
  readonly kind: FindingKind
  /** The calls that show it, by time. */
  readonly calls: readonly string[]
  /** What they come to, in yuan. */
  readonly yuan: number
}

/** Whether a call has to do with a refund at all: the only ones that need to be kept for a check. */
export function concernsRefund(pack: Pick<CompiledPack, 'promises'>, call: RefundCall): boolean {
  return call.refund !== undefined || refundPromises(pack, call).length > 0
}

/**
 * What the calls of a week or month show of one kind.
 *
 * @param calls of that time, in any order
 * @param now milliseconds since the epoch
 */
export function findingOf(pack: CompiledPack, kind: FindingKind, calls: readonly RefundCall[], now: number): Finding {
  const refunded = (call: RefundCall) => (call.refund ?? 0) > 0
  const own = (shows: (call: RefundCall) => boolean) => calls.filter(shows)
  switch (kind) {
    case 'noted':
      return finding(kind, own(refunded))
    case 'beyond-authority':
      return finding(
        kind,
        own((call) => refundPromises(pack, call).some(({ promise }) => !authorised(pack, promise, authorityOf(call)))),
      )
    case 'overdue':
      return finding(
        kind,
        own((call) => refundPromises(pack, call).some(({ keptAt, due }) => keptAt === undefined && due <= now)),
      )
    case 'twice':
      return finding(kind, repeated(own(refunded)))
    case 'unpromised':
      return finding(
        kind,
        own((call) => refunded(call) && refundPromises(pack, call).length === 0),
      )
  }
}

/** What a call promised to pay back. */
function refundPromises({ promises: rules }: Pick<CompiledPack, 'promises'>, { promises = [] }: RefundCall): readonly MadePromise[] {
  return promises.filter(({ promise }) => rules[promise]?.refunds)
}

function authorityOf({ refund, granted = [] }: RefundCall) {
  return { rolesGranted: granted, ...(refund === undefined ? {} : { refund }) }
}

/** Calls of the same customer about the same matter, where there is more than one. */
function repeated(calls: readonly RefundCall[]): readonly RefundCall[] {
  const groups = new Map<string, RefundCall[]>()
  for (const call of calls) {
    if (call.ref === undefined || call.matter === undefined) continue
    const key = JSON.stringify([call.ref, call.matter])
    const group = groups.get(key)
    if (group) group.push(call)
    else groups.set(key, [call])
  }
  return [...groups.values()].filter((group) => group.length > 1).flat()
}

function finding(kind: FindingKind, calls: readonly RefundCall[]): Finding {
  const inOrder = [...calls].sort((a, b) => a.startedAt - b.startedAt)
  // In cents, so that the sum of tenths is one.
  const cents = inOrder.reduce((sum, { refund = 0 }) => sum + Math.round(refund * 100), 0)
  return { kind, calls: inOrder.map(({ id }) => id), yuan: cents / 100 }
}
