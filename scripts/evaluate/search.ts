import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { manyLines } from '../../src/cli/search-phrases.ts'
import { makeSpelling } from '../../src/compiler/spelling.ts'
import { chance } from '../../src/core/chance.ts'
import { wordingsOf } from '../../src/core/lines.ts'
import type { CompiledPack, Line } from '../../src/core/pack.ts'
import { type LineSearch, lineSearch } from '../../src/search/line-search.ts'
import { makeQueries } from './search-queries.ts'

/** How well queries of one kind found what they were made from. */
export interface SearchScore {
  readonly kind: string
  readonly queries: number
  /** Share with an answer in the first place, and among the first five. */
  readonly first: number
  readonly firstFive: number
  /** Some that found nothing right: the query, and what came instead. */
  readonly missed: readonly (readonly [query: string, instead: string])[]
}

export interface SearchScores {
  readonly among: string
  readonly lines: number
  readonly kinds: readonly SearchScore[]
}

/** A query as somebody would type it, and the lines that would do. */
interface HeldBackQuery {
  readonly query: string
  readonly kind: string
  readonly lines: readonly string[]
}

const EACH = 100

/**
 * How well lines are found, by kind of query: on queries made from the pack's own lines, on the same among 10,000 phrases, and on those that
 * were written by hand and held back.
 *
 * @param others further texts that phrases are put together from
 * @param seed other numbers make other queries
 */
export function searchScores(pack: CompiledPack, others: readonly string[], seed = 1): readonly SearchScores[] {
  const lines = Object.values(pack.lines)
  return [made('the pack', pack, lines, seed), made('10,000 phrases', pack, manyLines(pack, 10_000, others), seed), heldBack(pack)]
}

function made(among: string, pack: CompiledPack, lines: readonly Line[], seed: number): SearchScores {
  const search = openSearch(pack, lines)
  const byId = new Map(lines.map((line) => [line.id, [...wordingsOf(line), line.purpose.zh, line.purpose.en]]))
  const queries = makeQueries(lines, makeSpelling(), EACH, chance(seed)).map(({ kind, query, answeredBy }) => ({
    kind,
    query,
    answers: search(query).map(({ line, text }) => ({ text, right: (byId.get(line) ?? []).some(answeredBy) })),
  }))
  return { among, lines: lines.length, kinds: scored(queries) }
}

function heldBack(pack: CompiledPack): SearchScores {
  const lines = Object.values(pack.lines)
  const search = openSearch(pack, lines)
  const file = join(import.meta.dirname, '../../tests/search/held-back.jsonl')
  const queries = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as HeldBackQuery)
    .map(({ kind, query, lines: wanted }) => ({
      kind,
      query,
      answers: search(query).map(({ line, text }) => ({ text, right: wanted.includes(line) })),
    }))
  return { among: 'the pack, queries held back', lines: lines.length, kinds: scored(queries) }
}

function openSearch({ slots }: CompiledPack, lines: readonly Line[]): LineSearch {
  return lineSearch({ lines: Object.fromEntries(lines.map((line) => [line.id, line])), slots }, makeSpelling())
}

interface Answered {
  readonly kind: string
  readonly query: string
  readonly answers: readonly { readonly text: string; readonly right: boolean }[]
}

function scored(queries: readonly Answered[]): readonly SearchScore[] {
  const score = (kind: string, of: readonly Answered[]): SearchScore => {
    const within = (places: number) => of.filter(({ answers }) => answers.slice(0, places).some(({ right }) => right)).length / of.length
    const missed = of.filter(({ answers }) => !answers.slice(0, 5).some(({ right }) => right))
    return {
      kind,
      queries: of.length,
      first: within(1),
      firstFive: within(5),
      missed: missed.map(({ query, answers }) => [query, answers[0]?.text ?? 'nothing']),
    }
  }
  const kinds = [...new Set(queries.map(({ kind }) => kind))]
  return [
    ...kinds.map((kind) =>
      score(
        kind,
        queries.filter((each) => each.kind === kind),
      ),
    ),
    score('all', queries),
  ]
}
