import { wordingsOf } from '../lines.ts'
import type { CompiledPack, Line } from '../pack.ts'
import type { Act, LineStatus, Stage } from '../vocabulary.ts'
import { type LinePlace, placesOf, scenarioOf } from './places.ts'

/** A line as the book lists it. */
export interface BookLine {
  readonly line: Line
  readonly places: readonly LinePlace[]
  /** The scenario that it belongs to, if any. */
  readonly scenario?: string
  readonly stages: ReadonlySet<Stage>
  /** Lower-case text that a query is looked for in: what is shown in any script, pinyin, initials, id, purpose. */
  readonly haystack: string
}

/** What a reader is looking for; what is left out does not matter. */
export interface LineQuery {
  /** Words that must all occur, parted by spaces: hanzi, pinyin run together, initials, or part of an id. */
  readonly text?: string
  readonly scenario?: string
  readonly stage?: Stage
  /** A source id; `tel.fee` stands for all that begin so. */
  readonly source?: string
  readonly status?: LineStatus | 'expired' | 'expiring'
  readonly act?: Act
  readonly edition?: string
}

/** Lines whose last day comes within so many days are told as expiring. */
const EXPIRING_DAYS = 60

/**
 * Every line of a pack, ready to be filtered: scenario by scenario in the pack's order, each in the order in which it is said.
 *
 * @param others further forms of the same pack, such as its Traditional one, whose wording is found too
 */
export function bookLines(pack: CompiledPack, ...others: readonly CompiledPack[]): readonly BookLine[] {
  const places = placesOf(pack)
  const order = [...new Set([...places.keys(), ...Object.keys(pack.lines)])]
  return order.flatMap((id) => {
    const line = pack.lines[id]
    if (!line) return []
    const own = places.get(id) ?? []
    const scenario = scenarioOf(pack, own)
    const forms = [line, ...others.flatMap((other) => other.lines[id] ?? [])]
    const texts = forms.flatMap((form) => [form.purpose.zh, ...wordingsOf(form)])
    return [
      {
        line,
        places: own,
        ...(scenario ? { scenario } : {}),
        stages: new Set(own.map(({ stage }) => stage)),
        haystack: [...new Set(texts), line.purpose.en, id, line.pinyin, line.initials].join('\n').toLowerCase(),
      },
    ]
  })
}

/**
 * The lines that answer a query, in the order given.
 *
 * @param today ISO date in Asia/Shanghai, which expiry is measured against
 * @example
 * findLines(bookLines(pack), { text: 'jingli', stage: 'negotiate' }, '2026-11-22')
 */
export function findLines(lines: readonly BookLine[], query: LineQuery, today: string): readonly BookLine[] {
  const words = (query.text ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  const soon = query.status === 'expiring' ? daysLater(today, EXPIRING_DAYS) : today
  return lines.filter(
    ({ line, scenario, stages, haystack }) =>
      (query.scenario === undefined || scenario === query.scenario) &&
      (query.stage === undefined || stages.has(query.stage)) &&
      (query.act === undefined || line.acts.includes(query.act)) &&
      (query.edition === undefined || line.edition === query.edition) &&
      (query.source === undefined || line.source.some((id) => id === query.source || id.startsWith(`${query.source}.`))) &&
      (query.status === undefined || hasStatus(line, query.status, today, soon)) &&
      words.every((word) => haystack.includes(word)),
  )
}

function hasStatus(line: Line, status: NonNullable<LineQuery['status']>, today: string, soon: string): boolean {
  const expired = line.expires !== undefined && line.expires < today
  switch (status) {
    case 'expired':
      return expired
    case 'expiring':
      return line.expires !== undefined && !expired && line.expires <= soon
    default:
      return line.status === status
  }
}

function daysLater(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** The pieces of a text that a query's words occur in, for highlighting: pairs of start and end, in order, not overlapping. */
export function rangesOf(text: string, query: string): readonly (readonly [number, number])[] {
  const lower = text.toLowerCase()
  const found = query
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((word) => {
      const ranges: [number, number][] = []
      for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length)) ranges.push([at, at + word.length])
      return ranges
    })
    .sort(([a], [b]) => a - b)
  const merged: [number, number][] = []
  for (const [start, end] of found) {
    const last = merged.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else merged.push([start, end])
  }
  return merged
}
