import { compilePack, type PackFolder } from '../compiler/compile.ts'
import { makeSpelling } from '../compiler/spelling.ts'
import { chance } from '../core/chance.ts'
import { wordingsOf } from '../core/lines.ts'
import type { SearchedPack } from '../search/corpus.ts'
import { lineSearch } from '../search/line-search.ts'
import { READINGS, readingOf } from '../search/reading.ts'
import { warmUps } from '../search/warm-up.ts'
import { type Timing, timing } from './figures.ts'
import { manyLines } from './search-phrases.ts'

/** What a search costs on this machine, in milliseconds. */
export interface SearchFigures {
  /** Making the search ready, once for each pack. */
  readonly open: number
  /** Among the pack's own lines, and among 10,000 lines. */
  readonly inPack: Timing
  readonly in10000: Timing
}

const LINES = 10_000
const QUERIES = 600

/** Measures looking for lines by hanzi, by what sounds alike, by pinyin with and without mistakes, by initials and by words, after the warm-up. */
export function searchFigures(folder: PackFolder): SearchFigures {
  const { pack } = compilePack(folder, { prove: false })
  if (!pack) throw new Error(`pack ${folder.id} has errors: run evenkeel check`)
  const began = performance.now()
  const inPack = lineSearch(pack, makeSpelling())
  const open = performance.now() - began
  const lines = manyLines(pack, LINES)
  const many = { lines: Object.fromEntries(lines.map((line) => [line.id, line])), slots: pack.slots }
  const in10000 = lineSearch(many, makeSpelling())
  return { open: Math.round(open), inPack: time(inPack, pack), in10000: time(in10000, many) }
}

function time(search: (query: string) => unknown, pack: SearchedPack): Timing {
  for (const query of warmUps(pack)) search(query)
  const queries = queriesFrom(pack)
  return timing(
    queries.map((query) => {
      const began = performance.now()
      search(query)
      return performance.now() - began
    }),
  )
}

/** Pieces of lines, written in every way that an agent may type them. */
function queriesFrom({ lines }: SearchedPack): readonly string[] {
  const next = chance(QUERIES)
  const { readings, spelled } = readingOf(makeSpelling())
  const texts = Object.values(lines).flatMap(wordingsOf)
  const syllables = (piece: string) => Array.from(piece, (character) => spelled[readings[character.charCodeAt(0) * READINGS] ?? 0] ?? '')
  const ways: readonly ((piece: string) => string)[] = [
    (piece) => piece,
    (piece) => `${piece.slice(1, 3)}啊${piece.slice(3)}`,
    (piece) => syllables(piece).join(''),
    (piece) => syllables(piece).join(' '),
    (piece) =>
      syllables(piece)
        .join('')
        .replace(/(.)(.)$/u, '$2$1'),
    (piece) =>
      syllables(piece)
        .map((each) => each.charAt(0))
        .join(''),
    (piece) => piece.slice(0, 2) + syllables(piece.slice(2)).join(''),
    (piece) => `${piece.slice(-2)} ${piece.slice(0, 2)}`,
  ]
  return Array.from({ length: QUERIES }, (_, i) => {
    const text = (texts[Math.floor(next() * texts.length)] ?? '').replaceAll(/[^\p{Script=Han}]/gu, '')
    const from = Math.floor(next() * Math.max(1, text.length - 6))
    return ways[i % ways.length]?.(text.slice(from, from + 6)) ?? ''
  })
}
