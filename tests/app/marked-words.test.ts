import { describe, expect, test } from 'vitest'
import { fromMark, markedText, markedWords } from '../../src/app/panel/strips/marked-words.ts'
import { smallPack } from './small-pack.ts'

const ms = { profile: { surname: '王', title: 'ms' } }

describe('a wording as it is spoken, with what was found in it', () => {
  test('keeps its marks where they belong when a slot grows', () => {
    expect(markedWords(smallPack, '{customer}，您慢慢说', [[12, 14]], ms)).toEqual([
      { text: '王女士，您', marked: false },
      { text: '慢慢', marked: true },
      { text: '说', marked: false },
    ])
  })

  test('and when a slot goes with its comma', () => {
    expect(markedWords(smallPack, '{customer}，您慢慢说', [[11, 12]], { profile: {} })).toEqual([
      { text: '您', marked: true },
      { text: '慢慢说', marked: false },
    ])
  })

  test('marks a slot that was found as a whole', () => {
    expect(markedWords(smallPack, '{customer}您好', [[0, 10]], ms)).toEqual([
      { text: '王女士', marked: true },
      { text: '您好', marked: false },
    ])
  })

  test('with nothing found is one piece', () => {
    expect(markedText('您好', [])).toEqual([{ text: '您好', marked: false }])
  })
})

test('a row begins shortly before its first mark, where that would not be seen else', () => {
  const long = markedText('零一二三四五六七八九十甲乙丙丁戊己', [[14, 16]])
  expect(fromMark(long).map(({ text }) => text)).toEqual(['…甲乙丙', '丁戊', '己'])
  const short = markedText('一二三四五六', [[3, 5]])
  expect(fromMark(short)).toBe(short)
})
