import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { CHECKS, PROOFS } from '../../src/compiler/checks/index.ts'
import { compilePack, findPacks } from '../../src/compiler/compile.ts'
import { BROKEN, type Edit } from '../fixtures/packs/broken.ts'

const SOUND = join(import.meta.dirname, '..', 'fixtures', 'packs', 'sound')
const TODAY = '2026-11-21'
const made: string[] = []
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true })
})

function compileWith(edits: readonly Edit[]) {
  const root = mkdtempSync(join(tmpdir(), 'evenkeel-pack-'))
  made.push(root)
  cpSync(SOUND, root, { recursive: true })
  for (const { file, from, to } of edits) {
    const path = join(root, file)
    if (from === undefined) {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, to)
      continue
    }
    const before = readFileSync(path, 'utf8')
    if (!before.includes(from)) throw new Error(`${file} has no “${from}”`)
    writeFileSync(path, before.replace(from, to))
  }
  const [folder] = findPacks(root)
  if (!folder) throw new Error('the fixture has no pack')
  return { root, ...compilePack(folder, { today: TODAY }) }
}

test('[P1] a sound pack compiles without a single diagnostic', () => {
  const { pack, diagnostics, summary } = compileWith([])
  expect(diagnostics).toEqual([])
  expect(pack?.id).toBe('mini')
  expect(summary.pathsWalked).toBeGreaterThan(50)
  expect(summary.endsReached).toBeGreaterThan(0)
})

describe('[P2] a broken pack is told what is wrong, where, and what to do', () => {
  test.each(BROKEN.map((broken) => [broken.name, broken] as const))('%s', (_, broken) => {
    const { root, pack, diagnostics } = compileWith(broken.edits)
    const found = diagnostics.find((each) => each.rule === broken.rule && broken.message.test(each.message))
    expect(found, JSON.stringify(diagnostics, null, 1)).toBeDefined()
    expect(found?.file).toBe(broken.file)
    expect(found?.severity).toBe(broken.severity ?? 'error')
    expect(found?.tip).not.toBe('')
    expect(readFileSync(join(root, broken.file), 'utf8').split('\n')[(found?.line ?? 0) - 1]).toContain(broken.on)
    expect(pack === undefined).toBe(broken.severity !== 'warning')
  })

  test('every check is broken by some fixture', () => {
    const broken = new Set(BROKEN.map((each) => each.rule))
    expect([...CHECKS, ...PROOFS].map((check) => check.id).filter((id) => !broken.has(id))).toEqual([])
  })
})

test('[P3] all that is wrong is told at once, whichever files it is in', () => {
  const edits = BROKEN.filter((broken) =>
    [
      'a field that does not exist',
      'a journey that can end without a caring close',
      'a wording that a swap forbids',
      'a line that has expired',
    ].includes(broken.name),
  ).flatMap((broken) => broken.edits)
  const rules = compileWith(edits).diagnostics.map((each) => each.rule)
  expect(rules).toEqual(expect.arrayContaining(['shape', 'caring-close', 'forbidden-wording', 'expired-line']))
})

test('[P4] an entry that cannot be read is reported once, not again wherever it is used', () => {
  const { diagnostics } = compileWith([
    { file: 'scripts-zh/mini/lines.yaml', from: 'journey.greet: {purpose', to: 'journey.greet: {purpse' },
  ])
  expect(diagnostics.filter((each) => each.message.includes('journey.greet') && each.rule === 'unknown-name')).toEqual([])
  expect(diagnostics.some((each) => each.rule === 'shape')).toBe(true)
})

test('[P4] a scenario that cannot be read is reported in its own file, not again in what it is heard by', () => {
  const { diagnostics } = compileWith([{ file: 'scenarios/mini/situation/press.yaml', from: 'group: situation', to: 'group: situaton' }])
  expect(diagnostics.filter(({ file }) => file.includes('/hearing/'))).toEqual([])
  expect(diagnostics.some(({ file }) => file.endsWith('press.yaml'))).toBe(true)
})
