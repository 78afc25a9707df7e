import type { Calendar } from './calendar/calendar.ts'
import type { ConcessionLadder } from './concession-ladder.ts'
import type { Form } from './forms/form.ts'
import type { DecisionTable } from './rules/decision-table.ts'
import type { SelfCheck } from './self-check.ts'
import type { Title } from './title.ts'
import type {
  Act,
  Channel,
  Checkpoint,
  Danger,
  EndReason,
  LineStatus,
  Outcome,
  ScenarioGroup,
  Signal,
  Stage,
  Temper,
  Violation,
} from './vocabulary.ts'

export type { Title }

/**
 * A pack as the panel ships it: plain JSON, every reference resolved, nothing left to parse.
 * `src/compiler` makes it from YAML; `docs/packs.md` describes the authored form.
 */
export interface CompiledPack {
  readonly id: string
  readonly title: Title
  readonly version: string
  /** Edition of the manual that the content follows, such as `2026.11`. */
  readonly edition: string
  /** SHA-256 over the content, hexadecimal; pinned by each call that runs on this pack. */
  readonly hash: string
  readonly stages: Readonly<Record<Stage, StageInfo>>
  /** Stages in order, for each channel. */
  readonly blueprint: Readonly<Record<Channel, readonly Stage[]>>
  readonly checkpoints: Readonly<Record<Checkpoint, CheckpointRule>>
  readonly requirements: Readonly<Record<RequirementId, Requirement>>
  readonly tempers: Readonly<Record<Exclude<Temper, 'calm'>, TemperCard>>
  readonly roles: readonly Role[]
  readonly promises: Readonly<Record<string, PromiseRule>>
  readonly slots: Readonly<Record<string, Slot>>
  readonly profile: ProfileChoices
  readonly moves: Readonly<Record<string, Move>>
  readonly steps: Readonly<Record<string, Step>>
  readonly hints: Readonly<Record<string, Hint>>
  readonly swaps: Readonly<Record<string, Swap>>
  readonly lines: Readonly<Record<string, Line>>
  /** Shown when a state's own lines have all expired: better a decent general line than none. */
  readonly fallbackLines: readonly string[]
  /** The journey of each channel and every scenario, by machine id. */
  readonly machines: Readonly<Record<string, Machine>>
  readonly journeys: Readonly<Record<Channel, string>>
  readonly scenarios: Readonly<Record<string, Scenario>>
  /** The manuals that sources stand in, by the id that sources name them by. */
  readonly documents: Readonly<Record<string, Title>>
  readonly sources: Readonly<Record<string, Source>>
  readonly listening: ListeningRules
  /** Absent in a pack that was published without one. */
  readonly calendar?: Calendar
  /** The tables of the manual, by id. */
  readonly rules: Readonly<Record<string, DecisionTable>>
  /** What may be offered while negotiating, and in which order. Absent in a pack that was published without any. */
  readonly concessions?: readonly ConcessionLadder[]
  /** What a call opens with when an earlier promise to this customer was broken. Absent in a pack that was published without. */
  readonly broken?: { readonly say: readonly string[]; readonly do: readonly string[]; readonly avoid: readonly string[] }
  /** Papers that a call is written up on, by id. Absent in a pack that was published without any. */
  readonly forms?: Readonly<Record<string, Form>>
  /** What a hall checks of its refunds every week and month, in order. Absent in a pack that was published without any. */
  readonly selfChecks?: readonly SelfCheck[]
}

/** What the panel does about what it hears; how sure something must be counts from 0 to 1. */
export interface ListeningRules {
  /** From here on it is done at once … */
  readonly apply: Readonly<Record<'signal' | 'move' | 'scenario', number>>
  /** … and from here on put to the agent. */
  readonly ask: Readonly<Record<'signal' | 'move' | 'scenario', number>>
  /** How often an agent may be asked or corrected within so many milliseconds. */
  readonly budget: { readonly asks: number; readonly within: number }
  /** Milliseconds after which a question that is no danger goes away by itself. */
  readonly lapse: number
  /** Milliseconds before what was put off or lapsed may be asked again. */
  readonly again: number
}

export interface StageInfo {
  readonly title: Title
  /** Weight that the documented peak-end curve gives the stage; see decision 0004 on how it was read. */
  readonly weight: number
  readonly checkpoint?: Checkpoint
  /** What must have been seen before a call may be moved here by hand. */
  readonly requires: readonly RequirementId[]
}

/** A checkpoint is met when each group has at least one act seen. */
export interface CheckpointRule {
  readonly title: Title
  /** One word for what the customer should feel here. */
  readonly word: Title
  readonly stage: Stage
  readonly needs: readonly CheckpointNeed[]
  readonly source: readonly string[]
}

export interface CheckpointNeed {
  readonly anyOf: readonly Act[]
  readonly title: Title
}

/** Conditions that a state, a stage or the end of a call can ask for. */
export type RequirementId = 'acknowledged' | 'identity' | 'looked-up' | 'position-or-offer'

/** The stage whose work the bridging line of a requirement makes up for. */
export const STANDS_IN: Readonly<Record<RequirementId, Stage>> = {
  acknowledged: 'soothe',
  identity: 'verify',
  'looked-up': 'verify',
  'position-or-offer': 'negotiate',
}

export interface Requirement {
  readonly title: Title
  /** Satisfied by any of these acts … */
  readonly acts: readonly Act[]
  /** … or by any of these steps. */
  readonly steps: readonly string[]
  /** The lines that make up for it when it is missing, best first. */
  readonly say: readonly string[]
}

export interface TemperCard {
  readonly title: Title
  readonly say: readonly string[]
  readonly do: readonly string[]
  readonly avoid: readonly string[]
}

export interface Role {
  readonly id: string
  readonly title: Title
}

/** Something that we commit to, with its limit and who may commit to it. */
export interface PromiseRule {
  readonly id: string
  readonly what: Title
  /** From the moment of promising until it is due. */
  readonly within: Within
  /** Milliseconds before `within` runs out at which the panel starts to press. */
  readonly warn: number
  /** Id of the lowest role that may promise this. */
  readonly authority: string
  /** Whether it is the refund of the call that is promised: then whoever may grant its sum must be in the call. */
  readonly refunds?: true
  /** Whether it is due when the class of the complaint says, where that is sooner: see `replyBy`. */
  readonly byClass?: true
  /** What to say and do instead while nobody who may promise it is in the call. */
  readonly beyond?: { readonly say: readonly string[]; readonly do: readonly string[] }
  /** Lines to say in the call itself when this is about to break, such as after a hold. */
  readonly nudge: readonly string[]
  readonly source: readonly string[]
}

/** A time limit: milliseconds of natural time, or whole working days by the pack's calendar. */
export type Within = { readonly ms: number } | { readonly workingDays: number }

export interface Slot {
  readonly id: string
  /** Said when nothing is known. An empty fallback takes a comma that follows the slot with it. */
  readonly fallback: string
  /** Whether a line with it is kept back while nothing is known. */
  readonly needed?: true
  /** How a known value is said; `{}` stands for it. Left out: as it is. */
  readonly form?: string
  /** A long but usual value; lengths are checked with it filled in. */
  readonly sample: string
  /** Whether its value is account data, which only a verified customer may hear. */
  readonly account: boolean
}

export interface ProfileChoices {
  readonly titles: readonly Choice[]
  readonly tiers: readonly Choice[]
  readonly brands: readonly Choice[]
}

export interface Choice {
  readonly id: string
  readonly title: Title
}

/** What can happen next in a conversation: something the customer does, or something that we found or decided. */
export interface Move {
  readonly id: string
  readonly title: Title
  readonly by: 'customer' | 'agent'
  /** How it answers the script, so that each scenario can be proved to be ready for each kind. */
  readonly kind: MoveKind
  readonly signals: readonly Signal[]
  /** An explicit push on temper; without one, the signals decide. */
  readonly temper?: 'up' | 'down'
  /** The role whose authority this move brings into the call. */
  readonly grants?: string
  /** It settles a refund that this role may grant, or one that is beyond this role: closed while the sum that is noted says otherwise. */
  readonly settles?: { readonly within: string } | { readonly beyond: string }
  /** What it means for the matter, and what follows from it; chiefly of findings. */
  readonly means?: Title
}

export const MOVE_KINDS = ['follows', 'softens', 'resists', 'escalates', 'finding', 'decision'] as const
export type MoveKind = (typeof MOVE_KINDS)[number]

export interface Step {
  readonly id: string
  readonly title: Title
  readonly acts: readonly Act[]
  /** Doing this settles who we are talking to. */
  readonly identifies: boolean
  /** Doing this opens account data, so identity must be settled. */
  readonly account: boolean
  /** Where to look and what to look for, when the title alone does not say it. */
  readonly how?: Title
}

/** A piece of craft for the agent: how to listen, speak, ask and take responsibility. It is never said aloud. */
export interface Hint {
  readonly id: string
  readonly text: Title
  /** Where it helps; a hint without stages, tempers and scenarios helps everywhere. */
  readonly stages: readonly Stage[]
  readonly tempers: readonly Temper[]
  readonly scenarios: readonly string[]
  readonly source: readonly string[]
}

/** Say this, not that. */
export interface Swap {
  readonly id: string
  readonly violation: Violation
  /** The wording as an agent would blurt it out. */
  readonly not: string
  /** Literal pieces that no approved line may contain. */
  readonly match: readonly string[]
  readonly instead: string
  readonly why: Title
  readonly source: readonly string[]
}

export interface Line {
  readonly id: string
  readonly purpose: Title
  /** Two or three full wordings. */
  readonly say: readonly string[]
  /** One that fits into half a breath. */
  readonly short: string
  readonly acts: readonly Act[]
  readonly promises: readonly string[]
  /** Says something that only the account holder may hear. */
  readonly account: boolean
  readonly source: readonly string[]
  readonly edition: string
  readonly status: LineStatus
  /** ISO date of the last approval. */
  readonly approved: string
  /** Last ISO date (Asia/Shanghai) on which the line may be said. */
  readonly expires?: string
  /** Where it was written, for reviewers: `file:line`. */
  readonly at: string
  /** Toneless pinyin and initials of the wordings, for the search box. */
  readonly pinyin: string
  readonly initials: string
}

/** A journey or a scenario, as data that XState can run and a reviewer can draw. */
export interface Machine {
  readonly id: string
  readonly title: Title
  readonly entry: string
  readonly states: Readonly<Record<string, MachineState>>
  readonly at: string
}

export interface MachineState {
  readonly id: string
  readonly at: string
  readonly stage: Stage
  readonly say: readonly Say[]
  readonly do: readonly string[]
  readonly avoid: readonly string[]
  readonly requires: readonly RequirementId[]
  readonly on: readonly Transition[]
  /** Present on final states only. */
  readonly final?: Final
}

/** A line, and the circumstances in which it is the right one; the first that fits is shown. */
export interface Say {
  readonly line: string
  readonly when?: When
}

export interface When {
  readonly channel?: Channel
  readonly brand?: readonly string[]
  readonly tier?: readonly string[]
  readonly temper?: readonly Temper[]
}

/** What a machine answers to: a line said, a step done, or a move made. */
export type Trigger =
  | { readonly type: 'said' }
  | { readonly type: 'step'; readonly step: string }
  | { readonly type: 'move'; readonly move: string }

export interface Transition {
  readonly trigger: Trigger
  /** State of the same machine; absent when the move only starts another scenario. */
  readonly to?: string
  /** Scenario that this opens. */
  readonly start?: string
  /** Taken only once the named state has been entered at least this often. */
  readonly when?: { readonly seen: string; readonly times: number }
}

export interface Final {
  readonly outcome: Outcome
  /** Where the journey goes on: at a stage, or where it stood (`back`). */
  readonly next: Stage | 'back'
  /** Logged when the call may end here without the caring close. */
  readonly reason?: EndReason
}

export interface Scenario {
  readonly id: string
  readonly title: Title
  readonly group: ScenarioGroup
  readonly summary: Title
  readonly channels: readonly Channel[]
  readonly interrupts?: Danger
  readonly source: readonly string[]
  readonly cues: { readonly signals: readonly Signal[]; readonly examples: readonly string[]; readonly unlike: readonly string[] }
  /** Lines that this scenario puts in place of the journey's own, by journey state, once it has been in the call. */
  readonly closing: Readonly<Record<string, readonly Say[]>>
}

export interface Source {
  readonly id: string
  /** Id of the manual. */
  readonly document: string
  /** Lines of it, such as `12-18`. */
  readonly at: string
  readonly kind: string
  readonly title: string
}
