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
    ['两三天就好', 3, 'day'],
    ['3-5个工作日内', 5, 'workday'],
    ['需要15个工作日', 15, 'workday'],
    ['一刻钟内给您回过来', 15, 'minute'],
    ['一个半月之内', 1.5, 'month'],
    ['半个钟头就给您回', 0.5, 'hour'],
    ['再给你们一天', 1, 'day'],
    ['你们说三天就好，都五天了', 3, 'day'],
    ['十个工作日出鉴定结果', 10, 'workday'],
    ['查清了再说，两个工作日', 2, 'workday'],
    ['二十分钟，就二十分钟', 20, 'minute'],
    ['叫我等三个星期', 3, 'week'],
    ['东西坏了两年之内都能换', 2, 'year'],
    ['给你们五天，五天之内给说法', 5, 'day'],
    ['过12小时再试', 12, 'hour'],
    ['审核期限是七天', 7, 'day'],
  ])('%s: %d %s', (text, value, unit) => {
    expect(of(text)).toEqual([[value, unit]])
  })

  test.each([
    ['月底前', 'month-end'],
    ['明天下午三点之前', 'tomorrow'],
    ['下周一之前', 'next-week'],
    ['今天下班前', 'today'],
    ['年底之前', 'year-end'],
    ['月底给您退', 'month-end'],
    ['本月内', 'month-end'],
    ['下个月底前装好', 'next-month'],
    ['11月30号前给我答复', 'date'],
    ['国庆前修好', 'date'],
    ['明天给您回复', 'tomorrow'],
    ['后天下午三点给您回电话', 'day-after-tomorrow'],
    ['最迟明天', 'tomorrow'],
    ['最晚周五', 'weekday'],
    ['今晚十二点前', 'tonight'],
    ['20:00之前', 'clock'],
    ['明天再不来我就找别家', 'tomorrow'],
    ['后天再装不上我就退网', 'day-after-tomorrow'],
    ['今晚不恢复我睡不着', 'tonight'],
    ['明儿个你把钱退了就拉倒', 'tomorrow'],
    ['下周二一上班先处理您的', 'next-week'],
    ['后天我让师傅上门', 'day-after-tomorrow'],
  ])('%s: %s', (text, by) => {
    expect(of(text)).toEqual([by])
  })

  test.each([
    '今天不办了，我改天再来',
    '我都等了三天了',
    '三天前我打过',
    '等了48小时也没人理',
    '我用了三年',
    '办了半天',
    '一天三十块',
    '上个月底就说退',
    '每到月底流量就不够',
    '明天还来吗',
    '今天给我扣了五块',
    '今天停的机',
    '24小时热线',
    '48小时早过了',
    '两天后我又打了一次',
    '三天两头断网',
    '三号窗口',
  ])('%s sets none', (text) => {
    expect(of(text)).toEqual([])
  })
})

test('a limit is quoted with the words that set it', () => {
  expect(deadlinesIn('您放心，明天下午三点之前给您回复').map(({ because: [first] }) => first?.text)).toEqual(['明天下午三点之前'])
})

test('a limit that is said twice is one, another day of the same kind is another', () => {
  const places = (text: string) => deadlinesIn(text).map(({ because }) => because.map(({ text: words }) => words))
  expect(places('国庆前能装就装，国庆之前装不上就退')).toEqual([['国庆前', '国庆之前']])
  expect(places('五号之前回电，十号之前到账')).toEqual([['五号之前'], ['十号之前']])
})
