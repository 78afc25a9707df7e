import { checkpointStatus } from '../checkpoints.ts'
import { readsBack, sendsToTry } from '../drill/acts-in-words.ts'
import { SURE } from '../drill/trainee-turn.ts'
import type { CallEvent } from '../events.ts'
import type { CompiledPack } from '../pack.ts'
import { highestRank, rankOf } from '../roles.ts'
import { ACKNOWLEDGING, type CallState } from '../state.ts'
import type { Act } from '../vocabulary.ts'
import type { AgentTurn, ScoredTurn } from './call-turns.ts'
import type { Criterion, CriterionId, ScoringRules } from './scoring-rules.ts'

/** A call, ready to be looked at. */
export interface Scored {
  readonly pack: CompiledPack
  readonly rules: ScoringRules
  readonly events: readonly CallEvent[]
  readonly state: CallState
  readonly turns: readonly ScoredTurn[]
}

/** What a criterion came to: the share of its points (0 to 1), and the turns that earned or lost them; `undefined` where it does not apply. */
export type Share = { readonly share: number; readonly earned: readonly string[]; readonly lost: readonly string[] } | undefined

const SOLVING: readonly Act[] = ['explain-cause', 'offer-options', 'firm-position', 'commit-deadline']

/** What nobody has time for while somebody is in danger. */
const NOT_IN_EMERGENCY: readonly CriterionId[] = [
  'restated',
  'explained',
  'closed-well',
  'asked',
  'checked-first',
  'confirmed',
  'apologised',
  'committed',
  'way-forward',
]

/** Whether the call ended with the emergency services: then only what a danger asks for counts. */
export function isEmergency({ ended }: Pick<CallState, 'ended'>): boolean {
  return ended?.reason === 'emergency' || ended?.reason === 'police-took-over'
}

/** What a criterion came to in a call; `undefined` where it does not apply. */
export function shareOf(criterion: CriterionId, call: Scored): Share {
  return isEmergency(call.state) && NOT_IN_EMERGENCY.includes(criterion)
    ? undefined
    : CRITERION[criterion](call, call.rules.criteria[criterion])
}

/** How each criterion is read off a call. Ids are those of the turns' events. */
const CRITERION: Readonly<Record<CriterionId, (call: Scored, own: Criterion) => Share>> = {
  'acknowledged-first': ({ turns }) => {
    const said = agentTurns(turns)
    const taken = said.find((turn) => isClean(turn) && turn.acts.some((act) => ACKNOWLEDGING.includes(act)))
    const solved = said.find((turn) => turn.acts.some((act) => SOLVING.includes(act)) || tries(turn))
    if (!taken) return none(solved)
    return !solved || said.indexOf(taken) <= said.indexOf(solved) ? all(taken) : none(solved)
  },
  restated: (call) => did(call, ['restate']),
  'answered-heat': ({ turns }) => {
    const rises = turns.flatMap((turn, i) => {
      if (turn.who !== 'customer' || !turn.rose) return []
      const next = turns.slice(i + 1).find((each) => each.who === 'agent')
      return next?.who === 'agent' ? [next] : []
    })
    if (rises.length === 0) return undefined
    const [well, badly] = parted(rises, ({ acts }) => acts.some((act) => ACKNOWLEDGING.includes(act)))
    return { share: well.length / rises.length, earned: idsOf(well), lost: idsOf(badly) }
  },
  'heard-out': slips,
  'clean-words': slips,
  'short-turns': ({ turns, rules }, { points, each = 1 }) => {
    const long = agentTurns(turns).filter(({ own, text }) => own && [...text].length > rules.breath)
    return kept(long, points, each)
  },
  explained: (call) => did(call, ['explain-cause']),
  'closed-well': ({ pack, state, turns }) => {
    const closing = agentTurns(turns).filter(({ acts }) => acts.some((act) => act === 'improve' || act === 'thanks' || act === 'care'))
    const share = { met: 1, partly: 0.5, missed: 0 }[checkpointStatus(pack.checkpoints['end-care'], state)]
    return { share, earned: share > 0 ? idsOf(closing.slice(-3)) : [], lost: [] }
  },
  asked: ({ turns }) => {
    const said = agentTurns(turns)
    const offered = said.findIndex((turn) => turn.acts.includes('offer-options') || turn.acts.includes('firm-position') || tries(turn))
    const asked = said.findIndex((turn) => isClean(turn) && QUESTION.test(turn.text))
    if (asked < 0) return none(said[offered])
    return offered < 0 || asked <= offered
      ? all(said[asked])
      : { share: 0.5, earned: idsOf(said.slice(asked, asked + 1)), lost: idsOf(said.slice(offered, offered + 1)) }
  },
  'checked-first': ({ turns }) => {
    const said = agentTurns(turns)
    const checked = said.findIndex(({ acts }) => acts.includes('verify'))
    const explained = said.findIndex(({ acts }) => acts.includes('explain-cause'))
    if (checked < 0) return none(said[explained])
    return explained < 0 || checked <= explained ? all(said[checked]) : none(said[explained])
  },
  'not-denied': slips,
  confirmed: (call) => {
    const said = did(call, ['confirm-agreement'])
    if (said && said.share > 0) return said
    // What is read back after something was offered is what was agreed.
    const turns = agentTurns(call.turns)
    const offered = turns.findIndex(({ acts }) => acts.includes('offer-options') || acts.includes('commit-deadline'))
    const back = turns.find((turn, i) => offered >= 0 && i >= offered && turn.own && isClean(turn) && readsBack(turn.text))
    return back ? all(back) : none(undefined)
  },
  apologised: (call) => did(call, ['apology']),
  'way-forward': (call) => did(call, ['offer-options', 'firm-position']),
  committed: (call) => {
    const promised = call.events.filter((event) => event.type === 'PromiseMade')
    const said = did(call, ['commit-deadline'])
    if (said && said.share > 0) return said
    return promised.length > 0 ? { share: 1, earned: promised.map(({ id }) => id), lost: [] } : none(undefined)
  },
  'no-blame': slips,
  'within-authority': (call, own) => {
    const said = slips(call, own)
    const beyond = call.state.promises.filter(({ promise }) => beyondAuthority(call, promise)).map(({ id }) => id)
    if (!said || beyond.length === 0) return said
    return { share: 0, earned: [], lost: [...said.lost, ...beyond] }
  },
  honest: slips,
  'danger-answered': ({ events, turns }) => {
    // What was hardly heard, or was said to be none, asks for nothing.
    const denied = new Set(
      events.flatMap((event) => (event.type === 'SuggestionAnswered' && event.answer === 'dismiss' ? [event.suggestion] : [])),
    )
    const dangers = events.filter(
      (event) =>
        event.type === 'Interrupted' ||
        (event.type === 'Suggested' && event.danger && event.score >= SURE && !denied.has(event.suggestion)),
    )
    const [first] = dangers
    if (!first) return undefined
    const switched = events.find(({ type }) => type === 'Interrupted')
    const between = switched ? agentTurns(turns).filter(({ at }) => at > first.at && at < switched.at) : []
    if (!switched) return { share: 0, earned: [], lost: [first.id] }
    return between.length === 0 ? { share: 1, earned: [switched.id], lost: [] } : { share: 0.5, earned: [], lost: idsOf(between) }
  },
  'ended-properly': ({ state, events }) => {
    const ended = events.findLast(({ type }) => type === 'CallEnded')
    if (!ended || !state.ended) return undefined
    const well = state.ended.outcome !== 'abandoned'
    return well ? { share: 1, earned: [ended.id], lost: [] } : { share: 0, earned: [], lost: [ended.id] }
  },
}

const QUESTION = /[？?]|吗|呢[。，]?|哪(?:天|一|里|个|笔|项|条)|多少|几号|什么时候/u

/** Kept until slips lose it. */
function slips({ turns }: Scored, { points, each = points, violations = [] }: Criterion): Share {
  const offending = agentTurns(turns).filter((turn) => turn.violations.some((violation) => violations.includes(violation)))
  return kept(offending, points, each)
}

function kept(offending: readonly AgentTurn[], points: number, each: number): Share {
  return { share: Math.max(0, 1 - (offending.length * each) / points), earned: [], lost: idsOf(offending) }
}

/** Earned by the first turn that does one of these. */
function did({ turns }: Scored, acts: readonly Act[]): Share {
  const first = agentTurns(turns).find((turn) => isClean(turn) && turn.acts.some((act) => acts.includes(act)))
  return first ? all(first) : none(undefined)
}

/** “I understand, but those are the rules”: what was said with a slip in it earns nothing. */
function isClean({ sure }: AgentTurn): boolean {
  return sure.length === 0
}

/** Sending the customer to try something is a way forward too, before anybody has asked what is wrong. */
function tries({ own, text }: AgentTurn): boolean {
  return own && sendsToTry(text)
}

function beyondAuthority({ pack, state }: Scored, promise: string): boolean {
  const role = pack.promises[promise]?.authority
  return role !== undefined && rankOf(pack, role) > highestRank(pack, state.rolesGranted)
}

export function agentTurns(turns: readonly ScoredTurn[]): readonly AgentTurn[] {
  return turns.flatMap((turn) => (turn.who === 'agent' ? [turn] : []))
}

function all(turn: AgentTurn | undefined): Share {
  return { share: 1, earned: turn ? [turn.id] : [], lost: [] }
}

function none(turn: AgentTurn | undefined): Share {
  return { share: 0, earned: [], lost: turn ? [turn.id] : [] }
}

function idsOf(turns: readonly { readonly id: string }[]): readonly string[] {
  return turns.map(({ id }) => id)
}

function parted<T>(items: readonly T[], holds: (item: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [items.filter(holds), items.filter((item) => !holds(item))]
}
