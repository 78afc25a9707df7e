import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { compilePack, findPacks } from '../../../src/compiler/compile.ts'
import { hearingKey, keepHearing, keptHearing } from '../../../src/compiler/hearing/open-hearing.ts'
import { teachingOf } from '../../../src/compiler/hearing/teaching.ts'
import { invariant } from '../../../src/core/invariant.ts'

const SOUND = join(import.meta.dirname, '../../fixtures/packs/sound')
const [folder] = findPacks(SOUND)
invariant(folder, 'the fixture holds a pack')
const { pack, lessons } = compilePack(folder, { today: '2026-11-22', prove: false })
invariant(pack, 'it is sound')
const { upset } = pack.scenarios
invariant(upset, 'it has this scenario')

const keyOf = (changed: Partial<typeof pack>, taught = lessons) => hearingKey(SOUND, teachingOf({ ...pack, ...changed }, taught))

describe('a recogniser is learnt anew', () => {
  test('when a line is taught, or an example of a scenario', () => {
    const [first, ...others] = lessons.customer
    invariant(first, 'customers say something')
    expect(keyOf({}, { ...lessons, customer: [{ ...first, text: `${first.text}啊` }, ...others] })).not.toBe(keyOf({}))
    const cues = { ...upset.cues, examples: [...upset.cues.examples, '你们这是怎么回事'] }
    expect(keyOf({ scenarios: { ...pack.scenarios, upset: { ...upset, cues } } })).not.toBe(keyOf({}))
  })

  test('and not when something is edited that teaches nothing', () => {
    const title = { zh: '别的', en: 'Other' }
    expect(keyOf({ hash: 'another', version: '9', scenarios: { ...pack.scenarios, upset: { ...upset, title } } })).toBe(keyOf({}))
  })
})

describe('what was learnt', () => {
  let root: string

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'evenkeel-learnt-'))
  })

  afterEach(() => rmSync(root, { recursive: true }))

  test('is kept for the last few times only', () => {
    for (let i = 0; i < 20; i++) {
      keepHearing(root, `key-${i}`, new Uint8Array([i]))
      utimesSync(join(root, '.cache/hearing', `key-${i}`), i, i)
    }
    const kept = readdirSync(join(root, '.cache/hearing'))
    expect(kept.length).toBeLessThan(20)
    expect(kept).toContain('key-19')
    expect(kept).not.toContain('key-0')
  })

  test('is learnt again where it cannot be read', () => {
    keepHearing(root, 'cut-short', new Uint8Array([1, 2, 3]))
    expect(keptHearing(root, 'cut-short')).toBeUndefined()
    expect(keptHearing(root, 'never-learnt')).toBeUndefined()
  })
})
