import { type Evidence, evidence } from './evidence.ts'
import { numbersIn, type SpokenNumber } from './numbers.ts'

/** A sum of money that was named. */
export interface Amount {
  readonly value: number
  readonly unit: 'yuan'
  readonly because: readonly Evidence[]
}

/** What each unit is worth in yuan. */
const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:多|来|几)?(?:人民币)?(?:块钱|元钱|块大洋|大洋|元|圆|块|rmb)/iu, 1],
  [/^(?:毛钱|角钱|毛(?!那|的歌|这个人)|角)/u, 0.1],
  [/^(?:分钱)/u, 0.01],
]
/** 块 and 元 that count no money: 一块儿去, 那一块, 三块屏, 元旦. */
const NO_MONEY =
  /^(?:块(?:儿|屏|板|地|砖|牌|表|手表|石|电池|硬盘|区域|业务|内容|去|来|办|走|吃|玩|住|上班|过来)|元(?:旦|月|宵|素)|角(?:落|度|色|逐)|毛(?:病|利|孩|衣|巾|笔|豆|驴|重|坯|不拔)|圆(?:满|的|形))/u

/**
 * Sums of money as they are said: 三十四块一毛九, 34.19元, 两百五十块, 五毛, 一千二百多块.
 *
 * @example
 * amountsIn('多扣我三十四块一毛九') // [{ value: 34.19, unit: 'yuan', because: [{ text: '三十四块一毛九', start: 3, end: 10 }] }]
 */
export function amountsIn(text: string): Amount[] {
  const numbers = numbersIn(text)
  const found: Amount[] = []
  for (let i = 0; i < numbers.length; i++) {
    const first = numbers[i] as SpokenNumber
    const signed = /(?:¥|￥|rmb)\s?$/iu.test(text.slice(Math.max(0, first.start - 4), first.start))
    const unit = unitAfter(text, first)
    if (!unit && !signed && !isBareSum(text, first)) continue
    if (unit?.worth === 1 && isPiece(text, first, unit.end)) continue
    let value = first.value * (unit?.worth ?? 1)
    let end = unit?.end ?? first.end
    let below = (unit?.worth ?? 1) / 10
    // 块 and what follows it: 三块五, 三十四块一毛九, 一百块零五毛.
    while (unit && below >= 0.01) {
      const next = numbers[i + 1]
      if (!next || next.start > end + 1 || (next.start === end + 1 && text[end] !== '零')) break
      const small = unitAfter(text, next)
      const worth = small?.worth ?? (next.value < 10 && !small && isEndOfSum(text, next.end) ? below : undefined)
      if (worth === undefined || worth > below || next.value >= 100) break
      value += next.value * worth
      end = small?.end ?? next.end
      below = worth / 10
      i++
    }
    const start = signed ? text.slice(0, first.start).search(/(?:¥|￥|rmb)\s?$/iu) : first.start
    found.push({ value: Math.round(value * 100) / 100, unit: 'yuan', because: [evidence(text, start, end)] })
  }
  return found
}

/** Words that speak of money, so that a number behind them needs no unit: 扣了我八十八, 押金两百, 套餐一个月五十九. */
const MONEY_BEFORE =
  /(?:扣|交|付|收|退|返|赔|补|充|存|押金|违约金|保证金|本金|预存|话费|余额|费用|月租|月费|会员费|保底|低消|最低消费|一共(?:是|就)?|总共|合计|卖|买|花|省|抵|转|欠|送|减免|套餐(?:是|就)?|一个月|每月|每个月|一天|一年|一张)[了我你您他她们的给过是才就得还要先到去掉走家又多这着回]{0,4}$/u
/** What a number counts when it counts no money. */
const COUNTED =
  /^(?:[个天月年号点分次条张户人位台部栋楼岁遍回页种项成折级层秒周％%]|星期|礼拜|小时|钟|[GMKgmk兆]|多?[个天次条]|来[个天次条]|几[个天次条])/u

/** A number that is a sum by what is said around it. */
function isBareSum(text: string, { value, start, end, digits }: SpokenNumber): boolean {
  if (value < 5 || value > 10_000_000 || (digits && value > 100_000)) return false
  if (COUNTED.test(text.slice(end))) return false
  const before = text.slice(Math.max(0, start - 12), start)
  if (MONEY_BEFORE.test(before)) return true
  // 三十九的套餐, 五十的卡.
  return (
    /^的(?:套餐|卡|充值卡|包|流量包|话费|月租|钱|券)/u.test(text.slice(end)) || /^(?:保证金|押金|违约金|话费|的话费)/u.test(text.slice(end))
  )
}

function unitAfter(text: string, { end }: SpokenNumber): { readonly worth: number; readonly end: number } | undefined {
  const rest = text.slice(end, end + 6).replace(/^\s/, '')
  const skipped = text.slice(end, end + 1) === ' ' ? 1 : 0
  for (const [unit, worth] of UNITS) {
    const match = unit.exec(rest)
    if (match && !NO_MONEY.test(rest)) return { worth, end: end + skipped + match[0].length }
  }
  return undefined
}

/** 一块 without more is mostly 'together' or 'this part'. */
function isPiece(text: string, { value, digits, start }: SpokenNumber, end: number): boolean {
  if (value !== 1 || digits || !text.slice(0, end).endsWith('块')) return false
  if (/[这那哪另]$/u.test(text.slice(0, start))) return true
  return (
    !/^(?:[一二三四五六七八九]|钱|多|的|都|也|，|。|,|\.|$)/u.test(text.slice(end)) || /(?:在|跟|和|同|们|都)$/u.test(text.slice(0, start))
  )
}

/** 三块五 is a sum; 三块五个人分 is not. */
function isEndOfSum(text: string, end: number): boolean {
  return !/^(?:个|天|月|年|次|号|点|分钟|小时|兆|[gG]|[mM]|条|百|千|万|%|周|星期|折)/u.test(text.slice(end))
}
