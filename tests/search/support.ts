import { makeSpelling } from '../../src/compiler/spelling.ts'
import type { SearchedPack } from '../../src/search/corpus.ts'
import { type LineSearch, lineSearch } from '../../src/search/line-search.ts'

/** A search over lines of one wording each, by id; they are for nothing in particular. */
export function searchOver(lines: Readonly<Record<string, string>>): LineSearch {
  return lineSearch(packOfLines(lines), makeSpelling())
}

export function packOfLines(lines: Readonly<Record<string, string>>): SearchedPack {
  return {
    lines: Object.fromEntries(Object.entries(lines).map(([id, short]) => [id, { id, purpose: { zh: '', en: '' }, say: [], short }])),
    slots: {
      customer: { id: 'customer', fallback: '', sample: '欧阳女士', account: false },
      matter: { id: 'matter', fallback: '这件事', sample: '流量多扣费的事', account: false },
    },
  }
}
