/** What tells who or where somebody is, and is never stored. */
export const PERSONAL_KINDS = ['id-number', 'passport', 'mobile', 'landline', 'bank-card', 'plate', 'email', 'address', 'name'] as const
export type PersonalKind = (typeof PERSONAL_KINDS)[number]

/** A piece of a text that does. */
export interface Personal {
  readonly kind: PersonalKind
  readonly start: number
  readonly end: number
}
