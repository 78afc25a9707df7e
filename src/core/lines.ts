import { dateOf, dayOf } from './calendar/days.ts'
import type { Profile } from './events.ts'
import { brokenBefore } from './history.ts'
import type { CompiledPack, Line, Role, Say, Title, When } from './pack.ts'
import { highestRank, rankOf } from './roles.ts'
import { refundRole } from './rules/refund.ts'
import { spokenTime } from './spoken-time.ts'
import { soonerReply } from './standing.ts'
import type { CallState } from './state.ts'

/** What the slots of a line can be filled with: the customer as far as known, who is speaking, and what follows from the rules. */
export interface SlotValues {
  readonly profile: Profile
  /** The agent's number, as the customer may hear it. */
  readonly agent?: string
  /** What would go back, in yuan. */
  readonly refund?: number
  /** Who has to grant that, where nobody in the call may. */
  readonly authority?: () => Title | undefined
  /** By when the customer is answered, where that is sooner than for everybody: milliseconds since the epoch. */
  readonly deadline?: () => number | undefined
  /** What an earlier call has promised and nobody has done. */
  readonly promised?: () => string | undefined
}

/** What the slots of a line are filled with in a call. */
export function slotValues(pack: CompiledPack, state: CallState): SlotValues {
  const { profile, agent, refund } = state
  return {
    profile,
    ...(agent === undefined ? {} : { agent }),
    ...(refund === undefined ? {} : { refund }),
    authority: () => grantedBy(pack, state)?.title,
    deadline: () => soonerReply(pack, state),
    promised: () => promisedBefore(pack, state),
  }
}

/** Whoever has to grant the refund of a call, where nobody in it may. */
function grantedBy(pack: CompiledPack, { refund, rolesGranted }: CallState): Role | undefined {
  const role = refundRole(pack, refund)
  return role && rankOf(pack, role.id) > highestRank(pack, rolesGranted) ? role : undefined
}

/** Longer than this, the agent's own words of a promise do not fit into one breath of another line: characters. */
const SAYABLE = 16

function promisedBefore(pack: CompiledPack, state: CallState): string | undefined {
  const [broken] = brokenBefore(pack, state)
  if (!broken) return undefined
  const { words, promise } = broken
  return words && words.length <= SAYABLE ? words : pack.promises[promise]?.what.zh
}

const SLOT = /\{([a-z]+)\}(，?)/g

/**
 * Fills the slots of a wording.
 *
 * A slot about which nothing is known takes its fallback; an empty fallback takes the comma behind it along.
 *
 * @example
 * fill(pack, '{customer}，您慢慢说', { profile: {} }) // '您慢慢说'
 */
export function fill(pack: CompiledPack, wording: string, values: SlotValues): string {
  return wording.replace(SLOT, (_, id: string, comma: string) => {
    const value = slotValue(pack, id, values) ?? pack.slots[id]?.fallback ?? ''
    return value === '' ? '' : value + comma
  })
}

/** Ids of the slots in a wording. */
export function slotsIn(wording: string): string[] {
  return [...wording.matchAll(SLOT)].map((match) => match[1] ?? '')
}

/** Whether every slot that a line needs has a value. */
function isFilled(pack: CompiledPack, line: Line, values: SlotValues): boolean {
  const needed = wordingsOf(line)
    .flatMap(slotsIn)
    .filter((id) => pack.slots[id]?.needed)
  return needed.every((id) => slotValue(pack, id, values) !== undefined)
}

function slotValue(
  pack: CompiledPack,
  id: string,
  { profile, agent, refund, authority, deadline, promised }: SlotValues,
): string | undefined {
  switch (id) {
    case 'refund':
      return refund === undefined ? undefined : `${refund}元`
    case 'authority':
      // 店面经理、班组长 are two names of one rank; one is said.
      return authority?.()?.zh.split('、')[0]
    case 'deadline': {
      const by = deadline?.()
      return by === undefined ? undefined : spokenTime(by)
    }
    case 'promised':
      return promised?.()
    case 'customer':
      return address(pack, profile)
    case 'agent':
      return formed(pack, id, agent)
    case 'matter':
      return formed(pack, id, profile.matter)
    case 'demand':
      return formed(pack, id, profile.demand)
    default:
      return undefined
  }
}

/** What was noted, in the slot's form: 流量费 → 流量费的事. An ending that was noted already (停机的事) isn't said twice. */
function formed(pack: CompiledPack, id: string, noted: string | undefined): string | undefined {
  if (!noted) return undefined
  const [before = '', after = ''] = (pack.slots[id]?.form ?? '{}').split('{}')
  const lastOfForm = after.at(-1)
  return before + noted + (lastOfForm && noted.endsWith(lastOfForm) ? '' : after)
}

/** How the customer is addressed: surname and title, or nothing when either is missing. */
export function address(pack: CompiledPack, profile: Profile): string | undefined {
  const title = pack.profile.titles.find((choice) => choice.id === profile.title)
  return profile.surname && title ? profile.surname + title.title.zh : undefined
}

/** Every wording of a line; the short one stands last. */
export function wordingsOf(line: Pick<Line, 'say' | 'short'>): readonly string[] {
  return [...line.say, line.short]
}

/**
 * Whether a line may be said now: approved, not expired, every promise in it within the authority that this call has, and every
 * slot that it needs known (docs/rules.md L1–L3, L6).
 *
 * @param now milliseconds since the epoch; expiry counts to the end of that day in Asia/Shanghai
 */
export function usable(pack: CompiledPack, line: Line, now: number, state: CallState): boolean {
  return valid(line, now) && line.promises.every((id) => authorised(pack, id, state)) && isFilled(pack, line, slotValues(pack, state))
}

/** Whether a line may be said now by somebody with every authority. */
function valid(line: Pick<Line, 'status' | 'expires'>, now: number): boolean {
  return line.status === 'approved' && !expired(line, now)
}

/** What a call knows of who may promise what. */
export type Authority = Pick<CallState, 'rolesGranted' | 'refund'>

/** Whether the last day of a line is over in Asia/Shanghai. */
export function expired(line: Pick<Line, 'expires'>, now: number): boolean {
  return line.expires !== undefined && shanghaiDate(now) > line.expires
}

/** The ISO date in Asia/Shanghai, which has had no daylight saving since 1991. */
export function shanghaiDate(at: number): string {
  return dateOf(dayOf(at))
}

/**
 * Whether a promise is within the authority of the agent or of a role that came into the call. What promises the refund of a call needs
 * whoever may grant its sum, once that is known.
 */
export function authorised(pack: CompiledPack, promise: string, { rolesGranted, refund }: Authority): boolean {
  const rule = pack.promises[promise]
  if (!rule) return false
  const own = rankOf(pack, rule.authority)
  const needed = rule.refunds ? Math.max(own, rankOf(pack, refundRole(pack, refund)?.id)) : own
  return own >= 0 && needed <= highestRank(pack, rolesGranted)
}

/** The first line of a state that fits the circumstances and may be said; `undefined` when all have expired. */
export function choose(pack: CompiledPack, says: readonly Say[], state: CallState, now: number): Line | undefined {
  for (const say of says) {
    const line = pack.lines[say.line]
    if (line && fits(say.when, state) && usable(pack, line, now, state)) return line
  }
  return undefined
}

/** The promise for which the first line that fits the circumstances may not be said yet, where that is all that keeps it back. */
export function withheld(pack: CompiledPack, says: readonly Say[], state: CallState, now: number): string | undefined {
  const fitting = says.filter(({ when }) => fits(when, state)).flatMap(({ line }) => pack.lines[line] ?? [])
  return fitting.find((line) => valid(line, now))?.promises.find((id) => !authorised(pack, id, state))
}

function fits(when: When | undefined, { channel, profile, temper }: CallState): boolean {
  if (!when) return true
  if (when.channel && when.channel !== channel) return false
  if (when.brand && !(profile.brand && when.brand.includes(profile.brand))) return false
  if (when.tier && !(profile.tier && when.tier.includes(profile.tier))) return false
  return !when.temper || when.temper.includes(temper)
}
