import type { CompiledPack, Line, Machine, Scenario, Swap, Title } from '../pack.ts'

/**
 * What a published edition said, kept so that a later one can be held against it: everything that a reviewer answers for, and
 * nothing that can be derived.
 */
export interface EditionRecord {
  readonly pack: string
  readonly edition: string
  readonly version: string
  readonly hash: string
  readonly lines: Readonly<Record<string, EditionLine>>
  readonly machines: Readonly<Record<string, EditionMachine>>
  readonly swaps: Readonly<Record<string, EditionSwap>>
}

export type EditionLine = Pick<Line, 'purpose' | 'say' | 'short' | 'acts' | 'promises' | 'source' | 'status' | 'approved'> & {
  readonly expires?: string
}
export type EditionSwap = Pick<Swap, 'violation' | 'not' | 'instead' | 'why'>
export interface EditionMachine {
  readonly title: Title
  readonly group?: Scenario['group']
  readonly states: Readonly<Record<string, EditionState>>
}
/** A step of a machine, with everything spelt out as a reader would say it. */
export interface EditionState {
  readonly stage: string
  readonly say: readonly string[]
  readonly do: readonly string[]
  readonly avoid: readonly string[]
  readonly requires: readonly string[]
  /** `追问为什么 → basis`, one a branch. */
  readonly on: readonly string[]
  readonly outcome?: string
}

/** The record of a pack as it stands. */
export function recordEdition(pack: CompiledPack): EditionRecord {
  return {
    pack: pack.id,
    edition: pack.edition,
    version: pack.version,
    hash: pack.hash,
    lines: mapped(pack.lines, ({ purpose, say, short, acts, promises, source, status, approved, expires }) => ({
      purpose,
      say,
      short,
      acts,
      promises,
      source,
      status,
      approved,
      ...(expires ? { expires } : {}),
    })),
    machines: mapped(pack.machines, (machine) => recordMachine(pack, machine)),
    swaps: mapped(pack.swaps, ({ violation, not, instead, why }) => ({ violation, not, instead, why })),
  }
}

function recordMachine(pack: CompiledPack, machine: Machine): EditionMachine {
  const group = pack.scenarios[machine.id]?.group
  return {
    title: machine.title,
    ...(group ? { group } : {}),
    states: mapped(machine.states, (state) => ({
      stage: state.stage,
      say: state.say.map(({ line, when }) => (when ? `${line} ${JSON.stringify(when)}` : line)),
      do: state.do.map((id) => pack.steps[id]?.title.zh ?? id),
      avoid: state.avoid.map((id) => pack.swaps[id]?.not ?? id),
      requires: state.requires,
      on: state.on.map(({ trigger, to, start, when }) => {
        const what =
          trigger.type === 'move'
            ? (pack.moves[trigger.move]?.title.zh ?? trigger.move)
            : trigger.type === 'step'
              ? (pack.steps[trigger.step]?.title.zh ?? trigger.step)
              : trigger.type
        const leads = [to, start && pack.scenarios[start]?.title.zh].filter(Boolean).join(' + ')
        return `${what} → ${leads}${when ? ` (${when.seen} ×${when.times})` : ''}`
      }),
      ...(state.final ? { outcome: state.final.outcome } : {}),
    })),
  }
}

/** One difference between two editions. */
export interface Change {
  readonly kind: 'line' | 'scenario' | 'state' | 'swap'
  readonly id: string
  readonly what: 'added' | 'removed' | 'changed'
  /** The machine that it stands in; absent for lines and swaps. */
  readonly machine?: string
  /** What was changed, field by field, as text. Empty for what was added or removed. */
  readonly fields: readonly FieldChange[]
}

export interface FieldChange {
  readonly field: string
  readonly before: string
  readonly after: string
}

/**
 * What changed from one edition to the next. A scenario that is new or gone is one change; its states are not told one by one.
 * The order is that of the later edition, with what is gone at the end.
 */
export function compareEditions(before: EditionRecord, after: EditionRecord): readonly Change[] {
  const changes: Change[] = []
  for (const [id, what] of pairs(before.machines, after.machines)) {
    if (what !== 'both') {
      changes.push({ kind: 'scenario', id, machine: id, what, fields: [] })
      continue
    }
    const [old, now] = [before.machines[id], after.machines[id]]
    if (!old || !now) continue
    const title = fieldsOf({ title: old.title.zh }, { title: now.title.zh })
    if (title.length > 0) changes.push({ kind: 'scenario', id, machine: id, what: 'changed', fields: title })
    for (const [state, how] of pairs(old.states, now.states)) {
      const fields = how === 'both' ? fieldsOf(old.states[state], now.states[state]) : []
      if (how !== 'both' || fields.length > 0)
        changes.push({ kind: 'state', id: state, machine: id, what: how === 'both' ? 'changed' : how, fields })
    }
  }
  for (const kind of ['line', 'swap'] as const) {
    const [old, now] = kind === 'line' ? [before.lines, after.lines] : [before.swaps, after.swaps]
    for (const [id, how] of pairs<EditionLine | EditionSwap>(old, now)) {
      const fields = how === 'both' ? fieldsOf(old[id], now[id]) : []
      if (how !== 'both' || fields.length > 0) changes.push({ kind, id, what: how === 'both' ? 'changed' : how, fields })
    }
  }
  return changes
}

/** Fields whose text differs. Lists are one item a line; approval dates alone are no change of what is said. */
function fieldsOf(before: object | undefined, after: object | undefined): FieldChange[] {
  const [old, now] = [before ?? {}, after ?? {}] as Record<string, unknown>[]
  const names = [...new Set([...Object.keys(old ?? {}), ...Object.keys(now ?? {})])]
  return names.flatMap((field) => {
    const [was, is] = [asText(old?.[field]), asText(now?.[field])]
    return was === is ? [] : [{ field, before: was, after: is }]
  })
}

function asText(value: unknown): string {
  if (value === undefined) return ''
  if (Array.isArray(value)) return value.map(asText).join('\n')
  if (typeof value === 'object' && value !== null) return 'zh' in value ? String(value.zh) : JSON.stringify(value)
  return String(value)
}

/** Every id of two records, with which of them holds it. */
function pairs<T>(
  before: Readonly<Record<string, T>>,
  after: Readonly<Record<string, T>>,
): readonly (readonly [string, 'added' | 'removed' | 'both'])[] {
  return [
    ...Object.keys(after).map((id) => [id, id in before ? 'both' : 'added'] as const),
    ...Object.keys(before).flatMap((id) => (id in after ? [] : [[id, 'removed'] as const])),
  ]
}

function mapped<T, U>(record: Readonly<Record<string, T>>, to: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, to(value)]))
}
