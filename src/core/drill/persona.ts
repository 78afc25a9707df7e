import type { Profile } from '../events.ts'
import type { Title } from '../title.ts'
import type { Act, Channel, Temper, Violation } from '../vocabulary.ts'

/** How somebody speaks. */
export const MANNERS = ['plain', 'dialect', 'elderly', 'legalistic', 'sarcastic'] as const
export type Manner = (typeof MANNERS)[number]

/**
 * What a customer of a drill does whatever scenario is played: says what it is about, goes on with the story, and answers to how they are
 * treated. Everything else they do is a move of the scenario.
 */
export const REACTIONS = [
  /** The first words. */
  'opens',
  /** More of the story, as long as somebody listens. */
  'goes-on',
  /** A solution came before anybody had taken in what happened. */
  'unheard',
  /** They were blamed, fobbed off or argued with. */
  'hurt',
  /** Policy was read out to them. */
  'bored',
  /** They were asked for what they had said. */
  'asked-again',
  /** Nothing has been said to them for a while. */
  'silence',
  /** Nothing has come forward: what now? */
  'pressed',
  /** They have been understood, and want to hear what happens. */
  'calmed',
  /** They part on good terms. */
  'farewell',
  /** They give up on us. */
  'leaves',
] as const
export type Reaction = (typeof REACTIONS)[number]

/** What inflames somebody beside slips of wording. */
export const SORE_POINTS = ['policy', 'silence', 'asked-again', 'solving-first'] as const
export type SorePoint = (typeof SORE_POINTS)[number]

/** Something about the matter that a customer tells when asked for it. */
export interface DrillFact {
  readonly id: string
  /** How a good agent asks for it. */
  readonly ask: string
  /** Any of these in what the agent says asks for it. */
  readonly words: readonly string[]
  readonly tells: readonly string[]
  /** It is part of the first words: asking for it is asking again. */
  readonly told?: true
  /** Told only to somebody who has taken in what happened. */
  readonly secret?: true
  /** Nothing is settled at the hardest level before it has come up. */
  readonly needed?: true
}

/** In the middle of the call something else comes up: the press, a threat, a second matter. */
export interface DrillTurn {
  /** After so many turns of the agent. */
  readonly after: number
  readonly scenario: string
  readonly says: readonly string[]
}

/** A customer to be practised with, as the drill desk ships them. */
export interface Persona {
  readonly id: string
  readonly title: Title
  /** The scenario whose machine gives the customer their moves. */
  readonly scenario: string
  /** What else is in the call from its first words on. */
  readonly also: readonly string[]
  readonly channel: Channel
  readonly profile: Profile
  /** What the agent sees before the first word is spoken. */
  readonly scene: Title
  readonly manner: Manner
  /** What has happened to them: for whoever plays them. */
  readonly story: string
  /** What they really want, which they do not say of themselves. */
  readonly goal: Title
  readonly temper: Temper
  /** Turns without anything coming of it that they put up with. */
  readonly patience: number
  readonly calms: readonly Act[]
  readonly inflames: readonly (Violation | SorePoint)[]
  /** What they must have met with before they agree to anything. */
  readonly needs: readonly Act[]
  /** What they ask for on top at the hardest level. */
  readonly harder: readonly Act[]
  readonly facts: readonly DrillFact[]
  /** What the agent's systems and people would show, in the order in which it comes up: moves of the scenario and of the journey. */
  readonly truth: readonly string[]
  /** The same in words, for the agent's card. */
  readonly records: readonly Title[]
  /** What may be promised, by whom. */
  readonly remedy: Title
  readonly turns: readonly DrillTurn[]
  /** Utterances by reaction, and by move of the scenario. */
  readonly says: Readonly<Record<string, readonly string[]>>
  /** Their own answers to what anybody is asked, where the usual ones do not fit them. */
  readonly answers?: Readonly<Record<string, readonly string[]>>
  readonly source: readonly string[]
}
