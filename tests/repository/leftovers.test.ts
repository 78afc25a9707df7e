import { describe, expect, test } from 'vitest'
import { projectFiles } from './files.ts'

/** This file, which has to name what it looks for. */
const HERE = 'tests/repository/leftovers.test.ts'

/** Each line of a kind of file that has something which must not stay there, as `path:line: text`. */
function linesWith(pattern: RegExp, files: RegExp): readonly string[] {
  return projectFiles(files)
    .filter(({ path }) => path !== HERE)
    .flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
    )
}

const TEXT = /\.(ts|tsx|mjs|cjs|json|jsonc|css|html|svg|yaml|md)$|^\.ci\/run$/

describe('nothing is left behind', () => {
  test('no path of the machine that it was written on', () => {
    expect(linesWith(/(?<![\w.])(\/(home|Users|root|work|tmp)\/\w|[A-Z]:\\Users\\)/, TEXT)).toEqual([])
  })

  test('no note to do something later', () => {
    expect(linesWith(/\b(TODO|FIXME|XXX|HACK|WIP)\b|lorem ipsum/i, /\.(ts|tsx|mjs|css|html|yaml|md)$/)).toEqual([])
  })

  test('nobody else’s copyright notice', () => {
    expect(linesWith(/all rights reserved|版权所有|©/i, TEXT)).toEqual([])
  })
})

test('types are never switched off', () => {
  expect(linesWith(/@ts-(ignore|nocheck|expect-error)|biome-ignore lint\/suspicious\/noExplicitAny/, /\.(ts|tsx|mjs)$/)).toEqual([])
})
