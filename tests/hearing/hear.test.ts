import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compilePack, findPacks } from '../../src/compiler/compile.ts'
import { compileHearing } from '../../src/compiler/hearing/compile-hearing.ts'
import { invariant } from '../../src/core/invariant.ts'
import { listener } from '../../src/hearing/hear.ts'

const [folder] = findPacks(join(import.meta.dirname, '../fixtures/packs/sound'))
invariant(folder, 'the fixture holds a pack')
const { pack, lessons } = compilePack(folder, { today: '2026-11-22', prove: false })
invariant(pack, 'it is sound')
const hearing = compileHearing(pack, lessons)
const hear = listener(hearing)
const ids = (found: readonly { readonly id: string }[]) => found.map(({ id }) => id)

describe('an utterance of the customer', () => {
  test('shows the scenario and the signals that such lines were labelled with, also in other words', () => {
    expect(ids(hear('我带媒体来采访你们，明天就叫来', 'customer').scenarios)[0]).toBe('press')
    expect(ids(hear('我要叫报社来曝光', 'customer').signals)).toEqual(['threat-media'])
  })

  test('is quoted as it was said, with the words that caused what was heard', () => {
    const said = '你们 再不解决，我就找 记者！'
    const [found] = hear(said, 'customer').signals
    expect(found?.id).toBe('threat-media')
    for (const { text, start, end } of found?.because ?? []) expect(said.slice(start, end)).toBe(text)
    expect(found?.because.map(({ text }) => text).join()).toContain('记者')
  })

  test('is heard alike in either script, with a homophone, and without punctuation', () => {
    for (const said of ['再不解決我就找記者', '再不解决我就找记者', '再不解决我就找急者']) {
      expect(ids(hear(said, 'customer').signals)).toContain('threat-media')
    }
  })

  test('of calm talk belongs to no scenario', () => {
    expect(hear('好的，我换个套餐', 'customer').scenarios).toEqual([])
  })

  test('raises nothing when the agent says it', () => {
    const heard = hear('您说再不解决就找记者', 'agent')
    expect([...heard.scenarios, ...heard.signals]).toEqual([])
  })
})

describe('an utterance of the agent', () => {
  test('shows what it does well', () => {
    expect(ids(hear('真的对不起，让您久等了', 'agent').acts)).toEqual(['apology'])
  })

  test('shows what it does badly, and not where the same words are fine', () => {
    expect(ids(hear('没办法，办不了', 'agent').violations)).toEqual(['no-can-do'])
    expect(hear('这个我帮您想办法', 'agent').violations).toEqual([])
  })

  test('shows nothing of it when the customer says it', () => {
    const heard = hear('对不起我没办法', 'customer')
    expect([...heard.acts, ...heard.violations]).toEqual([])
  })
})

test('the same lessons make the same recogniser', () => {
  expect(compileHearing(pack, lessons)).toEqual(hearing)
})

test('nothing that can be said makes it fail, and every quotation stands where it says', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('customer' as const, 'agent' as const), (text, who) => {
      const { scenarios, signals, acts, violations, amounts, deadlines } = hear(text, who)
      for (const { because } of [...scenarios, ...signals, ...acts, ...violations, ...amounts, ...deadlines]) {
        for (const quote of because) expect(text.slice(quote.start, quote.end)).toBe(quote.text)
      }
    }),
  )
})
