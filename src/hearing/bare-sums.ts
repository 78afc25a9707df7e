import { charactersOf, isAt } from './characters.ts'

/** Words that speak of money, so that a number behind them needs no unit: 扣了我八十八, 押金两百, 套餐一个月五十九. */
const MONEY_BEFORE =
  /(?:扣|交|付|收|退|返|赔|补|充|存|罚|押金|违约金|保证金|本金|罚款|话费|余额|费|月租|补贴|保底|低消|最低消费|一共(?:是|就)?|总共|合计|卖|买|花|省|抵|转|骗|欠|送|满|减|减免|到账|到帐|只剩|还剩|(?:改|换|变|升|降)[成到为]|套餐(?:是|就)?|一个月|每月|每个月|一天|一年|一张)[了我你您他她们的给过是才就得还要先到去掉走家又多这着回]{0,4}$/u
/** The last characters of what that pattern matches: most numbers are told apart by one look. */
const LAST = charactersOf(
  '扣交付收退返赔补充存罚金款费额租贴底消共是就计卖买花省抵转骗欠送满减免账帐剩成到为餐月天年张了我你您他她们的给过才得还要先去掉走家又多这着回',
)
/** The first ones of what may follow. */
const FIRST = charactersOf('的话保押违')
/** How far before a number they are looked for. */
const BEFORE = 12
/** What a number counts when it counts no money. */
const COUNTED =
  /^(?:[个天月年号点分次条张户人位台部栋楼岁遍回页种项成折级层秒周％%]|星期|礼拜|小时|钟|[GMKgmk兆]|多?[个天次条]|来[个天次条]|几[个天次条]|美[元金]|港[元币]|欧元)/u
/** 三十九的套餐, 五十的卡, 三百保证金. */
const MONEY_AFTER = /^(?:的(?:套餐|卡|充值卡|包|流量包|话费|月租|钱|券)|的?话费|保证金|押金|违约金)/u
/** Hotlines, which are sums for nobody. */
const HOTLINE = /^(?:100(?:86|85|80|10|99)|123\d\d|95\d{3}|106\d*)$/
/** Less than this is a number of something else, more than this a number of no one. */
const LEAST = 5
const MOST = 10_000_000
const MOST_WRITTEN = 100_000

/** Whether a look at a number's neighbours leaves it possible that it is a sum. */
export function mayBeBareSum(text: string, start: number, end: number): boolean {
  return isAt(LAST, text, start - 1) || isAt(FIRST, text, end)
}

/** Whether a number without a unit is a sum by what is said around it. */
export function isBareSum(text: string, start: number, end: number, value: number): boolean {
  const numeral = text.slice(start, end)
  const written = /^\d/.test(numeral)
  if (value < LEAST || value > MOST || (written && value > MOST_WRITTEN) || HOTLINE.test(numeral)) return false
  const after = text.slice(end, end + 6)
  if (COUNTED.test(after)) return false
  return MONEY_BEFORE.test(text.slice(Math.max(0, start - BEFORE), start)) || MONEY_AFTER.test(after)
}
