/**
 * The names that packs, stored events and the command line share.
 *
 * A name is an identifier: once a call has been stored under it, it never changes. Titles for
 * people live in the packs (content) and in `src/i18n` (interface).
 */

/** How a conversation reaches us; each has a blueprint of stages of its own. */
export const CHANNELS = ['phone', 'hall'] as const
export type Channel = (typeof CHANNELS)[number]

/** Every stage of both blueprints, in the order in which a call goes through them. */
export const STAGES = ['arrive', 'contact', 'verify', 'report-back', 'soothe', 'negotiate', 'agree', 'fulfil', 'care', 'follow-up'] as const
export type Stage = (typeof STAGES)[number]

/** The stages of one blueprint, in order: nobody arrives at a telephone, and halls agree while negotiating. */
export const BLUEPRINT: Record<Channel, readonly Stage[]> = {
  phone: ['contact', 'verify', 'report-back', 'soothe', 'negotiate', 'agree', 'fulfil', 'care', 'follow-up'],
  hall: ['arrive', 'contact', 'verify', 'report-back', 'soothe', 'negotiate', 'fulfil', 'care', 'follow-up'],
}

/** The two peaks and the end: what a customer remembers of a complaint. */
export const CHECKPOINTS = ['peak-verify', 'peak-negotiate', 'end-care'] as const
export type Checkpoint = (typeof CHECKPOINTS)[number]

export const CHECKPOINT_STATUSES = ['met', 'partly', 'missed'] as const
export type CheckpointStatus = (typeof CHECKPOINT_STATUSES)[number]

/** How a call can end. */
export const OUTCOMES = ['settled', 'follow-up', 'escalated', 'police', 'abandoned'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** Why a call may end without the caring close. One of these is logged, or the close is made. */
export const END_REASONS = ['customer-left', 'line-dropped', 'handed-over', 'police-took-over', 'emergency', 'abuse-ended'] as const
export type EndReason = (typeof END_REASONS)[number]

/** How hot the conversation is, from its wording; not a claim about anyone's feelings. */
export const TEMPERS = ['calm', 'upset', 'angry', 'abusive'] as const
export type Temper = (typeof TEMPERS)[number]

/** What may interrupt anything, most urgent first. */
export const DANGERS = ['life', 'violence', 'police', 'media', 'crowd'] as const
export type Danger = (typeof DANGERS)[number]

/** What one utterance of the customer shows; several can hold at once. */
export const SIGNALS = [
  'anger-1',
  'anger-2',
  'anger-3',
  'threat-media',
  'threat-online',
  'threat-regulator',
  'threat-legal',
  'threat-police',
  'threat-violence',
  'self-harm',
  'threat-churn',
  'wants-manager',
  'wants-written',
  'wants-compensation',
  'repeat-contact',
  'promise-broken',
  'recording',
  'crowd',
  'privacy',
  'fraud',
  'vulnerable',
  'not-understood',
  'accepts',
  'thanks',
] as const
export type Signal = (typeof SIGNALS)[number]

/** What an agent's utterance does well. */
export const ACTS = [
  'empathy',
  'apology',
  'restate',
  'verify',
  'explain-cause',
  'offer-options',
  'firm-position',
  'commit-deadline',
  'confirm-agreement',
  'care',
  'thanks',
  'improve',
] as const
export type Act = (typeof ACTS)[number]

/** What an agent's utterance does wrong. */
export const VIOLATIONS = [
  'you-blame',
  'no-can-do',
  'provoke',
  'interrupt-or-argue',
  'over-promise',
  'jargon',
  'denial-before-verify',
  'repeat-question',
  'threat',
  'improper-disclosure',
  'cold',
  'mislead',
] as const
export type Violation = (typeof VIOLATIONS)[number]

/** The scenarios that every edition of a pack may hold, by what they describe. */
export const SCENARIO_GROUPS = ['customer', 'situation', 'service', 'ours'] as const
export type ScenarioGroup = (typeof SCENARIO_GROUPS)[number]

/** The lifecycle of an approved wording. Only `approved` lines reach a panel. */
export const LINE_STATUSES = ['draft', 'approved', 'retired'] as const
export type LineStatus = (typeof LINE_STATUSES)[number]
