import { describe, expect, test } from 'vitest'
import { traditional } from '../../src/compiler/traditional.ts'

describe('the Traditional wording of a pack', () => {
  test('has every text that changes, however deep it stands', () => {
    const pack = { title: { zh: '强硬型', en: 'Hard-line' }, lines: { 'x.affirm': { say: ['您对这些业务很熟'], short: '我记下了' } } }
    expect(traditional(pack)).toEqual({ 强硬型: '強硬型', 您对这些业务很熟: '您對這些業務很熟', 我记下了: '我記下了' })
  })

  test('leaves out what stays the same', () => {
    expect(traditional({ zh: '好的', en: 'Fine', id: 'settled' })).toEqual({})
  })

  test('tells apart the two characters that Simplified writes as one', () => {
    expect(traditional({ a: '头发', b: '发生' })).toEqual({ 头发: '頭髮', 发生: '發生' })
  })

  test('leaves slots as they are, so that they are filled after conversion', () => {
    expect(traditional({ say: '{customer}，我马上核对' })).toEqual({ '{customer}，我马上核对': '{customer}，我馬上核對' })
  })
})
