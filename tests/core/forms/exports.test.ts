import { describe, expect, test } from 'vitest'
import { cellsOf, rowsToText, textToRows } from '../../../src/core/forms/field-text.ts'
import { formCsv, formJson } from '../../../src/core/forms/form-files.ts'
import { formText } from '../../../src/core/forms/form-text.ts'
import { EXAMPLE_FORM, EXAMPLE_VALUES, inChinese } from './example-form.ts'

describe('a form as text', () => {
  test('has a line for each field that is filled in, choices by their titles, and longer ones below their names', () => {
    expect(formText(EXAMPLE_FORM, { ...EXAMPLE_VALUES, at: '' }, inChinese)).toBe(
      [
        '【登记表】',
        '姓名：王女士',
        '号码：受理号甲',
        '事由：流量费',
        '满意度：满意',
        '过程：',
        '先听了情况。',
        '再核对了话单。',
        '每次联系：',
        '时间 | 内容',
        '10:00 | 来电，说流量多扣',
        '10:05 | 答应核对',
      ].join('\n'),
    )
  })

  test('speaks English where that is asked for', () => {
    expect(formText(EXAMPLE_FORM, { satisfaction: 'bad' }, ({ en }) => en)).toBe('【Form】\nSatisfaction：Not content')
  })
})

describe('[W8] a form as a file', () => {
  test('a spreadsheet gets one record under the names of the fields, without what tells who somebody is', () => {
    const csv = formCsv(EXAMPLE_FORM, EXAMPLE_VALUES, inChinese)
    expect(csv).toBe(
      '\uFEFF事由,满意度,时间,过程,每次联系\r\n流量费,满意,2026-11-24 14:05,"先听了情况。\n再核对了话单。","10:00\t来电，说流量多扣\n10:05\t答应核对"\r\n',
    )
    expect(csv).not.toMatch(/王女士|受理号甲/)
  })

  test('what a spreadsheet would compute begins with an apostrophe, and quotation marks are doubled', () => {
    const [, record] = formCsv(EXAMPLE_FORM, { matter: '=1+1', process: '他说"退钱"，\r\n走了' }, inChinese).split('过程,每次联系\r\n')
    expect(record).toBe('\'=1+1,,,"他说""退钱""，\r\n走了",\r\n')
    for (const begin of ['+', '-', '@']) expect(formCsv(EXAMPLE_FORM, { matter: `${begin}A1` }, inChinese)).toContain(`'${begin}A1`)
  })

  test('another system gets the values by the ids of their fields, with the edition', () => {
    expect(JSON.parse(formJson(EXAMPLE_FORM, '2026.11', EXAMPLE_VALUES))).toEqual({
      form: 'example',
      edition: '2026.11',
      values: {
        matter: '流量费',
        satisfaction: 'good',
        at: '2026-11-24 14:05',
        process: EXAMPLE_VALUES.process,
        talk: EXAMPLE_VALUES.talk,
      },
    })
  })
})

test('rows are typed with bars between their cells, of either width', () => {
  expect(rowsToText('a\tb\nc\td')).toBe('a | b\nc | d')
  expect(textToRows('a | b\nc｜d')).toBe('a\tb\nc\td')
  expect(cellsOf('a\t b \n\nc')).toEqual([['a', 'b'], ['c']])
})
