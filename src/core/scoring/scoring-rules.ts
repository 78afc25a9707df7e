import type { Title } from '../title.ts'
import type { Violation } from '../vocabulary.ts'

/** What an agent is good at. */
export const SKILLS = ['listen', 'speak', 'ask', 'own', 'rules'] as const
export type Skill = (typeof SKILLS)[number]

/** What is looked at; what each means stands in `criteria.ts`, its weight and words in the pack. */
export const CRITERIA = [
  'acknowledged-first',
  'restated',
  'answered-heat',
  'heard-out',
  'clean-words',
  'short-turns',
  'explained',
  'closed-well',
  'asked',
  'checked-first',
  'not-denied',
  'confirmed',
  'apologised',
  'way-forward',
  'committed',
  'no-blame',
  'within-authority',
  'honest',
  'danger-answered',
  'ended-properly',
] as const
export type CriterionId = (typeof CRITERIA)[number]

export interface Criterion {
  readonly skill: Skill
  readonly points: number
  /** What each offence takes, for what is kept until it is lost. */
  readonly each?: number
  /** Slips that lose it. */
  readonly violations?: readonly Violation[]
  readonly title: Title
  /** What to do instead. */
  readonly better: Title
}

/** How calls are scored: the same for a drill and for a real one. */
export interface ScoringRules {
  /** Out of 100. */
  readonly pass: number
  readonly excellent: number
  readonly fatal: readonly Violation[]
  readonly skills: Readonly<Record<Skill, { readonly title: Title; readonly weight: number }>>
  readonly criteria: Readonly<Record<CriterionId, Criterion>>
  /** Characters that can be said in one breath. */
  readonly breath: number
}
