import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compilePack, findPacks } from '../../src/compiler/compile.ts'
import { compileHearing } from '../../src/compiler/hearing/compile-hearing.ts'
import { invariant } from '../../src/core/invariant.ts'
import { clean } from '../../src/hearing/clean.ts'
import { innerGramsOf, wordGroups } from '../../src/hearing/grams.ts'
import { listener } from '../../src/hearing/hear.ts'
import { readingOf } from '../../src/hearing/script.ts'
import { windowScores } from '../../src/hearing/windows.ts'

const [folder] = findPacks(join(import.meta.dirname, '../fixtures/packs/sound'))
invariant(folder, 'the fixture holds a pack')
const { pack, lessons } = compilePack(folder, { today: '2026-11-22', prove: false })
invariant(pack, 'it is sound')
const hearing = compileHearing(pack, lessons)
const hear = listener(hearing)
const signals = (text: string) => hear(text, 'customer').signals.map(({ id }) => id)

const threats = lessons.customer.filter((each) => each.signals?.includes('threat-media')).map(({ text }) => text)
const calm = lessons.customer.filter(({ scenario, signals: shown }) => scenario === 'none' && shown?.length === 0).map(({ text }) => text)

test('calm talk before or after never removes a danger, with or without a pause between', () => {
  const heard = threats.filter((text) => signals(text).includes('threat-media'))
  expect(heard.length).toBeGreaterThan(0.9 * threats.length)
  const talk = fc.array(fc.constantFrom(...calm), { maxLength: 4 })
  const pause = fc.constantFrom('', ' ', '，', '。', '…')
  fc.assert(
    fc.property(talk, fc.constantFrom(...heard), talk, pause, (before, threat, after, between) => {
      expect(signals([...before, threat, ...after].join(between))).toContain('threat-media')
    }),
    { numRuns: 300 },
  )
})

test('whatever is said before and after, no danger scores less than alone', () => {
  const reading = readingOf(hearing.script)
  const words = wordGroups(hearing.words)
  const scores = (text: string) => {
    const said = clean(reading, text)
    return windowScores(hearing.dangers, innerGramsOf(said, words, []), said.text.length).map(({ score }) => score)
  }
  const talk = fc
    .array(fc.constantFrom(...'再不解决就找记者电视台来曝光你们查话费流量'.split(''), '🙂', 'a'), { maxLength: 60 })
    .map((each) => each.join(''))
  fc.assert(
    fc.property(talk, talk, talk, (before, text, after) => {
      const alone = scores(text)
      for (const [i, score] of scores(before + text + after).entries()) expect(score).toBeGreaterThanOrEqual(alone[i] as number)
    }),
  )
})

test('what is quoted for a danger stands in the part that speaks for it', () => {
  const [found] = hear('我想查一下套餐，再不解决我就找记者，好的谢谢', 'customer').signals
  expect(found?.id).toBe('threat-media')
  expect(found?.because.map(({ text }) => text)).toEqual(['找记者'])
})
