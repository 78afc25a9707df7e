import Fuse from 'fuse.js'
import type { CompiledPack, Line } from '../core/pack.ts'

/** How many lines a search answers with. */
export const HITS = 8

/** How far a query may be from a line, 0 (exact) to 1. */
const TOLERANCE = 0.35

/**
 * A search over lines by hanzi, pinyin, initials or purpose. Lines of the machine in front come first: what is looked for in a
 * call is usually about what is going on.
 *
 * @param lines those that may be said now
 * @param machine id of the machine in front
 * @example
 * searchLines(pack, lines, 'hard-line')('nmms') // lines with 您慢慢说
 */
export function searchLines(pack: CompiledPack, lines: readonly Line[], machine: string): (query: string) => readonly Line[] {
  const own = linesOf(pack, machine)
  const ownFirst = (found: readonly Line[]) => [...found.filter(({ id }) => own.has(id)), ...found.filter(({ id }) => !own.has(id))]
  const fuse = new Fuse(lines, {
    keys: ['say', 'short', { name: 'purpose.zh', weight: 2 }, 'purpose.en', 'pinyin', 'initials'],
    threshold: TOLERANCE,
    ignoreLocation: true,
  })
  return (query) => {
    const wanted = query.trim().toLowerCase()
    const found = wanted === '' ? lines : fuse.search(wanted).map(({ item }) => item)
    return ownFirst(found).slice(0, HITS)
  }
}

function linesOf(pack: CompiledPack, machine: string): ReadonlySet<string> {
  const states = Object.values(pack.machines[machine]?.states ?? {})
  return new Set(states.flatMap(({ say }) => say.map(({ line }) => line)))
}
