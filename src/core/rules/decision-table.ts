import type { Title } from '../title.ts'

/**
 * A rule of the manual as a table that people can read: each row says under which facts it holds, what follows from it, and where it
 * stands. After the decision tables of DMN.
 */
export interface DecisionTable {
  readonly id: string
  readonly title: Title
  readonly hit: HitPolicy
  readonly inputs: Readonly<Record<string, RuleInput>>
  readonly outputs: Readonly<Record<string, RuleOutput>>
  readonly rows: readonly RuleRow[]
  /** What follows where no row holds. */
  readonly otherwise?: Conclusion
  /** ISO date on which the facts were taken to hold. */
  readonly holds: string
  /** Why a company's counsel must confirm them, where one must. */
  readonly counsel?: Title
  /** `file:line` of the table. */
  readonly at: string
}

/**
 * How many rows may hold at once: exactly one; the first of those that do; every one; or every one, of which that with the lowest first
 * output counts.
 */
export const HIT_POLICIES = ['unique', 'first', 'collect', 'minimum'] as const
export type HitPolicy = (typeof HIT_POLICIES)[number]

/** What numbers count. */
export const UNITS = ['yuan', 'count', 'minutes', 'hours', 'days', 'working-days', 'months'] as const
export type Unit = (typeof UNITS)[number]

/** The smallest difference between two values of a unit: there is no half cent and no half customer. */
export const STEP: Readonly<Record<Unit, number>> = {
  yuan: 0.01,
  count: 1,
  minutes: 1,
  hours: 0.5,
  days: 0.5,
  'working-days': 0.5,
  months: 0.5,
}

/** A fact that a table asks for. */
export type RuleInput =
  | { readonly type: 'number'; readonly title: Title; readonly unit: Unit; readonly optional: boolean }
  | { readonly type: 'choice'; readonly title: Title; readonly choices: Choices; readonly optional: boolean }
  | { readonly type: 'flag'; readonly title: Title }

/** What a table answers. */
export type RuleOutput =
  | { readonly type: 'number'; readonly title: Title; readonly unit: Unit }
  | { readonly type: 'choice'; readonly title: Title; readonly choices: Choices }
  | { readonly type: 'flag'; readonly title: Title }
  | { readonly type: 'text'; readonly title: Title }

export type Choices = Readonly<Record<string, Title>>

/** What follows, and from where. */
export interface Conclusion {
  readonly gives: Outputs
  readonly source: readonly string[]
  /** How we read it, where that could be read otherwise. */
  readonly note?: Title
  readonly at: string
}

export interface RuleRow extends Conclusion {
  /** By input, what holds of it: any of the tests. An input without tests may be anything. */
  readonly when: Readonly<Record<string, readonly Test[]>>
}

/** Everything that a table may answer. */
export function conclusionsOf({ rows, otherwise }: DecisionTable): readonly Conclusion[] {
  return otherwise ? [...rows, otherwise] : rows
}

/** What may hold of one fact. */
export type Test =
  | { readonly type: 'between'; readonly from?: Bound; readonly to?: Bound }
  | { readonly type: 'is'; readonly value: string | boolean }
  /** Nothing is known of it, or it never happened. */
  | { readonly type: 'absent' }

export interface Bound {
  readonly value: number
  /** Whether the value itself belongs to it. */
  readonly included: boolean
}

export type Output = number | boolean | string | Title
export type Outputs = Readonly<Record<string, Output>>

/** What is known of a matter, by input; what is not known is left out. */
export type Facts = Readonly<Record<string, Fact>>
export type Fact = number | boolean | string | undefined
