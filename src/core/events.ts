import type { CaseFact, CaseFactValue } from './case-facts.ts'
import type { Callers, EarlierCall } from './earlier-call.ts'
import type { Answer, Quote, Suggestable, SuggestionWay, Utterance } from './heard.ts'
import type { MoveKind, Title, Within } from './pack.ts'
import type {
  Act,
  Channel,
  Checkpoint,
  CheckpointStatus,
  Danger,
  EndReason,
  Outcome,
  Signal,
  Stage,
  Temper,
  Violation,
} from './vocabulary.ts'

/**
 * What happened in a call, in the past tense. The log of these is the only truth; everything that
 * the panel shows is folded from it. A name or a field that was stored is never changed, only added to.
 */
export type Fact =
  | { readonly type: 'CallStarted'; readonly pack: PackRef; readonly channel: Channel; readonly profile: Profile; readonly agent?: string }
  | { readonly type: 'ProfileChanged'; readonly profile: Profile }
  | { readonly type: 'ChannelChanged'; readonly channel: Channel }
  | { readonly type: 'NoteWritten'; readonly text: string }
  /** What would go back, in yuan, with the equal part that may be added; absent when it is not known any more. */
  | { readonly type: 'RefundNoted'; readonly yuan?: number }
  /** Whose call it is: a reference that names nobody outside this browser. */
  | { readonly type: 'CustomerIdentified'; readonly ref: string }
  /** What only a person can know of a complaint; absent when it is not known any more. */
  | { readonly type: 'CaseFactNoted'; readonly fact: CaseFact; readonly value?: CaseFactValue }
  | { readonly type: 'HistoryFound'; readonly earlier: readonly EarlierCall[]; readonly callers: Callers }
  /** Fields of a form as the agent has completed them; never what tells who somebody is. */
  | { readonly type: 'FormFilled'; readonly form: string; readonly fields: FormFields }
  | {
      readonly type: 'LineSaid'
      readonly line: string
      readonly wording: Wording
      readonly text: string
      readonly acts: readonly Act[]
      readonly via: Via
    }
  | { readonly type: 'WordingPicked'; readonly line: string; readonly wording: number }
  | { readonly type: 'StepDone'; readonly step: string; readonly acts: readonly Act[] }
  | { readonly type: 'StepReopened'; readonly step: string; readonly acts: readonly Act[] }
  | {
      readonly type: 'MoveMade'
      readonly machine: string
      readonly move: string
      readonly kind: MoveKind
      readonly signals: readonly Signal[]
    }
  | { readonly type: 'ScenarioStarted'; readonly scenario: string }
  | { readonly type: 'ScenarioFronted'; readonly machine: string }
  | { readonly type: 'ScenarioSettled'; readonly scenario: string; readonly outcome: Outcome; readonly reason?: EndReason }
  | { readonly type: 'ScenarioDropped'; readonly scenario: string }
  | { readonly type: 'StateEntered'; readonly machine: string; readonly state: string }
  | { readonly type: 'StageChosen'; readonly stage: Stage }
  | { readonly type: 'StageEntered'; readonly stage: Stage }
  | { readonly type: 'TemperShifted'; readonly to: Temper; readonly because: TemperCause }
  | { readonly type: 'Interrupted'; readonly danger: Danger; readonly scenario: string; readonly from: Place }
  | { readonly type: 'Resumed'; readonly after: string; readonly to: Place }
  | { readonly type: 'AuthorityGranted'; readonly role: string }
  /** By a line, or by a key or heard: then `line` is empty, and `words` are those of the agent. `about` is the machine that it was made in. */
  | {
      readonly type: 'PromiseMade'
      readonly promise: string
      readonly line: string
      readonly due: number
      readonly about?: string
      readonly words?: string
    }
  /** `made` is the event with which it was made; without one, the open promise of that kind. */
  | { readonly type: 'PromiseKept'; readonly promise: string; readonly made?: string }
  /** The customer turned a rung of the concession ladder down. */
  | { readonly type: 'ConcessionRefused'; readonly rung: string }
  | { readonly type: 'Muted' }
  | { readonly type: 'Unmuted' }
  | (Utterance & { readonly type: 'Heard' })
  | {
      readonly type: 'Suggested'
      readonly suggestion: string
      readonly what: Suggestable
      readonly way: SuggestionWay
      readonly score: number
      readonly because: readonly Quote[]
      readonly turn: string
      readonly danger: boolean
    }
  | { readonly type: 'SuggestionAnswered'; readonly suggestion: string; readonly answer: Answer }
  | {
      readonly type: 'SlipNoted'
      readonly turn: string
      readonly violation: Violation
      readonly because: readonly Quote[]
      readonly swap?: string
      readonly lines: readonly string[]
      readonly shown: boolean
    }
  | { readonly type: 'HungUp' }
  | {
      readonly type: 'CallEnded'
      readonly outcome: Outcome
      readonly reason?: EndReason
      readonly checkpoints: Readonly<Record<Checkpoint, CheckpointStatus>>
    }
  | { readonly type: 'Undone'; readonly undoes: string }

export type FactType = Fact['type']

/** A fact with its place in the log. */
export type CallEvent = Stamp & Fact

export interface Stamp {
  /** UUIDv7. */
  readonly id: string
  readonly call: string
  /** Counts from 1 without gaps within a call. */
  readonly seq: number
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly origin: Origin
  /** Id of the first event of the batch that one command caused; its own id for that first event. */
  readonly cause: string
}

export const ORIGINS = ['agent', 'heard', 'clock'] as const
export type Origin = (typeof ORIGINS)[number]

/** Pinned by each call, so that a stored call is always read with the pack that it ran on. */
export interface PackRef {
  readonly id: string
  readonly version: string
  readonly hash: string
}

/** Who we are talking to, as far as it is known. Every field can be filled in at any time. */
export interface Profile {
  readonly surname?: string
  readonly title?: string
  readonly tier?: string
  readonly brand?: string
  /** What it is about, in a few words: 流量费. */
  readonly matter?: string
  /** What the customer asks for, in a few words: 三倍赔偿. */
  readonly demand?: string
}

/** What stands in the fields of a form, by their ids. */
export type FormFields = Readonly<Record<string, string>>

/** Which wording was said: an index into the line's wordings (the short one is last), or words of one's own. */
export type Wording = number | 'own'

/** How a line came to be marked as said: from the card, from a search, or because it was heard. */
export const VIAS = ['card', 'search', 'heard'] as const
export type Via = (typeof VIAS)[number]

/** A spot in a machine that a call can come back to. */
export interface Place {
  readonly machine: string
  readonly state: string
}

export type TemperCause =
  | { readonly type: 'signals'; readonly signals: readonly Signal[] }
  | { readonly type: 'move'; readonly move: string }
  | { readonly type: 'calm-turns' }
  | { readonly type: 'agent' }

/** What somebody wants to happen, in the imperative. The engine answers with facts or with a refusal. */
export type Command =
  | { readonly type: 'StartCall'; readonly call: string; readonly channel: Channel; readonly profile: Profile; readonly agent?: string }
  | { readonly type: 'ChangeProfile'; readonly profile: Profile }
  | { readonly type: 'ChangeChannel'; readonly channel: Channel }
  | { readonly type: 'WriteNote'; readonly text: string }
  | { readonly type: 'NoteRefund'; readonly yuan?: number }
  | { readonly type: 'IdentifyCustomer'; readonly ref: string }
  | { readonly type: 'NoteCaseFact'; readonly fact: CaseFact; readonly value?: CaseFactValue }
  | { readonly type: 'Recall'; readonly earlier: readonly EarlierCall[]; readonly callers: Callers }
  | { readonly type: 'FillForm'; readonly form: string; readonly fields: FormFields }
  | { readonly type: 'SayLine'; readonly line: string; readonly wording: Wording; readonly via: Via }
  | { readonly type: 'PickWording'; readonly line: string; readonly wording: number }
  | { readonly type: 'DoStep'; readonly step: string }
  | { readonly type: 'ReopenStep'; readonly step: string }
  | { readonly type: 'MakeMove'; readonly move: string }
  | { readonly type: 'StartScenario'; readonly scenario: string }
  | { readonly type: 'FrontMachine'; readonly machine: string }
  | { readonly type: 'DropScenario'; readonly scenario: string }
  | { readonly type: 'ShiftTemper'; readonly direction: 'up' | 'down' }
  | { readonly type: 'GoToStage'; readonly stage: Stage }
  /** Commits to something of one's own accord; `within`, or the end of a day counted from today, and `words` where they differ from the rule's. */
  | { readonly type: 'MakePromise'; readonly promise: string; readonly within?: Within; readonly day?: number; readonly words?: string }
  | { readonly type: 'KeepPromise'; readonly promise: string; readonly made?: string }
  | { readonly type: 'RefuseConcession'; readonly rung: string }
  | { readonly type: 'Mute' }
  | { readonly type: 'Unmute' }
  | (Utterance & { readonly type: 'Hear' })
  | { readonly type: 'AnswerSuggestion'; readonly suggestion: string; readonly answer: Answer }
  | { readonly type: 'HangUp' }
  | { readonly type: 'EndCall'; readonly outcome: Outcome; readonly reason?: EndReason }
  | { readonly type: 'Undo' }

/** Why a command was not carried out. Each has words for people, so that a closed key can say why. */
export interface Refusal {
  readonly code: RefusalCode
  readonly why: Title
}

export const REFUSAL_CODES = [
  'call-ended',
  'interrupted',
  'move-not-here',
  'requirement-missing',
  'line-not-usable',
  'scenario-not-open',
  'stage-not-here',
  'temper-at-limit',
  'close-missing',
  'nothing-to-undo',
  'suggestion-not-open',
  'no-change',
  'beyond-authority',
  'rung-not-offered',
] as const
export type RefusalCode = (typeof REFUSAL_CODES)[number]
