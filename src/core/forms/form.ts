import type { Choices } from '../rules/decision-table.ts'
import type { Title } from '../title.ts'
import type { Channel, Outcome } from '../vocabulary.ts'
import type { FormFact } from './form-facts.ts'

/** A paper of the company's that a call is written up on: what it asks for, and what of that the call answers by itself. */
export interface Form {
  readonly id: string
  readonly title: Title
  readonly when: FormWhen
  /** The copies that are printed: the customer's and the hall's. One without a name where there is only one. */
  readonly copies: readonly FormCopy[]
  readonly sections: readonly FormSection[]
  readonly source: readonly string[]
  /** `file:line` of the form. */
  readonly at: string
}

/** Which calls need a form: any of these. */
export interface FormWhen {
  readonly always?: true
  /** Classes of the table `classification`. */
  readonly classes?: readonly string[]
  /** Scenarios that were in the call. */
  readonly scenarios?: readonly string[]
  readonly channels?: readonly Channel[]
  readonly outcomes?: readonly Outcome[]
  /** A promise of the call is still open. */
  readonly owed?: true
}

export interface FormCopy {
  readonly id: string
  readonly title: Title
}

export interface FormSection {
  readonly id: string
  readonly title: Title
  /** Ids of the copies that it stands on; absent when on all. */
  readonly copies?: readonly string[]
  readonly fields: readonly FormField[]
}

/** `rows` holds a line for each row and a tab between its cells; `time` the minute in Asia/Shanghai: 2026-11-24 14:05. */
export type FieldKind = 'text' | 'long' | 'choice' | 'time' | 'rows'

export interface FormField {
  readonly id: string
  readonly title: Title
  readonly kind: FieldKind
  /** Of a `choice`, by the value that is stored. */
  readonly choices?: Choices
  /** Of `rows`, the heads of the columns. */
  readonly columns?: readonly Title[]
  /** What the call fills it with. */
  readonly from?: FormFact
  /** Whether the form is unfinished without it. */
  readonly required: boolean
  /** Tells who somebody is: it is printed and copied, and never stored. */
  readonly personal: boolean
  readonly hint?: Title
}
