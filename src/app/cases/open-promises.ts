import type { MadePromise } from '../../core/made-promise.ts'
import type { CompiledPack } from '../../core/pack.ts'
import { type PromiseStatus, promiseStatus } from '../../core/promises.ts'
import type { CallSummary } from '../../store/summary.ts'

/** A promise that nobody has kept yet, with the call that it was made in. */
export interface OpenPromise {
  readonly call: CallSummary
  readonly made: MadePromise
  readonly status: Exclude<PromiseStatus, 'kept'>
}

const ORDER: Readonly<Record<OpenPromise['status'], number>> = { overdue: 0, soon: 1, open: 2 }

/** Open promises of calls as they press: overdue ones, those about to break, the others; each by when it is due. */
export function openPromises(pack: CompiledPack, calls: readonly CallSummary[], now: number): readonly OpenPromise[] {
  return calls
    .flatMap((call) =>
      (call.promises ?? []).flatMap((made): OpenPromise[] => {
        const status = promiseStatus(pack, made, now)
        return status === 'kept' ? [] : [{ call, made, status }]
      }),
    )
    .sort((a, b) => ORDER[a.status] - ORDER[b.status] || a.made.due - b.made.due)
}
