import { describe, expect, test } from 'vitest'
import { makeSpelling } from '../../src/compiler/spelling.ts'
import { HITS, type Hit, lineSearch } from '../../src/search/line-search.ts'
import { packOf } from '../engine/support.ts'
import { searchOver } from './support.ts'

const LINES = {
  slowly: '{customer}，您慢慢说，我在听。',
  refund: '退费定下来了，七个工作日内到账。',
  hours: '48小时内给您答复。',
  spoken: '一百块以内的，四十八个钟头内就能退。',
  hotline: '您也可以打10086问一问。',
  matter: '碰上{matter}，是够憋气的。',
  again: '我把原因重新查一遍。',
  manager: '经理同意了，我念数目。',
  app: '在掌上App里点一下就能退订。',
  green: '绿色的那个键就是确认。',
}
const search = searchOver(LINES)
const best = (query: string) => search(query)[0]?.line
const marked = (hit: Hit | undefined) => hit?.ranges.map(([start, end]) => hit.text.slice(start, end))

describe('a line is found', () => {
  test.each([
    ['hanzi', '慢慢说', 'slowly'],
    ['other characters of the same sound', '蛮蛮说', 'slowly'],
    ['a wrong character', '退费定吓来', 'refund'],
    ['a missing character', '退费定来了', 'refund'],
    ['one character too many', '退费定了下来', 'refund'],
    ['characters the other way about', '退费下定来', 'refund'],
    ['pinyin', 'ninmanmanshuo', 'slowly'],
    ['pinyin with blanks', 'nin man man shuo', 'slowly'],
    ['pinyin with tones', 'nín màn màn shuō', 'slowly'],
    ['pinyin with tones as digits', 'nin2man4man4shuo1', 'slowly'],
    ['pinyin that goes on', 'ninmanmansh', 'slowly'],
    ['pinyin as it is said in the south', 'lingmangmangsuo', 'slowly'],
    ['pinyin with a mistake', 'ninmanmnashuo', 'slowly'],
    ['pinyin with ü', 'lüsede', 'green'],
    ['pinyin with v', 'lvse', 'green'],
    ['initials', 'nmms', 'slowly'],
    ['initials by a second reading', 'cxc', 'again'],
    ['pinyin by a second reading', 'chongxincha', 'again'],
    ['hanzi and pinyin', '您manman说', 'slowly'],
    ['hanzi and initials', '退费dxl', 'refund'],
    ['initials and pinyin', 'nmanmans', 'slowly'],
    ['Traditional characters', '經理同意', 'manager'],
    ['a number in digits that is written in words', '100块以内', 'spoken'],
    ['a number in words that is written in digits', '四十八小时', 'hours'],
    ['a number in pinyin', 'sishibaxiaoshi', 'hours'],
    ['a number in digits, the rest in pinyin', '48xiaoshi', 'hours'],
    ['a code read out digit by digit', '幺零零八六', 'hotline'],
    ['full-width letters and digits', '４８小時', 'hours'],
    ['letters within a line', 'ａｐｐ', 'app'],
    ['words in any order', '到账 退费', 'refund'],
    ['one character', '退', 'refund'],
    ['one letter', 'j', 'manager'],
    ['what stands in a slot', '碰上这件事', 'matter'],
    ['a line without its slot', '碰上是够憋气', 'matter'],
    ['a line with the name of its slot', '碰上{matter}，是够', 'matter'],
    ['punctuation that the line doesn’t have', '「退费」，定下来！', 'refund'],
  ])('by %s: %s', (_, query, line) => {
    expect(best(query)).toBe(line)
  })

  test('and not when it says something else', () => {
    for (const query of ['量子纠缠态叠加', 'qqzzxxkk', '……', '  ', '']) expect(search(query)).toEqual([])
  })
})

describe('what was found is told', () => {
  test('in the text as it is written, slots and all', () => {
    expect(marked(search('manmanshuo')[0])).toEqual(['慢慢说'])
    expect(search('sishiba').map(marked)).toContainEqual(['48'])
    expect(marked(search('碰上这件事')[0])).toEqual(['碰上{matter}'])
    expect(marked(search('到账 退费')[0])).toEqual(['退费', '到账'])
  })

  test('without what was wrong', () => {
    expect(marked(search('退费丁下来')[0])).toEqual(['退费定下来'])
    expect(marked(search('退费我下来')[0])).toEqual(['退费', '下来'])
  })
})

describe('lines of the machine in front', () => {
  const twins = searchOver({ a: '请您稍等一下。', b: '请您稍等一下。', far: '请您烧灯一下。' })

  test('come before others that are met as well', () => {
    expect(twins('稍等')[0]?.line).toBe('a')
    expect(twins('稍等', { own: new Set(['b']) })[0]?.line).toBe('b')
  })

  test('but not before those that are met better', () => {
    const own = new Set(['far'])
    expect(twins('稍等', { own }).map(({ line }) => line)).toEqual(['a', 'b', 'far'])
  })

  test('and what may not be said is not found', () => {
    expect(twins('稍等', { only: new Set(['b']) }).map(({ line }) => line)).toEqual(['b'])
  })
})

describe('in a complete pack', () => {
  const pack = packOf('telecom')
  const inPack = lineSearch(pack, makeSpelling())

  test('a purpose is found in both languages, and told as what was met', () => {
    const [line] = Object.values(pack.lines).filter(({ purpose }) => purpose.zh.length > 5)
    if (!line) throw new Error('the pack has purposes')
    for (const text of [line.purpose.zh, line.purpose.en]) {
      const hit = inPack(text).find((each) => each.line === line.id)
      expect(hit).toMatchObject({ text, line: line.id })
      expect(hit).not.toHaveProperty('wording')
    }
  })

  test('there are no more answers than fit, each line once', () => {
    const found = inPack('您')
    expect(found).toHaveLength(HITS)
    expect(new Set(found.map(({ line }) => line)).size).toBe(HITS)
  })

  test('the same question has the same answer', () => {
    expect(inPack('hfsj')).toEqual(inPack('hfsj'))
  })
})
