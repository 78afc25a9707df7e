import type { Span } from './calendar/periods.ts'
import type { Title } from './title.ts'

/** Something that a hall looks at every week or month, by itself. (tel.fee.control) */
export interface SelfCheck {
  readonly id: string
  readonly every: Span
  readonly title: Title
  /** Where to look, and what for. */
  readonly look: Title
  /** What the stored calls can say of it; where they cannot, only a person knows. */
  readonly finds: readonly FindingKind[]
  readonly source: readonly string[]
}

/**
 * What stored calls can show of refunds.
 *
 * - `noted`: a refund was noted: what the totals of other systems are held against
 * - `beyond-authority`: a refund was promised, and nobody who may grant its sum was in the call
 * - `overdue`: a promised refund is not paid and its time is over
 * - `twice`: one customer was to get money back more than once on one matter
 * - `unpromised`: a refund was noted, and nobody told the customer by when it comes
 */
export const FINDING_KINDS = ['noted', 'beyond-authority', 'overdue', 'twice', 'unpromised'] as const
export type FindingKind = (typeof FINDING_KINDS)[number]

/** Kinds that are what a check hopes not to find. */
export const FAULTS: readonly FindingKind[] = ['beyond-authority', 'overdue', 'twice', 'unpromised']
