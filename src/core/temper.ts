import type { Signal, Temper } from './vocabulary.ts'

/** Tempers as numbers, calm 0 to abusive 3. */
export const HEAT: Readonly<Record<Temper, number>> = { calm: 0, upset: 1, angry: 2, abusive: 3 }

/**
 * What one turn does to the temper of a conversation.
 *
 * `at-least-…` lifts it to that level and never lowers it; `threat` lifts it by one, to angry at most;
 * `down` needs evidence (docs/rules.md T1–T4).
 */
export type TemperPush = 'at-least-upset' | 'at-least-angry' | 'at-least-abusive' | 'threat' | 'up' | 'down'

const PUSH: Readonly<Record<Signal, TemperPush | undefined>> = {
  'anger-1': 'at-least-upset',
  'anger-2': 'at-least-angry',
  'anger-3': 'at-least-abusive',
  'threat-media': 'threat',
  'threat-online': 'threat',
  'threat-regulator': 'threat',
  'threat-legal': 'threat',
  'threat-police': 'threat',
  'threat-violence': 'at-least-abusive',
  'self-harm': undefined,
  'threat-churn': 'at-least-upset',
  'wants-manager': 'at-least-upset',
  'wants-written': undefined,
  'wants-compensation': undefined,
  'repeat-contact': 'at-least-upset',
  'promise-broken': 'at-least-upset',
  recording: undefined,
  crowd: undefined,
  privacy: undefined,
  fraud: undefined,
  vulnerable: undefined,
  'not-understood': undefined,
  accepts: 'down',
  thanks: 'down',
}

const TARGET: Readonly<Record<TemperPush, (from: Temper) => Temper>> = {
  'at-least-upset': (from) => hottest(from, 'upset'),
  'at-least-angry': (from) => hottest(from, 'angry'),
  'at-least-abusive': () => 'abusive',
  threat: (from) => hottest(from, from === 'calm' ? 'upset' : 'angry'),
  up: (from) => UP[from],
  down: (from) => DOWN[from],
}

const UP: Readonly<Record<Temper, Temper>> = { calm: 'upset', upset: 'angry', angry: 'abusive', abusive: 'abusive' }
const DOWN: Readonly<Record<Temper, Temper>> = { calm: 'calm', upset: 'calm', angry: 'upset', abusive: 'angry' }

/** Calm turns in a row after which temper falls by one. */
export const CALM_TURNS = 3

/** Pushes that a turn's signals give, strongest first; an alarm in a turn outweighs a thank-you in it. */
export function pushOf(signals: readonly Signal[]): TemperPush | undefined {
  const pushes = signals.map((signal) => PUSH[signal]).filter((push) => push !== undefined)
  return STRONGEST_FIRST.find((push) => pushes.includes(push))
}

const STRONGEST_FIRST: readonly TemperPush[] = ['at-least-abusive', 'at-least-angry', 'threat', 'at-least-upset', 'up', 'down']

/** The level that a push leads to from each level: the whole rule, from which the statechart is built. */
export function pushed(from: Temper, push: TemperPush): Temper {
  return TARGET[push](from)
}

function hottest(a: Temper, b: Temper): Temper {
  return HEAT[a] >= HEAT[b] ? a : b
}

export const TEMPER_PUSHES = STRONGEST_FIRST
