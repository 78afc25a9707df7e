import { describe, expect, test } from 'vitest'
import { deadlinesIn } from '../../src/hearing/deadlines.ts'

const of = (text: string) => deadlinesIn(text).map((deadline) => ('value' in deadline ? [deadline.value, deadline.unit] : deadline.by))

describe('limits of time', () => {
  test.each([
    ['24小时内', 24, 'hour'],
    ['四十八小时内给您回复', 48, 'hour'],
    ['五个工作日之内', 5, 'workday'],
    ['两到三个工作日内', 3, 'workday'],
    ['三天给我答复', 3, 'day'],
    ['限你们三天', 3, 'day'],
    ['半个小时内', 0.5, 'hour'],
    ['两个半小时内', 2.5, 'hour'],
    ['一周内', 1, 'week'],
    ['一个月内退到账', 1, 'month'],
    ['半年之内', 6, 'month'],
    ['十分钟后给您回电话', 10, 'minute'],
    ['最晚五天，我们会给您一个结论', 5, 'day'],
  ])('%s: %d %s', (text, value, unit) => {
    expect(of(text)).toEqual([[value, unit]])
  })

  test.each([
    ['月底前', 'month-end'],
    ['明天下午三点之前', 'tomorrow'],
    ['下周一之前', 'next-week'],
    ['今天下班前', 'today'],
    ['年底之前', 'year-end'],
  ])('%s: %s', (text, by) => {
    expect(of(text)).toEqual([by])
  })

  test.each(['我都等了三天了', '三天前我打过', '等了48小时也没人理', '我用了三年', '办了半天', '一天三十块'])('%s sets none', (text) => {
    expect(of(text)).toEqual([])
  })
})
