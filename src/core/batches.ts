import type { Callers } from './earlier-call.ts'
import { BATCH_WITHIN } from './history.ts'
import type { CompiledPack } from './pack.ts'
import { decide } from './rules/decide.ts'
import type { DecisionTable, Fact, RuleInput } from './rules/decision-table.ts'
import { CLASSIFICATION } from './standing.ts'
import { isVip } from './vip.ts'

/** What is known of a call when calls are counted; a summary of the store fits. */
export interface CountedCall {
  readonly id: string
  /** Milliseconds since the epoch. */
  readonly startedAt: number
  /** See `matterOf`. */
  readonly matter?: string
  /** Stands for the customer; without one a call counts as a customer of its own. */
  readonly ref?: string
  readonly tier?: string
}

/** Many customers with one matter within the hour. */
export interface Batch {
  readonly matter: string
  /** Every call of it, by time. */
  readonly calls: readonly string[]
  /** When the first and the last of them began, milliseconds since the epoch. */
  readonly from: number
  readonly to: number
  /** Customers within the fullest hour. */
  readonly callers: Callers
}

/** The class of the table `classification` that stands for one matter with many callers. (tel.class.urgent) */
const BATCH = 'batch'

/**
 * Matters with so many customers within sixty minutes that the table `classification` calls it a batch, the latest first. Each customer
 * counts once; a call sixty minutes after another is still within the hour of it.
 */
export function batchesOf(pack: CompiledPack, calls: readonly CountedCall[]): readonly Batch[] {
  const table = (pack.rules as CompiledPack['rules'] | undefined)?.[CLASSIFICATION]
  if (!table) return []
  const vip = vipCustomers(pack, calls)
  const isBatch = remembered((callers) => makesBatch(table, callers))
  return [...byMatter(calls)].flatMap(([matter, about]) => batchesAbout(matter, about, vip, isBatch)).sort((a, b) => b.to - a.to)
}

function batchesAbout(
  matter: string,
  calls: readonly CountedCall[],
  vip: ReadonlySet<string>,
  isBatch: (callers: Callers) => boolean,
): readonly Batch[] {
  const found: { first: number; last: number; callers: Callers }[] = []
  const window = new Window(vip)
  let first = 0
  for (const [last, call] of calls.entries()) {
    window.add(call)
    for (let oldest = calls[first]; oldest && call.startedAt - oldest.startedAt > BATCH_WITHIN; oldest = calls[first]) {
      window.remove(oldest)
      first++
    }
    const callers = window.callers()
    if (!isBatch(callers)) continue
    const before = found.at(-1)
    // Windows that share a call are one batch.
    if (before && before.last >= first) {
      before.last = last
      before.callers = fuller(before.callers, callers)
    } else found.push({ first, last, callers })
  }
  return found.map(({ first: from, last: to, callers }) => ({
    matter,
    calls: calls.slice(from, to + 1).map(({ id }) => id),
    from: calls[from]?.startedAt ?? 0,
    to: calls[to]?.startedAt ?? 0,
    callers,
  }))
}

/** The customers of the calls that are within an hour of each other, each counted once. */
class Window {
  readonly #vip: ReadonlySet<string>
  readonly #calls = new Map<string, number>()
  #vips = 0

  constructor(vip: ReadonlySet<string>) {
    this.#vip = vip
  }

  add(call: CountedCall): void {
    const customer = customerOf(call)
    const before = this.#calls.get(customer) ?? 0
    this.#calls.set(customer, before + 1)
    if (before === 0 && this.#vip.has(customer)) this.#vips++
  }

  remove(call: CountedCall): void {
    const customer = customerOf(call)
    const left = (this.#calls.get(customer) ?? 1) - 1
    if (left > 0) this.#calls.set(customer, left)
    else {
      this.#calls.delete(customer)
      if (this.#vip.has(customer)) this.#vips--
    }
  }

  callers(): Callers {
    return { ordinary: this.#calls.size - this.#vips, vip: this.#vips }
  }
}

/** Whoever was a VIP in one of the calls is one in all of them. */
function vipCustomers(pack: CompiledPack, calls: readonly CountedCall[]): ReadonlySet<string> {
  const tiers = new Map<string, boolean>()
  const counts = (tier: string) => {
    const known = tiers.get(tier) ?? isVip(pack, tier)
    tiers.set(tier, known)
    return known
  }
  return new Set(calls.filter(({ tier }) => tier !== undefined && counts(tier)).map(customerOf))
}

/** A customer where there is a reference, else the call; the two cannot be mistaken for each other. */
function customerOf({ id, ref }: CountedCall): string {
  return ref === undefined ? `call ${id}` : `ref ${ref}`
}

function byMatter(calls: readonly CountedCall[]): ReadonlyMap<string, readonly CountedCall[]> {
  const matters = new Map<string, CountedCall[]>()
  for (const call of [...calls].sort((a, b) => a.startedAt - b.startedAt)) {
    if (call.matter === undefined) continue
    const about = matters.get(call.matter)
    if (about) about.push(call)
    else matters.set(call.matter, [call])
  }
  return matters
}

/** Whether so many callers make a batch by the table, whatever else is usual about their complaints. */
function makesBatch(table: DecisionTable, { ordinary, vip }: Callers): boolean {
  const facts = Object.entries(table.inputs).map(([id, input]): [string, Fact] => [id, usual(input)])
  const asked = { ...Object.fromEntries(facts), 'ordinary-callers': ordinary, 'vip-callers': vip }
  return decide(table, asked).some(({ gives }) => gives.class === BATCH)
}

/** What is taken of a fact that nobody has noted. */
function usual(input: RuleInput): Fact {
  switch (input.type) {
    case 'flag':
      return false
    case 'number':
      return input.optional ? undefined : 0
    case 'choice':
      return input.optional ? undefined : Object.keys(input.choices)[0]
  }
}

/** The larger numbers of two windows of one batch. */
function fuller(a: Callers, b: Callers): Callers {
  return { ordinary: Math.max(a.ordinary, b.ordinary), vip: Math.max(a.vip, b.vip) }
}

function remembered(ask: (callers: Callers) => boolean): (callers: Callers) => boolean {
  const answers = new Map<string, boolean>()
  return (callers) => {
    const key = `${callers.ordinary} ${callers.vip}`
    const answer = answers.get(key) ?? ask(callers)
    answers.set(key, answer)
    return answer
  }
}
