import { describe, expect, test } from 'vitest'
import { paperOf, widthOf } from '../../../src/core/forms/paper.ts'
import { EXAMPLE_FORM, EXAMPLE_VALUES, inChinese } from './example-form.ts'

describe('[W7] a form on paper', () => {
  test('each copy has its name and its own sections', () => {
    const [customer, hall] = paperOf(EXAMPLE_FORM, EXAMPLE_VALUES, inChinese)
    expect(customer).toMatchObject({ title: '登记表', name: '客户联' })
    expect(hall).toMatchObject({ title: '登记表', name: '服务厅联' })
    expect(customer?.sections.map(({ id }) => id)).toEqual(['who', 'reply'])
    expect(hall?.sections.map(({ id }) => id)).toEqual(['who', 'reply', 'talk'])
  })

  test('a form with one copy has no name for it', () => {
    const [copy] = paperOf({ ...EXAMPLE_FORM, copies: [{ id: 'only', title: { zh: '存档', en: 'File' } }] }, {}, inChinese)
    expect(copy?.name).toBe('')
  })

  test('short fields share a line, a long value and an odd one have it to themselves', () => {
    const values = { ...EXAMPLE_VALUES, name: '一个长到半行里怎么也放不下的客户名称和它的全部说明' }
    const [who, reply] = paperOf(EXAMPLE_FORM, values, inChinese)[0]?.sections ?? []
    expect(who?.lines.map((line) => line.type === 'short' && line.cells.map(({ id }) => id))).toEqual([['name'], ['number', 'matter']])
    expect(reply?.lines).toMatchObject([
      {
        type: 'short',
        cells: [
          { label: '满意度', text: '满意' },
          { label: '时间', text: '2026-11-24 14:05' },
        ],
      },
      { type: 'long', text: EXAMPLE_VALUES.process },
    ])
  })

  test('rows stand in their columns, and what is empty stays to be written by hand', () => {
    const talk = (values: Record<string, string>) => paperOf(EXAMPLE_FORM, values, inChinese)[1]?.sections.at(-1)?.lines
    expect(talk(EXAMPLE_VALUES)).toEqual([
      {
        type: 'rows',
        id: 'talk',
        label: '每次联系',
        text: EXAMPLE_VALUES.talk,
        columns: ['时间', '内容'],
        rows: [
          ['10:00', '来电，说流量多扣'],
          ['10:05', '答应核对'],
        ],
      },
    ])
    expect(talk({})).toMatchObject([{ rows: [], text: '' }])
  })

  test('a Latin character is about half as wide as a Chinese one', () => {
    expect(widthOf('流量')).toBe(2)
    expect(widthOf('2026')).toBeCloseTo(2.2)
  })
})
