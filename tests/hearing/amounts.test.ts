import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amountsIn } from '../../src/hearing/amounts.ts'

const valuesIn = (text: string) => amountsIn(text).map(({ value }) => value)

describe('sums of money', () => {
  test.each([
    ['多扣我三十四块一毛九', 34.19],
    ['34.19元', 34.19],
    ['扣了8块8', 8.8],
    ['一百块零五毛', 100.5],
    ['二十五块八', 25.8],
    ['五毛钱', 0.5],
    ['八分钱', 0.08],
    ['一千二百多块', 1200],
    ['赔我三万六千块', 36_000],
    ['1.5万元', 15_000],
    ['¥25', 25],
    ['1,280元', 1280],
    ['两百五十块', 250],
    ['上个月扣了我八十八', 88],
    ['押金两百', 200],
    ['三十九的套餐', 39],
    ['也就三五百块的事', 500],
    ['两三块钱', 3],
    ['大概一千来块', 1000],
    ['一百几十块', 100],
    ['就块把钱，懒得争', 1],
    ['百来块钱', 100],
    ['8块8毛8', 8.88],
    ['二十三块四毛五分', 23.45],
    ['余额只剩三分钱', 0.03],
    ['一毛二一分钟', 0.12],
    ['三块半', 3.5],
    ['充了1.5万', 15_000],
    ['骗了我两万三', 23_000],
    ['一共一百八', 180],
    ['每月39，用了三年', 39],
    ['壹佰贰拾元整', 120],
    ['退一赔三一共四百五', 450],
    ['改成58的', 58],
    ['￥99.9', 99.9],
    ['那个破档位一百二十九一个月', 129],
    ['你把二百六给我退了再说', 260],
    ['五千二的手机说坏就坏', 5200],
    ['包年六百八，还要啥自行车', 680],
    ['换成十九块的那种就够用', 19],
    ['交咗八十八蚊', 88],
    ['79.8元一并退清', 79.8],
    ['赔六百到八百都行', 800],
    ['办个三十八的', 38],
  ])('%s is %d', (text, value) => {
    expect(valuesIn(text)).toEqual([value])
  })

  test.each([
    '两百五',
    '一块儿去',
    '这一块我不懂',
    '我们在一块',
    '元旦那天',
    '一毛不拔',
    '等了三天',
    '打了五次电话',
    '12315',
    '二十个G',
    '给我打八折',
    '假一赔三',
    '几十块钱',
    '好几百块',
    '一分钱一分货',
    '一百美元',
    '收到10086的短信',
    '5折',
    '满五十个字',
    '我妈七十六了，不会用这些套餐',
    '小子才十二，乱点扣的费',
    '编号后四位是五五一九，退费的事找他',
    '我住3号楼2单元901，宽带费交了',
    '账单上有个12590的号码',
    '叫两个兄弟去收拾收拾',
    '来了三十来号人退费',
    '周六上午十点一块儿去退费',
  ])('%s names none', (text) => {
    expect(valuesIn(text)).toEqual([])
  })

  test('that are named twice are one, with both places', () => {
    const [only, ...others] = amountsIn('充五百送五百')
    expect(others).toEqual([])
    expect(only?.because.map(({ start }) => start)).toEqual([1, 4])
  })

  test('before and after each other make sums of numbers that are none alone', () => {
    expect(valuesIn('账单一百六十五，平时才五十五')).toEqual([165, 55])
    expect(valuesIn('平时才五十五')).toEqual([])
  })

  test('several in one breath, each with its own words', () => {
    expect(amountsIn('退我三块五，再赔两百块').map(({ value, because }) => [value, because[0]?.text])).toEqual([
      [3.5, '三块五'],
      [200, '两百块'],
    ])
  })

  test('any whole sum that is written with its unit is found as it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), (sum) => {
        expect(valuesIn(`你们扣了我${sum}元`)).toEqual([sum])
      }),
    )
  })
})
