import { describe, expect, test } from 'vitest'
import { compileFrames } from '../../src/compiler/hearing/compile-frames.ts'
import { parsePattern, type WrittenPattern } from '../../src/compiler/hearing/frame-pattern.ts'
import { makeScript } from '../../src/compiler/hearing/script.ts'
import { SourceFile } from '../../src/compiler/source-file.ts'
import { clean } from '../../src/hearing/clean.ts'
import { frameFinder } from '../../src/hearing/frames.ts'
import { readingOf } from '../../src/hearing/script.ts'

const reading = readingOf(makeScript())
const groups = { press: ['记者', '电视台'], call: ['找', '叫'] }

interface Given {
  readonly when: string
  readonly not?: string
  readonly negations?: string
  /** Lines that show nothing of what the frame is for. */
  readonly lines?: readonly string[]
}

/** What the frame takes for its own in each text, `''` for nothing. */
function found({ when, not, negations, lines = [] }: Given, texts: readonly string[]): string[] {
  const file = new SourceFile('frames.yaml', '')
  const frame = { id: 'call-the-press', who: 'customer', shows: 'threat-media', says: [], unlike: [], file } as const
  const frames = [{ ...frame, when: patterns(when), not: patterns(not) }]
  const written = { frames, negations: patterns(negations), groups }
  const said = lines.map((text) => ({ text, labels: [] }))
  const find = frameFinder(compileFrames(written, 'customer', reading, said), reading.sounds)
  return texts.map((text) => {
    const heard = clean(reading, text)
    const [match] = find(heard)
    return match ? heard.text.slice(match.start, match.end) : ''
  })
}

function patterns(text: string | undefined): readonly WrittenPattern[] {
  const parsed = text === undefined ? [] : parsePattern(text)
  if (typeof parsed === 'string') throw new Error(parsed)
  return parsed
}

describe('a pattern', () => {
  test('has its words in their order, any word of each place, with three characters between at most', () => {
    expect(found({ when: '<call> <press>' }, ['我叫记者', '找个大牌记者', '找你们那位记者', '记者找我', '叫来电视台'])).toEqual([
      '叫记者',
      '找个大牌记者',
      '',
      '',
      '叫来电视台',
    ])
  })

  test('says how much may stand between two places', () => {
    expect(found({ when: '找 + 记者' }, ['找记者', '找个记者'])).toEqual(['找记者', ''])
    expect(found({ when: '找 …5 记者' }, ['找你们怕的记者', '找一个你们怕的记者'])).toEqual(['找你们怕的记者', ''])
  })

  test('goes on over a pause only where it says so, and never over the end of a sentence', () => {
    const said = ['不退，找记者', '不退钱找记者', '不退。找记者']
    expect(found({ when: '不退 找记者' }, said)).toEqual(['', '不退钱找记者', ''])
    expect(found({ when: '不退 …3 找记者' }, said)).toEqual(['不退找记者', '不退钱找记者', ''])
  })

  test('may leave out a place, or begin and end where the speaker does', () => {
    expect(found({ when: '找 + 个? + 记者' }, ['找记者', '找个记者', '找的记者'])).toEqual(['找记者', '找个记者', ''])
    expect(found({ when: '^ 找记者' }, ['找记者去', '好，找记者', '我找记者'])).toEqual(['找记者', '找记者', ''])
    expect(found({ when: '找记者 $' }, ['我找记者', '找记者，好', '找记者去'])).toEqual(['找记者', '找记者', ''])
  })

  test('of two halves takes them in either order', () => {
    expect(found({ when: '再拖 & 记者' }, ['再拖就叫记者', '记者来了你们再拖', '再拖着'])).toEqual(['再拖就叫记者', '记者来了你们再拖', ''])
  })

  test('that cannot be read says why', () => {
    expect(parsePattern('找 …99 记者')).toMatch(/30 characters/)
    expect(parsePattern('找? 记者')).toMatch(/may be missing/)
    expect(parsePattern('^ $')).toMatch(/must be said/)
    expect(parsePattern('找||叫 记者')).toMatch(/no list of words/)
    expect(parsePattern('一 & 二 & 三')).toMatch(/two halves/)
  })
})

describe('what is found', () => {
  test('is taken back where an exception touches it, and only there', () => {
    const press = { when: '找 <press>', not: '我是 …4 记者' }
    expect(found(press, ['我是来找记者的', '我是客户，你等着，我找记者'])).toEqual(['', '找记者'])
  })

  test('is taken back by a listed negation right before it, and by nothing that only looks like one', () => {
    const press = { when: '找记者', negations: '不是要|没打算' }
    expect(found(press, ['我不是要找记者', '没打算去找记者', '不找记者不解决', '没打算走，我找记者'])).toEqual(['', '', '找记者', '找记者'])
  })

  test('is heard by its sound where one character is right', () => {
    expect(found({ when: '找 <press>' }, ['我找急者', '我找記者', '我找急着', '我照急着'])).toEqual(['找急者', '找记者', '', ''])
  })

  test('is heard as written only, where people also say another word that sounds the same', () => {
    const media = { when: '见 媒提', lines: [] }
    expect(found(media, ['见没提'])).toEqual(['见没提'])
    expect(found({ ...media, lines: ['他没提这事'] }, ['见没提', '见媒提'])).toEqual(['', '见媒提'])
  })
})
