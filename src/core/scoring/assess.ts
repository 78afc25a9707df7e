import { checkpointStatus, checkpointStatuses } from '../checkpoints.ts'
import type { CallEvent } from '../events.ts'
import type { CompiledPack } from '../pack.ts'
import { fold } from '../state.ts'
import type { Act, Checkpoint, CheckpointStatus, Violation } from '../vocabulary.ts'
import { type ScoredTurn, turnsOf } from './call-turns.ts'
import { agentTurns, isEmergency, type Scored, shareOf } from './criteria.ts'
import { CRITERIA, type CriterionId, type ScoringRules, SKILLS, type Skill } from './scoring-rules.ts'

/** How a call went, in a word. Everything but `passed` and `excellent` is a fail. */
export const BANDS = ['lost', 'out-of-bounds', 'polite-unresolved', 'not-yet', 'passed', 'excellent'] as const
export type Band = (typeof BANDS)[number]

/** What one criterion gave, with the turns that earned or lost it. */
export interface Point {
  readonly criterion: CriterionId
  readonly got: number
  readonly of: number
  /** Ids of events of the log. */
  readonly earned: readonly string[]
  readonly lost: readonly string[]
}

export interface SkillScore {
  readonly skill: Skill
  /** 0 to 100. */
  readonly score: number
  readonly points: readonly Point[]
}

export interface Assessment {
  /** 0 to 100. */
  readonly total: number
  readonly band: Band
  readonly passed: boolean
  readonly skills: readonly SkillScore[]
  readonly checkpoints: Readonly<Record<Checkpoint, CheckpointStatus>>
  /** Slips, by the turn in which they were made. */
  readonly violations: readonly { readonly turn: string; readonly violation: Violation }[]
  /** Milliseconds. */
  readonly time: number
  /** The longest that the customer waited for a word, in milliseconds. */
  readonly longestWait: number
}

/** What a call may end with, beside having been polite. */
const RESULTS: readonly Act[] = ['explain-cause', 'offer-options', 'firm-position', 'commit-deadline']
const FOUND: readonly Act[] = ['verify', 'explain-cause', 'firm-position', 'commit-deadline']

/**
 * Scores a call by its log alone: a drill and a real call with the same log get the same (docs/rules.md V8 to V10).
 *
 * @param events a call's log, beginning with `CallStarted`
 */
export function assess(pack: CompiledPack, rules: ScoringRules, events: readonly CallEvent[]): Assessment {
  const state = fold(events)
  const call: Scored = { pack, rules, events, state, turns: turnsOf(events) }
  const points = CRITERIA.flatMap((criterion): Point[] => {
    const own = rules.criteria[criterion]
    const share = shareOf(criterion, call)
    return share ? [{ criterion, got: own.points * share.share, of: own.points, earned: share.earned, lost: share.lost }] : []
  })
  const skills = SKILLS.map((skill): SkillScore => {
    const own = points.filter(({ criterion }) => rules.criteria[criterion].skill === skill)
    const of = sum(own.map((point) => point.of))
    return { skill, score: of === 0 ? 0 : Math.round((100 * sum(own.map((point) => point.got))) / of), points: own }
  })
  const weights = sum(SKILLS.map((skill) => rules.skills[skill].weight))
  const total = Math.round(sum(skills.map(({ skill, score }) => score * rules.skills[skill].weight)) / weights)
  const band = bandOf(call, total)
  const last = events.at(-1)?.at ?? state.startedAt
  return {
    total,
    band,
    passed: band === 'passed' || band === 'excellent',
    skills,
    checkpoints: checkpointStatuses(pack, state),
    violations: agentTurns(call.turns).flatMap(({ id, violations }) => violations.map((violation) => ({ turn: id, violation }))),
    time: (state.ended?.at ?? last) - state.startedAt,
    longestWait: longestWait(call.turns),
  }
}

/** Polite words with nothing behind them are a fail, and so is a customer who has left. */
function bandOf(call: Scored, total: number): Band {
  const { rules, state, turns, pack } = call
  if (state.ended?.outcome === 'abandoned') return 'lost'
  if (agentTurns(turns).some(({ sure }) => sure.some((violation) => rules.fatal.includes(violation)))) return 'out-of-bounds'
  if (!isResolved(call)) return 'polite-unresolved'
  if (total < rules.pass) return 'not-yet'
  const met = Object.values(checkpointStatuses(pack, state)).every((status) => status === 'met')
  return total >= rules.excellent && met ? 'excellent' : 'passed'
}

/** Whether something came of it: it was looked into or decided, there was a way forward or a clear no, and the customer did not end on turning that down. */
function isResolved(call: Pick<Scored, 'turns' | 'state' | 'pack'>): boolean {
  const { turns } = call
  const said = agentTurns(turns)
  // Where somebody is in danger, being there is what can be done.
  if (isEmergency(call.state)) return said.some(({ acts }) => acts.includes('care') || acts.includes('firm-position'))
  const found = said.some(({ acts }) => acts.some((act) => FOUND.includes(act)))
  const first = turns.findIndex((turn) => turn.who === 'agent' && turn.acts.some((act) => RESULTS.includes(act)))
  if (!found || first < 0) return false
  if (isHandedOver(call)) return true
  const words = turns.slice(first).filter((turn) => turn.who === 'customer' && (turn.kind !== undefined || comesRound(turn)))
  // A single word may have been misheard; two in a row were meant.
  const lastTwo = words.slice(-2)
  if (lastTwo.length === 2 && lastTwo.every((word) => word.who === 'customer' && word.kind === 'escalates' && !comesRound(word)))
    return false
  const last = words.at(-1)
  const agreed = (word: ScoredTurn) => comesRound(word) || (word.who === 'customer' && (word.kind === 'softens' || word.kind === 'follows'))
  return last === undefined || words.some(agreed) || diedDown(call, last)
}

/** Whether an objection was left at that: the customer went on without another, and was there for the whole of the close. */
function diedDown({ turns, state, pack }: Pick<Scored, 'turns' | 'state' | 'pack'>, objection: ScoredTurn): boolean {
  const after = turns.slice(turns.indexOf(objection) + 1).filter((turn) => turn.who === 'customer')
  return after.length >= 2 && !after.some(({ rose }) => rose) && checkpointStatus(pack.checkpoints['end-care'], state) === 'met'
}

/** Whether somebody else has taken it over whose business it is: then the agent's part is done whatever the customer last said. */
function isHandedOver({ state }: Pick<Scored, 'state'>): boolean {
  const reason = state.ended?.reason
  return reason === 'handed-over' || reason === 'police-took-over' || reason === 'emergency' || reason === 'abuse-ended'
}

function comesRound(turn: ScoredTurn): boolean {
  return turn.who === 'customer' && (turn.signals.includes('accepts') || turn.signals.includes('thanks'))
}

function longestWait(turns: readonly ScoredTurn[]): number {
  let longest = 0
  for (const [i, turn] of turns.entries()) {
    const before = turns[i - 1]
    if (turn.who === 'agent' && before?.who === 'customer') longest = Math.max(longest, turn.at - before.at)
  }
  return longest
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
