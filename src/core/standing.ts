import { monthsBetween } from './calendar/days.ts'
import { closedBefore } from './history.ts'
import { matterOf } from './matter.ts'
import type { CompiledPack, Title } from './pack.ts'
import { decide } from './rules/decide.ts'
import type { DecisionTable, Fact, Facts } from './rules/decision-table.ts'
import { halfHourOf } from './spoken-time.ts'
import type { CallState } from './state.ts'

/** The tables that say how a complaint stands. (tel.class.urgent, tel.sla.promise, tel.order.urgency) */
export const CLASSIFICATION = 'classification'
export const REPLY_TIME = 'reply-time'
export const ORDER_URGENCY = 'order-urgency'
export const TIME_LIMITS = 'time-limits'

const HOUR = 3_600_000

/** How a complaint stands by the manual: its classes, and by when it is to be answered. */
export interface Standing {
  /** Ids of the table `classification`; never empty. */
  readonly classes: readonly ComplaintClass[]
  /** Whether any class is one of the urgent ones. */
  readonly urgent: boolean
  /** By when it is settled and answered, milliseconds since the epoch; `hours` from the call's beginning. */
  readonly due: number
  readonly hours: number
  /** By when the customer hears from us for the first time. */
  readonly firstReply: number
}

export interface ComplaintClass {
  readonly id: string
  readonly title: Title
  readonly source: readonly string[]
}

/** The class of everything that is in none of the urgent ones. */
const ORDINARY = 'ordinary'

/** Dangers with which a complaint draws attention from outside by itself. */
const GRAVE = ['media', 'crowd'] as const

/**
 * How the complaint of a call stands, by the tables of the pack: everything that is known so far counts, what nobody has noted is taken
 * as the usual. Nothing in a pack without these tables.
 */
export function standingOf(pack: CompiledPack, state: CallState): Standing | undefined {
  const rules = pack.rules as CompiledPack['rules'] | undefined
  const table = rules?.[CLASSIFICATION]
  const times = rules?.[REPLY_TIME]
  if (!table || !times) return undefined
  const { profile, startedAt } = state
  const classes = decide(table, known(table, classFacts(pack, state))).map(({ gives, source }): ComplaintClass => {
    const id = String(gives.class)
    return { id, title: titleOf(table, 'class', id), source }
  })
  const common = {
    tier: profile.tier,
    brand: profile.brand,
    international: state.facts.international ?? false,
    transfer: state.facts.transfer ?? 'local',
  }
  const hours = Math.min(
    ...classes.flatMap(({ id }) => decide(times, known(times, { ...common, class: id })).map(({ gives }) => Number(gives.hours))),
  )
  const urgent = classes.some(({ id }) => id !== ORDINARY)
  return { classes, urgent, hours, due: startedAt + hours * HOUR, firstReply: startedAt + firstReplyHours(pack) * HOUR }
}

/** By when the customer hears from us, whatever is found by then: never later than the first reply, sooner for urgent classes and high tiers. */
export function replyBy({ due, firstReply }: Standing): number {
  return halfHourOf(Math.min(due, firstReply))
}

/** The same, where it is sooner than for everybody. */
export function soonerReply(pack: CompiledPack, state: CallState): number | undefined {
  const standing = standingOf(pack, state)
  return standing && standing.due < standing.firstReply ? replyBy(standing) : undefined
}

/** Within how many hours a customer first hears from us, whatever the class. */
function firstReplyHours(pack: CompiledPack): number {
  const table = pack.rules[TIME_LIMITS]
  const [found] = table ? decide(table, { what: 'first-reply' }) : []
  return Number(found?.gives.within ?? 48)
}

function classFacts(pack: CompiledPack, state: CallState): Facts {
  const { facts, history, profile, channel, machines } = state
  const grave = Object.keys(machines).some((id) => GRAVE.some((danger) => danger === pack.scenarios[id]?.interrupts))
  const closed = closedBefore(state, matterOf(pack, state))
  return {
    origin: facts.origin ?? (channel === 'hall' ? 'hall' : 'hotline'),
    grave: facts.grave ?? grave,
    'ordinary-callers': history?.callers.ordinary ?? 0,
    'vip-callers': history?.callers.vip ?? 0,
    'since-closed': closed && monthsBetween(closed.at, state.startedAt),
    'handed-up': facts['handed-up'] ?? false,
    'across-regions': facts['across-regions'] ?? false,
    tier: profile.tier,
    standing: facts.standing ?? 'private',
    sensitive: facts.sensitive ?? false,
  }
}

/** Only what a table asks for, and only what it can take: what was noted under another edition may be named otherwise in this one. */
function known({ inputs }: DecisionTable, facts: Facts): Facts {
  return Object.fromEntries(
    Object.entries(inputs).map(([id, input]): [string, Fact] => {
      const fact = facts[id]
      if (input.type === 'choice' && typeof fact === 'string' && !Object.hasOwn(input.choices, fact)) return [id, undefined]
      return [id, fact]
    }),
  )
}

/** How an answer of a table is called. */
export function titleOf({ outputs }: DecisionTable, output: string, value: string): Title {
  const found = outputs[output]
  return (found?.type === 'choice' ? found.choices[value] : undefined) ?? { zh: value, en: value }
}
