import { endingOf } from '../ending.ts'
import type { CallEvent } from '../events.ts'
import { owedBefore } from '../history.ts'
import { address } from '../lines.ts'
import { matterOf, matterTitle, ORDER_COLUMN } from '../matter.ts'
import type { CompiledPack, Move, Title } from '../pack.ts'
import { highestRank, rankOf } from '../roles.ts'
import type { Outputs } from '../rules/decision-table.ts'
import { refundRole } from '../rules/refund.ts'
import { ORDER_URGENCY, type Standing, standingOf, TIME_LIMITS } from '../standing.ts'
import type { CallState } from '../state.ts'
import { promiseTitle } from '../view.ts'
import type { Outcome } from '../vocabulary.ts'
import { askTable } from './ask-table.ts'
import { deedsOf, lasting, ownMoveWords } from './deeds.ts'
import { factChoices, type NextOwner, ORDER_HANDLING, ORDER_TYPE, REPORTING } from './fact-choices.ts'
import type { FormFact } from './form-facts.ts'
import { minuteOf } from './minutes.ts'
import { asCell, firstWords, processOf, talkRows } from './narrative.ts'
import { lastingPromises, openPromises, promiseWords } from './promise-words.ts'
import { satisfactionOf } from './satisfaction.ts'

/** What a call can say of itself, by fact: words in Chinese, or the id of a choice (see `factChoices`). What is not known is left out. */
export type CallFacts = Readonly<Partial<Record<FormFact, string>>>

/** A call as its facts are drawn from it. */
interface Source {
  readonly pack: CompiledPack
  readonly events: readonly CallEvent[]
  readonly state: CallState
  readonly standing: Standing | undefined
  readonly outcome: Outcome | undefined
  /** How the call has it that the matter goes on; absent while it says nothing. */
  readonly next: 'record-only' | 'department' | 'done' | undefined
}

/**
 * All that a call can say on forms, by its log and the tables of its pack.
 *
 * @param events of the call, by sequence number
 * @param now milliseconds since the epoch
 */
export function formFacts(pack: CompiledPack, events: readonly CallEvent[], state: CallState, now: number): CallFacts {
  const outcome = outcomeOf(pack, state)
  const source: Source = { pack, events, state, standing: standingOf(pack, state), outcome, next: nextOf(pack, state, outcome) }
  const { profile, startedAt, ended } = state
  const facts: Readonly<Record<FormFact, string | undefined>> = {
    'call-id': state.id,
    channel: state.channel,
    'began-at': minuteOf(startedAt),
    'ended-at': ended && minuteOf(ended.at),
    now: minuteOf(now),
    agent: state.agent,
    customer: address(pack, profile) ?? profile.surname,
    tier: profile.tier,
    brand: profile.brand,
    matter: matterWords(source) ?? situationOf(source),
    demand: profile.demand,
    classes: source.standing?.classes.map(({ title }) => title.zh).join('、'),
    ...orderFacts(source),
    ...dueFacts(source),
    ...refundFacts(source),
    outcome,
    note: state.note,
    summary: summaryOf(source),
    process: processOf(pack, events, state),
    answer: answerOf(source),
    findings: findingsOf(source).join('；'),
    offers: offersOf(source).join('；'),
    promises: lastingPromises(pack, state)
      .map((made) => [promiseTitle(pack, made).zh, minuteOf(made.due)].map(asCell).join('\t'))
      .join('\n'),
    satisfaction: satisfactionOf(events),
    talk: talkRows(pack, events, state),
    progress: progressRows(source),
    dangers: dangersOf(source).join('、'),
    earlier: earlierOf(source),
    'reported-to': reportedTo(source),
  }
  return Object.fromEntries(Object.entries(facts).filter(([, words]) => words !== undefined && words.trim() !== ''))
}

/** How a call ended, or would end now. */
export function outcomeOf(pack: CompiledPack, state: CallState): Outcome | undefined {
  return state.ended?.outcome ?? endingOf(pack, state).outcome
}

/** Scenarios of a call, without those that were opened by mistake and dropped. */
export function scenariosIn(pack: CompiledPack, { order, settled, dangers }: CallState): readonly string[] {
  const ids = [...settled.map(({ scenario }) => scenario), ...order, ...dangers.map(({ scenario }) => scenario)]
  return [...new Set(ids)].filter((id) => pack.scenarios[id])
}

function nextOf(pack: CompiledPack, state: CallState, outcome: Outcome | undefined): Source['next'] {
  if (openPromises(pack, state).length > 0) return 'department'
  switch (outcome) {
    case undefined:
      return undefined
    case 'settled':
      return 'done'
    case 'follow-up':
    case 'escalated':
      return 'department'
    case 'police':
    case 'abandoned':
      return 'record-only'
  }
}

type Facts<Fact extends FormFact> = Readonly<Record<Fact, string | undefined>>

/** How the work order is filed. (tel.order.type, tel.order.urgency, tel.order.routing) */
function orderFacts({
  pack,
  state,
  standing,
  outcome,
  next,
}: Source): Facts<'order-type' | 'order-column' | 'urgency' | 'handling' | 'route' | 'next-owner'> {
  const { profile } = state
  const matter = matterOf(pack, state)
  const complains = matter !== undefined || profile.demand !== undefined || scenariosIn(pack, state).length > 0
  const type = complains ? askTable(pack, ORDER_TYPE, { need: 'complaint' }) : undefined
  // A matter in words may be any column's: that is for a person to say.
  const isNamed = matter === undefined || pack.scenarios[matter] !== undefined
  const column = type && isNamed ? askTable(pack, ORDER_COLUMN, { matter }) : undefined
  const urgency = standing && askTable(pack, ORDER_URGENCY, { tier: profile.tier, urgent: standing.urgent })
  const handling = askTable(pack, ORDER_HANDLING, { next })
  return {
    'order-type': idIn(type, 'type'),
    'order-column': idIn(column, 'column'),
    urgency: idIn(urgency, 'urgency'),
    handling: idIn(handling, 'handling'),
    route: wordsIn(handling, 'route'),
    'next-owner': nextOwner(pack, state, outcome, next),
  }
}

function nextOwner(pack: CompiledPack, state: CallState, outcome: Outcome | undefined, next: Source['next']): NextOwner | undefined {
  if (next === 'done' || next === 'record-only') return 'nobody'
  const role = refundRole(pack, state.refund)
  const beyond = role !== undefined && rankOf(pack, role.id) > highestRank(pack, state.rolesGranted)
  return beyond || outcome === 'escalated' ? 'manager' : undefined
}

/** By when, as long as there is something left to answer: by the class of the complaint, and the first news where sooner was promised. */
function dueFacts({ pack, state, standing, next }: Source): Facts<'reply-due' | 'first-reply-due'> {
  if (!standing || next === 'done' || next === 'record-only') return { 'reply-due': undefined, 'first-reply-due': undefined }
  const promised = openPromises(pack, state).map(({ due }) => due)
  return { 'reply-due': minuteOf(standing.due), 'first-reply-due': minuteOf(Math.min(standing.firstReply, standing.due, ...promised)) }
}

function refundFacts({ pack, state }: Pick<Source, 'pack' | 'state'>): Facts<'refund' | 'refund-authority'> {
  const { refund } = state
  return { refund: refund === undefined ? undefined : `${refund}元`, 'refund-authority': refundRole(pack, refund)?.title.zh }
}

/** What the call was about: how the manual calls it, and how the agent has put it. */
function matterWords({ pack, state }: Source): string | undefined {
  const { matter: noted } = state.profile
  const matter = matterOf(pack, state)
  const title = matter !== undefined && pack.scenarios[matter] ? matterTitle(pack, matter).zh : undefined
  if (title) return noted ? `${title}（${noted}）` : title
  return noted
}

/** What happened, where nobody has said what it is about. Of the other groups a title says how somebody complains: that belongs on no paper. */
function situationOf({ pack, state }: Source): string | undefined {
  const id = scenariosIn(pack, state).findLast((each) => pack.scenarios[each]?.group === 'situation')
  return id === undefined ? undefined : pack.scenarios[id]?.title.zh
}

/** What the customer wants and what was found, in three or four sentences. (tel.order.content) */
function summaryOf(source: Source): string {
  const { events, state } = source
  const matter = matterWords(source)
  const situation = matter === undefined ? situationOf(source) : undefined
  const words = matter === undefined ? firstWords(events) : undefined
  const { demand } = state.profile
  return sentences(
    matter && `客户反映：${matter}`,
    situation && `情况：${situation}`,
    words && `客户原话：${words}`,
    demand && `客户要求：${demand}`,
    listed('查证：', findingsOf(source)),
    listed('处理：', offersOf(source)),
    state.note.trim() && `备注：${state.note.trim()}`,
  )
}

/** What the customer was told. */
function answerOf(source: Source): string {
  const { pack, events, state } = source
  const told = deedsOf(pack, events, state).flatMap(({ words }) => (TOLD.includes(words) ? [words] : []))
  const promised = lastingPromises(pack, state).flatMap((made) => promiseWords(pack, made) ?? [])
  return sentences(listed('查证结果：', findingsOf(source)), listed('处理：', [...told, ...offersOf(source)]), listed('约定：', promised))
}

/** What of the acts of lines is an answer. */
const TOLD: readonly string[] = ['说明原因', '提出处理办法', '讲明我方立场']

function offersOf({ pack, events, state }: Source): readonly string[] {
  const decided = movesMade(pack, events, 'decision')
  const { refund, 'refund-authority': role } = refundFacts({ pack, state })
  const told = decided.some(({ settles }) => settles) || !refund ? [] : [`退费${refund}${role ? `（${role}审批）` : ''}`]
  return [...wordsOf(decided, state), ...told]
}

function findingsOf({ pack, events, state }: Source): readonly string[] {
  return wordsOf(movesMade(pack, events, 'finding'), state)
}

function wordsOf(moves: readonly Move[], { refund }: CallState): readonly string[] {
  return moves.flatMap((move) => ownMoveWords(move, refund) ?? [])
}

/** What we found or decided, each once. */
function movesMade(pack: CompiledPack, events: readonly CallEvent[], kind: 'finding' | 'decision'): readonly Move[] {
  const made = lasting(events).flatMap((event) => (event.type === 'MoveMade' && event.kind === kind ? [event.move] : []))
  return [...new Set(made)].flatMap((id) => pack.moves[id] ?? [])
}

/** A row for every time at which the customer is due to hear how it stands, until the last promise is due. (tel.process.normal) */
function progressRows({ pack, state, next }: Source): string | undefined {
  if (next !== 'department') return undefined
  const limit = askTable(pack, TIME_LIMITS, { what: 'progress' })
  const every = Number(limit?.within ?? 48) * HOUR
  const last = Math.max(state.startedAt, ...openPromises(pack, state).map(({ due }) => due))
  const rows = Math.min(MOST_ROWS, Math.max(1, Math.ceil((last - state.startedAt) / every)))
  return Array.from({ length: rows }, (_, i) => `${minuteOf(state.startedAt + (i + 1) * every)}\t\t\t`).join('\n')
}

const HOUR = 3_600_000
/** Rows that a log begins with at most: more fit on, but nobody needs them printed. */
const MOST_ROWS = 7

function dangersOf({ pack, state }: Source): readonly string[] {
  return scenariosIn(pack, state).flatMap((id) => (pack.scenarios[id]?.interrupts ? [pack.scenarios[id].title.zh] : []))
}

/** Calls of this customer before, and what they have left open. */
function earlierOf({ pack, state }: Source): string {
  const [last, ...others] = state.history?.earlier ?? []
  if (!last) return ''
  const matter = last.matter === undefined ? undefined : matterTitle(pack, last.matter).zh
  const outcome = last.outcome && factChoices(pack, 'outcome')?.[last.outcome]?.zh
  const about = [matter && `事由：${matter}`, outcome && `结果：${outcome}`].flatMap((part) => part || [])
  const owed = owedBefore(state).flatMap((made) => {
    const words = promiseWords(pack, made)
    return words ? [words + (made.due <= state.startedAt ? '，来电时已过期' : '')] : []
  })
  return sentences([`此前来过${others.length + 1}次，最近一次${minuteOf(last.at)}`, ...about].join('，'), listed('还没兑现：', owed))
}

/** Who is told of a major complaint or a journalist. (tel.process.major, tel.special.media-visit) */
function reportedTo({ pack, state, standing }: Source): string {
  const desk = state.facts.origin === 'account-manager' ? 'account-manager' : 'hall'
  const media = scenariosIn(pack, state).some((id) => pack.scenarios[id]?.interrupts === 'media')
  const major = standing?.classes.some(({ id }) => id === 'major') ?? false
  const answers = [media && 'media', major && 'major'].flatMap((what) => {
    const found = what ? askTable(pack, REPORTING, { what, desk }) : undefined
    return found ? [found] : []
  })
  return answers.map((found) => [wordsIn(found, 'first'), wordsIn(found, 'later')].flatMap((part) => part ?? []).join('；再报')).join('\n')
}

function sentences(...parts: readonly (string | undefined)[]): string {
  return parts.flatMap((part) => (part ? [/[。！？”]$/u.test(part) ? part : `${part}。`] : [])).join('')
}

function listed(head: string, parts: readonly string[]): string | undefined {
  return parts.length > 0 ? head + parts.join('；') : undefined
}

function idIn(outputs: Outputs | undefined, name: string): string | undefined {
  const found = outputs?.[name]
  return typeof found === 'string' ? found : undefined
}

function wordsIn(outputs: Outputs | undefined, name: string): string | undefined {
  const found = outputs?.[name]
  return typeof found === 'object' ? (found as Title).zh : undefined
}
