import { describe, expect, test } from 'vitest'
import { HITS, searchLines } from '../../src/search/line-search.ts'
import { packOf } from '../engine/support.ts'

const pack = packOf('telecom')
const lines = Object.values(pack.lines)
const search = searchLines(pack, lines, 'hard-line')
const found = (query: string) => search(query).map(({ id }) => id)

describe('looking for a line', () => {
  test('finds it by its words, its purpose, its pinyin and its initials', () => {
    const line = pack.lines['hard-line.position']
    if (!line) throw new Error('the pack has this line')
    expect(found(line.say[0]?.slice(0, 8) ?? '')).toContain(line.id)
    expect(found(line.purpose.zh)).toContain(line.id)
    expect(found(line.pinyin.slice(0, 14))).toContain(line.id)
    expect(found(line.initials.slice(0, 8))).toContain(line.id)
  })

  test('puts the lines of the scenario in front before others', () => {
    const own = found('记下').map((id) => id.startsWith('hard-line.'))
    expect(own).toContain(true)
    expect(own).toContain(false)
    expect(own).toEqual([...own].sort((a, b) => Number(b) - Number(a)))
  })

  test('with nothing typed yet shows what the scenario says', () => {
    expect(found('').every((id) => id.startsWith('hard-line.'))).toBe(true)
  })

  test('answers with no more than fit', () => {
    expect(found('您').length).toBeLessThanOrEqual(HITS)
  })

  test('finds nothing for what no line says', () => {
    expect(found('量子纠缠态叠加')).toEqual([])
  })

  test('finds only what it was given', () => {
    expect(searchLines(pack, [], 'hard-line')('您')).toEqual([])
  })
})
