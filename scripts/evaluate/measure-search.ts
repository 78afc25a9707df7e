import { MARKS } from './marks.ts'
import type { Section } from './report.ts'
import type { SearchScores } from './search.ts'

/** Finding a line, as one section for each collection that was searched. */
export function searchSections(all: readonly SearchScores[]): Section[] {
  return all.map(({ among, lines, kinds }) => ({
    title: `Search: ${among}`,
    lines,
    figures: kinds.map(({ kind, firstFive }) => ({
      name: `${kind}: in the first five`,
      value: firstFive,
      mark: kind === 'all' ? MARKS.searchAll : MARKS.searchEach,
    })),
    scores: [],
    misses: kinds
      .filter(({ kind }) => kind !== 'all')
      .flatMap(({ kind, missed }) =>
        missed.map(([query, instead]) => ({
          text: query,
          wanted: [kind],
          heard: [{ label: instead, because: [] }],
          missed: [kind],
          extra: [],
        })),
      ),
  }))
}
