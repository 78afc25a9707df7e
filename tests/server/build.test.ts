import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { buildNeed } from '../../src/server/build.ts'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'evenkeel-root-'))
})

afterEach(() => rmSync(root, { recursive: true }))

/** Writes a file; it and the folders above it were last changed at `minute`. */
function file(path: string, minute: number): void {
  mkdirSync(join(root, dirname(path)), { recursive: true })
  writeFileSync(join(root, path), '')
  for (let at = path; at !== '.'; at = dirname(at)) utimesSync(join(root, at), minute * 60, minute * 60)
}

function built(minute: number): void {
  file('dist/index.html', minute)
  file('dist/sw.js', minute)
}

describe('the panel is built', () => {
  test('when it never was', () => {
    file('src/main.tsx', 1)
    expect(buildNeed(root)).toBe('missing')
  })

  test('when a build was broken off before its last file', () => {
    file('src/main.tsx', 1)
    file('dist/index.html', 2)
    expect(buildNeed(root)).toBe('missing')
  })

  test('when a file stands in its place', () => {
    file('dist', 2)
    expect(buildNeed(root)).toBe('missing')
  })

  test.each(['src/core/view.ts', 'scenarios/telecom/pack.yaml', 'scripts-zh/telecom/swaps.yaml', 'index.html', 'package-lock.json'])(
    'when %s has changed since',
    (source) => {
      built(2)
      file(source, 3)
      expect(buildNeed(root)).toBe('older')
    },
  )

  test('when something was taken away since', () => {
    file('src/app/panel.tsx', 1)
    built(2)
    rmSync(join(root, 'src/app/panel.tsx'))
    expect(buildNeed(root)).toBe('older')
  })
})

test('a build newer than all of its sources is served as it is', () => {
  file('src/main.tsx', 1)
  built(2)
  expect(buildNeed(root)).toBeUndefined()
})

test('tests and documents are no sources', () => {
  file('src/main.tsx', 1)
  built(2)
  file('tests/core/view.test.ts', 3)
  file('docs/rules.md', 3)
  expect(buildNeed(root)).toBeUndefined()
})
