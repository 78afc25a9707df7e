import { ACKNOWLEDGING } from '../state.ts'
import type { Act, Violation } from '../vocabulary.ts'
import { sendsToTry } from './acts-in-words.ts'
import { asksFor, asksOpenly, saysGoodbye } from './asks.ts'
import { type EverydayQuestion, everydayAsked, everydayKey } from './everyday.ts'
import type { HeatRules, LevelRule } from './level.ts'
import type { DrillFact, Persona, SorePoint } from './persona.ts'
import type { TraineeTurn } from './trainee-turn.ts'

/** How somebody in a drill feels at one moment, beside the state that their statechart is in. */
export interface Mood {
  /** 0 (calm) to 100. */
  readonly heat: number
  /** Turns without progress that they still put up with. */
  readonly patience: number
  /** What they have met with so far, each as often. */
  readonly met: Readonly<Partial<Record<Act, number>>>
  /** Ids of the facts that have come up. */
  readonly told: readonly string[]
  /** Turns of the agent so far. */
  readonly turns: number
  /** What they said in them. */
  readonly heard: readonly string[]
  /** Objections made although everything was there. */
  readonly doubted: number
  /** What has been said to close since they agreed, and how many turns that took. */
  readonly closing: readonly Act[]
  readonly sinceAgreed: number
}

/** What a turn of the agent is to the customer. */
export interface Weighed {
  readonly tone: Tone
  readonly mood: Mood
  /** Whether the turn takes in what happened. */
  readonly acknowledges: boolean
  /** Whether all that they need is there now. */
  readonly content: boolean
  /** The facts that the turn asked for, and that they tell now. */
  readonly tells: readonly DrillFact[]
  /** What anybody is asked, asked here for the first time and answered now. */
  readonly answers: readonly EverydayQuestion[]
  /** What they still wait for. */
  readonly lacking: readonly Act[]
  /** The agent says goodbye. */
  readonly parting: boolean
}

export const TONES = [
  'hurt',
  'asked-again',
  'tells',
  'unheard',
  'bored',
  'answers',
  'silence',
  'soothed',
  'forward',
  'listens',
  'stalled',
] as const
/** How a turn comes across; it decides what the customer says next. */
export type Tone = (typeof TONES)[number]

/** What solves something; before anybody has taken in what happened it only shows that nobody listened. */
const SOLVING: readonly Act[] = ['explain-cause', 'offer-options', 'firm-position', 'commit-deadline']
/** What takes a person in, beside what the engine counts as acknowledging. */
const SOOTHING: readonly Act[] = [...ACKNOWLEDGING, 'care']
/** What the customer does not feel as a slip when it is made, however bad it is; and whether something was asked twice they know better. */
const UNFELT: readonly Violation[] = ['over-promise', 'improper-disclosure', 'mislead', 'repeat-question']
const CLOSING: readonly Act[] = ['apology', 'care', 'improve', 'thanks']
const MOST_HEAT = 100
/** How often the same words may have been said before, and nobody minds. */
const OFTEN = 2
/** What this much below calm is no calmer. */
const LEAST_HEAT = 0

export function startingMood(persona: Persona, level: LevelRule, heat: HeatRules): Mood {
  const wanted = persona.facts.filter(({ told }) => told).map(({ id }) => id)
  return {
    heat: within(heat.starts[persona.temper] + level.heat),
    patience: patienceOf(persona, level),
    met: {},
    told: wanted,
    turns: 0,
    heard: [],
    doubted: 0,
    closing: [],
    sinceAgreed: 0,
  }
}

function patienceOf({ patience }: Persona, level: LevelRule): number {
  return Math.max(2, Math.round(patience * level.patience))
}

/** What a customer asks for before they agree, at this level. */
export function needsOf({ needs, harder }: Persona, { asksMore }: LevelRule): readonly Act[] {
  return asksMore ? [...new Set([...needs, ...harder])] : needs
}

/**
 * Weighs what the agent said: slips and asking twice raise heat, taking in what happened lowers it and wears off, a solution that comes before
 * it backfires, policy bores, and a turn from which nothing comes costs patience (docs/rules.md V2 to V6).
 *
 * @param heard whether somebody has taken in before what happened
 * @param everyday what any agent asks anybody
 */
export function weigh(
  persona: Persona,
  level: LevelRule,
  rules: HeatRules,
  before: Mood,
  turn: TraineeTurn,
  { heard, agreed, everyday = [] }: { readonly heard: boolean; readonly agreed: boolean; readonly everyday?: readonly EverydayQuestion[] },
): Weighed {
  const stings = (points: number, sore: boolean) => (points + (sore ? rules.sorest : 0)) * level.stings
  const isSore = (what: Violation | SorePoint) => persona.inflames.includes(what)
  const slips = turn.sure.filter((violation) => !UNFELT.includes(violation) || isSore(violation))
  const asked = factsAsked(persona, turn.text)
  const open = heard || turn.acts.some((act) => SOOTHING.includes(act))
  const usual = asked.length > 0 ? [] : everydayAsked(everyday, turn.text, open)
  const answers = usual.filter((question) => !before.told.includes(everydayKey(question)))
  const answered = answers.length === 0 ? usual.filter(({ announces }) => !announces) : []
  // An approved line may ask for all of it at once, and whoever has waited can wait once more.
  const asksAgain = turn.own && (asked.some(({ id }) => before.told.includes(id)) || answered.length > 0)
  // The same words once more may be meant; after that somebody is reading them out.
  const again = asksAgain || before.heard.filter((text) => text === turn.text).length >= OFTEN
  const tells = asked.filter(({ id, secret }) => !before.told.includes(id) && (!secret || open))
  const acknowledges = slips.length === 0 && turn.acts.some((act) => SOOTHING.includes(act))
  const solves = turn.acts.some((act) => SOLVING.includes(act)) || (turn.own && sendsToTry(turn.text))
  const tooSoon = !heard && !acknowledges && solves
  const policy = [...turn.text].length >= rules.policyFrom && !acknowledges && tells.length === 0 && answers.length === 0
  // What comes too early, or with a slip, is not taken in.
  const taken = tooSoon || slips.length > 0 ? [] : turn.acts
  const met = counted(before.met, taken)
  const needs = needsOf(persona, level)
  const news = needs.filter((act) => met[act] && !before.met[act])
  const soothing = acknowledges ? taken.filter((act) => SOOTHING.includes(act) || persona.calms.includes(act)) : []
  const relief = soothing.reduce((sum, act) => sum + reliefOf(persona, rules, act, before.met[act] ?? 0), 0) * level.soothes
  const forward = news.some((act) => !SOOTHING.includes(act)) || (tells.length > 0 && !again)
  const progress = forward || (news.length > 0 && relief > 0)
  // A question that nobody foresaw is a question all the same: they go on with their story.
  const story = !heard || (turn.own && asksOpenly(turn.text))
  const tone: Tone = toneOf({ slips, again, tells, tooSoon, policy, answers, relief, forward, story })

  const heat =
    before.heat +
    slips.reduce((sum, slip) => sum + stings(rules.stung, isSore(slip)), 0) +
    (again ? stings(rules.askedAgain, isSore('asked-again')) : 0) +
    (tooSoon ? stings(rules.unheard, isSore('solving-first')) : 0) +
    (policy ? stings(rules.bored, isSore('policy')) : 0) +
    (tone === 'stalled' && !agreed ? rules.stalled * level.stings : 0) -
    relief -
    (progress ? rules.progress * level.soothes : 0)
  const most = patienceOf(persona, level)
  const patience = agreed ? before.patience : Math.min(most, before.patience + PATIENCE[tone] + (progress ? 1 : 0) - extra(slips.length))
  const told = [...before.told, ...tells.map(({ id }) => id), ...(tone === 'answers' ? answers.map(everydayKey) : [])]
  const lacking = needs.filter((act) => !met[act])
  const unknown = level.asksMore ? persona.facts.filter(({ needed, id }) => needed && !told.includes(id)) : []
  const closing = agreed ? [...new Set([...before.closing, ...taken.filter((act) => CLOSING.includes(act))])] : before.closing
  return {
    tone,
    acknowledges,
    content: lacking.length === 0 && unknown.length === 0 && slips.length === 0,
    tells,
    answers: tone === 'answers' ? answers : [],
    lacking,
    parting: slips.length === 0 && saysGoodbye(turn.text),
    mood: {
      ...before,
      heat: within(heat),
      patience,
      met,
      told,
      turns: before.turns + 1,
      heard: [...before.heard, turn.text],
      closing,
      sinceAgreed: agreed ? before.sinceAgreed + 1 : before.sinceAgreed,
    },
  }
}

/** What silence does. */
export function weighSilence(persona: Persona, level: LevelRule, rules: HeatRules, before: Mood): Mood {
  const sore = persona.inflames.includes('silence') ? rules.sorest : 0
  return { ...before, heat: within(before.heat + (rules.quiet + sore) * level.stings), patience: before.patience - 1 }
}

/** Whether a close has been made since they agreed: thanks, and one thing more. */
export function isClosed({ closing }: Mood): boolean {
  return closing.includes('thanks') && closing.length > 1
}

/** What each tone does to patience. */
const PATIENCE: Readonly<Record<Tone, number>> = {
  hurt: -2,
  'asked-again': -1,
  tells: 0,
  unheard: -1,
  bored: -1,
  answers: 0,
  silence: -1,
  soothed: 0,
  forward: 0,
  listens: -0.5,
  stalled: -1,
}

interface Signs {
  readonly slips: readonly Violation[]
  readonly again: boolean
  readonly tells: readonly DrillFact[]
  readonly tooSoon: boolean
  readonly policy: boolean
  readonly answers: readonly EverydayQuestion[]
  readonly relief: number
  readonly forward: boolean
  readonly story: boolean
}

function toneOf({ slips, again, tells, tooSoon, policy, answers, relief, forward, story }: Signs): Tone {
  if (slips.length > 0) return 'hurt'
  if (tells.length > 0) return 'tells'
  if (again) return 'asked-again'
  if (tooSoon) return 'unheard'
  if (policy) return 'bored'
  if (answers.length > 0) return 'answers'
  if (forward) return 'forward'
  if (relief > 0) return 'soothed'
  return story ? 'listens' : 'stalled'
}

function extra(slips: number): number {
  return Math.max(0, slips - 1)
}

/** The first time it does most; the third time it is a phrase, and does nothing. */
function reliefOf({ calms }: Persona, { soothed, favourite, again }: HeatRules, act: Act, times: number): number {
  const whole = (SOOTHING.includes(act) ? soothed : 0) + (calms.includes(act) ? favourite : 0)
  if (times === 0) return whole
  return times === 1 ? whole * again : 0
}

/** What an agent's words ask for: a question with a word of the fact in it. */
export function factsAsked({ facts }: Pick<Persona, 'facts'>, text: string): readonly DrillFact[] {
  return facts.filter(({ words }) => asksFor(text, words))
}

function counted(met: Mood['met'], acts: readonly Act[]): Mood['met'] {
  const next: Partial<Record<Act, number>> = { ...met }
  for (const act of acts) next[act] = (next[act] ?? 0) + 1
  return next
}

function within(heat: number): number {
  return Math.min(MOST_HEAT, Math.max(LEAST_HEAT, heat))
}
