import { lacking } from './checkpoints.ts'
import type { CompiledPack, Title } from './pack.ts'
import type { CallState } from './state.ts'
import type { EndReason, Outcome } from './vocabulary.ts'

/** What is known about how a call would end now, so that ending it asks for nothing that can be known already. */
export interface EndingView {
  /** What the caring close still lacks. */
  readonly lacks: readonly Title[]
  /** Whether it may end without a reason. */
  readonly ready: boolean
  /** What the call itself says; absent while it says nothing: see {@link outcomeFor}. */
  readonly outcome?: Outcome
  readonly reason?: EndReason
}

/** Most serious first: a call ends as its most serious part did. */
const SEVERITY: readonly Outcome[] = ['police', 'escalated', 'follow-up', 'abandoned', 'settled']

export function endingOf(pack: CompiledPack, state: CallState): EndingView {
  const lacks = lacking(pack.checkpoints['end-care'], state)
  const promised = state.promises.some((promise) => promise.keptAt === undefined)
  const outcomes = state.settled.map((each) => each.outcome)
  if (promised) outcomes.push('follow-up')
  const outcome = SEVERITY.find((each) => outcomes.includes(each))
  const reason = state.settled.findLast((each) => each.reason)?.reason
  return { lacks, ready: lacks.length === 0, ...(outcome ? { outcome } : {}), ...(reason ? { reason } : {}) }
}

/** How a call of which nothing else is known ends, by why its close could not be made: as the scenarios of a pack have it. */
const OUTCOME_OF: Readonly<Record<EndReason, Outcome>> = {
  'customer-left': 'abandoned',
  // Somebody has to call back.
  'line-dropped': 'follow-up',
  'handed-over': 'escalated',
  'police-took-over': 'police',
  emergency: 'escalated',
  'abuse-ended': 'follow-up',
}

/** The outcome that is filled in when a call ends for this reason, or with its close made (rule E2). */
export function outcomeFor({ outcome, ready }: EndingView, reason: EndReason | undefined): Outcome {
  if (outcome) return outcome
  return reason && !ready ? OUTCOME_OF[reason] : 'settled'
}
