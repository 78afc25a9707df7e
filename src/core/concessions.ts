import { missing } from './checkpoints.ts'
import { type ConcessionLadder, type LadderScenario, ladderLines, type Rung } from './concession-ladder.ts'
import { REFUSALS } from './gates.ts'
import { usable } from './lines.ts'
import type { CompiledPack, Title } from './pack.ts'
import { highestRank, rankOf } from './roles.ts'
import { refundRole, whoDecides } from './rules/refund.ts'
import { standsOffered } from './rung-offered.ts'
import { type CallState, JOURNEY } from './state.ts'
import type { Stage } from './vocabulary.ts'

/** Where a ladder stands in a call. */
export interface LadderView {
  readonly ladder: ConcessionLadder
  readonly rungs: readonly RungView[]
  /** Whether it is time for the firm position: what may be offered has been, and was turned down. */
  readonly stop: boolean
  readonly next: LadderMove
}

/** What to do next: answer a refusal, wait for the customer, end, or offer something; nothing while all that is left is closed. */
export type LadderMove = { readonly type: 'answer' | 'wait' | 'offer'; readonly rung: string } | { readonly type: 'stop' | 'nothing' }

/**
 * `now` is the one to offer next, `ahead` what may be offered besides; `offered` waits for an answer, `refused` has got one,
 * and `closed` may not be offered in this call as it stands.
 */
export type RungStatus = 'offered' | 'refused' | 'now' | 'ahead' | 'closed'

export interface RungView {
  readonly rung: Rung
  readonly status: RungStatus
  /** Whose decision it is; present on a closed one. */
  readonly closed?: Title
}

/** The stages in which something is offered. */
const BARGAINING: readonly Stage[] = ['negotiate', 'agree']

/**
 * The concession ladder of what the call is about, from the log alone; nothing outside the negotiation, nor while there is a
 * danger. (docs/rules.md N1–N5)
 *
 * @param now milliseconds since the epoch
 */
export function ladderOf(pack: CompiledPack, state: CallState, now: number): LadderView | undefined {
  const ladder = inPlay(pack, state)
  if (!ladder || state.dangers.length > 0 || !BARGAINING.includes(state.stage)) return undefined

  const closed = ladder.rungs.map((rung) => closedBy(pack, state, rung, now))
  const touched = ladder.rungs.map((rung) => standsOffered(state, rung) || timesRefused(state, rung) > 0)
  const next = ladder.rungs.findIndex((rung, i) => !closed[i] && !touched[i] && !isPassed(pack, state, rung, touched.lastIndexOf(true) > i))
  const again = next < 0 ? lastOpen(closed) : -1
  const rungs = ladder.rungs.map((rung, i): RungView => {
    const why = closed[i]
    if (standsOffered(state, rung)) return { rung, status: 'offered' }
    // Turned down, the last one is offered once more before the end.
    if (touched[i]) return { rung, status: i === again && timesRefused(state, rung) < ladder.stop.after ? 'now' : 'refused' }
    if (why) return { rung, status: 'closed', closed: why }
    return { rung, status: i === next ? 'now' : 'ahead' }
  })
  const stop = rungs[again]?.status === 'refused' && rungs.every(({ status }) => status !== 'offered')
  return { ladder, rungs, stop, next: nextOn(state, ladder, rungs, stop) }
}

function nextOn(state: CallState, ladder: ConcessionLadder, rungs: readonly RungView[], stop: boolean): LadderMove {
  const refused = state.refusedRungs.findLast((each) => ladder.rungs.some(({ id }) => id === each.rung))
  const own = new Set([...ladderLines(ladder), ...ladder.rungs.flatMap(({ also }) => also)])
  if (refused && !state.said.slice(refused.after).some(({ line }) => own.has(line))) return { type: 'answer', rung: refused.rung }
  const offered = rungs.findLast(({ status }) => status === 'offered')
  if (offered) return { type: 'wait', rung: offered.rung.id }
  if (stop) return { type: 'stop' }
  const open = rungs.find(({ status }) => status === 'now')
  return open ? { type: 'offer', rung: open.rung.id } : { type: 'nothing' }
}

/** The ladder of the topmost open scenario that has one, else the one for everything. */
function inPlay({ concessions = [] }: CompiledPack, { order, machines }: CallState): ConcessionLadder | undefined {
  const holds = ({ scenario, from }: LadderScenario) =>
    from.length === 0 || from.some((state) => (machines[scenario]?.seen[state] ?? 0) > 0)
  for (const id of order.toReversed()) {
    if (id === JOURNEY) continue
    const named = concessions.flatMap((ladder) =>
      ladder.scenarios.filter(({ scenario }) => scenario === id).map((where) => ({ ladder, where })),
    )
    // What the call has come to says more than what it began as.
    const found = named.find(({ where }) => where.from.length > 0 && holds(where)) ?? named.find(({ where }) => where.from.length === 0)
    if (found) return found.ladder
  }
  return concessions.find(({ scenarios }) => scenarios.length === 0)
}

/** The rank that offering a rung needs: its role's, and for a refund whoever may grant its sum. */
function rankNeeded(pack: CompiledPack, { refund }: CallState, { by, promise }: Rung): number {
  const refunds = promise !== undefined && pack.promises[promise]?.refunds
  return Math.max(rankOf(pack, by), refunds ? rankOf(pack, refundRole(pack, refund)?.id) : -1)
}

function closedBy(pack: CompiledPack, state: CallState, rung: Rung, now: number): Title | undefined {
  const needed = rankNeeded(pack, state, rung)
  const role = pack.roles[needed]
  if (role && needed > highestRank(pack, state.rolesGranted)) {
    if (needed > rankOf(pack, rung.by) && state.refund !== undefined) return whoDecides(state.refund, role)
    return { zh: `归${role.title.zh}定`, en: `${role.title.en} decides` }
  }
  const line = pack.lines[rung.offer]
  if (line?.account && missing(pack, ['identity'], state).length > 0) return pack.requirements.identity.title
  return line && usable(pack, line, now, state) ? undefined : REFUSALS.lineNotUsable.why
}

/** An agent who went on to a later rung has left this one out, unless somebody had to come into the call for it first. */
function isPassed(pack: CompiledPack, state: CallState, rung: Rung, before: boolean): boolean {
  return before && rankNeeded(pack, state, rung) === 0
}

function timesRefused({ refusedRungs }: CallState, { id }: Rung): number {
  return refusedRungs.filter(({ rung }) => rung === id).length
}

function lastOpen(closed: readonly (Title | undefined)[]): number {
  return closed.lastIndexOf(undefined)
}
