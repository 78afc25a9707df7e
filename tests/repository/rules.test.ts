import { expect, test } from 'vitest'
import { projectFiles, read } from './files.ts'

/** Ids of docs/rules.md, each set in bold where its rule is written: `**C1**`. */
const written = [...read('docs/rules.md').matchAll(/^\W*\*\*([A-Z]+\d+)\*\*/gm)].map(([, id]) => id)

/** Ids that tests cite in front of their names: `[C1] …` or `[C1] [C2] …`. */
const cited = projectFiles(/\.(test|e2e)\.tsx?$/, 'tests').flatMap(({ path, text }) =>
  [...text.matchAll(/['"`]((?:\[[A-Z]+\d+\] ?)+)/g)].flatMap(([, ids]) =>
    [...(ids ?? '').matchAll(/[A-Z]+\d+/g)].map(([id]) => ({ id, path })),
  ),
)

test('docs/rules.md numbers its rules, each once', () => {
  expect(written.length).toBeGreaterThan(0)
  expect(written.filter((id, index) => written.indexOf(id) !== index)).toEqual([])
})

test('every rule is guarded by a test that cites it', () => {
  expect(written.filter((id) => cited.every((citation) => citation.id !== id))).toEqual([])
})

test('no test cites a rule that is not written', () => {
  expect(cited.filter(({ id }) => !written.includes(id))).toEqual([])
})
