/** What tells who or where somebody is, and is never stored. */
export type PersonalKind = 'id-number' | 'passport' | 'mobile' | 'landline' | 'bank-card' | 'plate' | 'email' | 'address' | 'name'

/** A piece of a text that does. */
export interface Personal {
  readonly kind: PersonalKind
  readonly start: number
  readonly end: number
}
