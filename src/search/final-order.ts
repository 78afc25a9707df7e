import Fuse from 'fuse.js'
import type { Alignment } from './align.ts'
import type { Corpus } from './corpus.ts'
import { isLatin, type Query } from './query.ts'
import { READINGS, type Reading } from './reading.ts'

/** A text that was met, as it goes into the final order. */
export interface Finalist extends Alignment {
  readonly form: number
}

/** Costs closer than this are as good as the same. */
const GRAIN = 0.1
/** How far from its beginning a text may be met before that counts as much as an error in everything. */
const DISTANCE = 400

/** The last few in their order: by cost, and where that is the same those that have the numbers as they were typed, then by how near to its beginning, and how exactly, fuse.js finds the query. */
export function finalOrder<T extends Finalist>(reading: Reading, corpus: Corpus, query: Query, finalists: readonly T[]): readonly T[] {
  const written = query.codes.some(isLatin)
    ? (codes: ArrayLike<number>) => spell(reading, codes)
    : (codes: ArrayLike<number>) => String.fromCharCode(...Array.from(codes))
  const pattern = written(query.codes)
  return finalists
    .map((each) => {
      const text = written(corpus.codes.subarray(corpus.offsets[each.form], corpus.offsets[each.form + 1]))
      const { score } = Fuse.match(pattern, text, { threshold: 1, distance: DISTANCE })
      return { each, step: Math.round(each.cost / GRAIN), respelled: corpus.texts[each.form]?.respelled ? 1 : 0, score: score ?? 1 }
    })
    .sort((a, b) => a.step - b.step || a.respelled - b.respelled || a.score - b.score || a.each.form - b.each.form)
    .map(({ each }) => each)
}

function spell({ readings, spelled }: Reading, codes: ArrayLike<number>): string {
  return Array.from(codes, (code) => spelled[readings[code * READINGS] ?? 0] ?? '').join('')
}
