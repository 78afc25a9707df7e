import { describe, expect, test } from 'vitest'
import { amountsIn } from '../../src/hearing/amounts.ts'
import { offeredRefund } from '../../src/hearing/offered-refund.ts'

const offered = (text: string) => offeredRefund(text, amountsIn(text))?.yuan

describe('[A5] a refund that an agent offers is heard with its sum', () => {
  test.each([
    ['我现在就给您退三百块', 300],
    ['这三百块我做主退给您', 300],
    ['多收的八十六块四我全部退给您，这个我可以定', 86.4],
    ['给您补偿五百元话费，您看行吗', 500],
    ['这样吧，我赔您两千块', 2000],
    ['我帮您减免一百二十块违约金', 120],
    ['退您六十，再送您三百块话费', 300],
    ['三百二十块今天返到您话费里', 320],
  ])('%s: %d', (text, yuan) => {
    expect(offered(text)).toBe(yuan)
  })
})

describe('what is no offer is none', () => {
  test.each([
    ['这三百块要报店面经理批下来才能退'],
    ['三百块的退费归店面经理定'],
    ['退三百块我定不了，我去请示'],
    ['您要退三百块，我先查一下'],
    ['系统多扣了您三百块'],
    ['上次退给您的两百块到账了吗'],
    ['已经退了您五十块'],
    ['您的套餐是一百二十八元'],
    ['这三百块退不了'],
    ['能不能退三百块，得主管看过'],
    ['退订以后每月少二十块'],
    ['您说要赔三千块，我记下了'],
  ])('%s', (text) => {
    expect(offered(text)).toBeUndefined()
  })
})
