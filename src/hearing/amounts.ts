import { isBareSum, mayBeBareSum } from './bare-sums.ts'
import { type Evidence, evidence } from './evidence.ts'
import { type Numeral, numeralsIn, worthOf } from './numbers.ts'

/** A sum of money that was named. */
export interface Amount {
  readonly value: number
  readonly unit: 'yuan'
  readonly because: readonly Evidence[]
}

/** What a unit is worth in yuan, and where it ends. */
interface Unit {
  readonly worth: number
  readonly end: number
}

/** 三十多块, 一千来块, 一百几十块. */
const ABOUT = '(?:多|来|几十?|把|余)?'
const UNITS: readonly (readonly [RegExp, number])[] = [
  [new RegExp(`${ABOUT}(?:人民币)?(?:块钱|元钱|块大洋|大洋|元|圆|块|rmb)`, 'iuy'), 1],
  [new RegExp(`${ABOUT}(?:毛钱|角钱|毛(?!那|的歌|这个人)|角)`, 'uy'), 0.1],
  [/分钱(?!一分货)/uy, 0.01],
]
/** 二十三块四毛五分: behind a larger unit 分 is money by itself. */
const CENTS = /分(?!钟)钱?/uy
/** What the first characters of units are, for a number is seldom followed by one. */
const MAY_BE_UNIT = /[多来几把余人块元圆大rR毛角分\s]/u
/** 块 and 元 that count no money: 一块儿去, 三块屏, 元旦. */
const NO_MONEY =
  /(?:块(?:儿|屏|板|地|砖|牌|表|手表|石|电池|硬盘|区域|业务|内容|去|来|办|走|吃|玩|住|上班|过来)|元(?:旦|月|宵|素)|角(?:落|度|色|逐)|毛(?:病|利|孩|衣|巾|笔|豆|驴|重|坯|不拔)|圆(?:满|的|形))/uy
/** 块把钱, 百来块, 万把块: the unit without a number before it. */
const ONE_OR_SO =
  /(?<![\d零一二两三四五六七八九十几数好上])(块把钱|块儿八毛)|(?<![\d零一二两三四五六七八九十几数成上])([百千万])[来把](?:块|元)钱?/gu
const ONE_OF: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10_000 }

/**
 * Sums of money as they are said: 三十四块一毛九, 34.19元, 两百五十块, 五毛, 一千二百多块. Of a range the larger one is meant: 三五百块.
 *
 * @example
 * amountsIn('多扣我三十四块一毛九') // [{ value: 34.19, unit: 'yuan', because: [{ text: '三十四块一毛九', start: 3, end: 10 }] }]
 */
export function amountsIn(text: string): Amount[] {
  const numerals = numeralsIn(text)
  const found: Amount[] = []
  for (let i = 0; i < numerals.length; i++) {
    const sum = sumAt(text, numerals, i)
    if (!sum) continue
    found.push(amount(text, sum.value, sum.start, sum.end))
    while (((numerals[i + 1] as Numeral | undefined)?.start ?? Number.POSITIVE_INFINITY) < sum.end) i++
  }
  if (!/[块元]/u.test(text)) return found
  const vague = Array.from(text.matchAll(ONE_OR_SO), ({ index, 0: words, 2: unit }) =>
    amount(text, ONE_OF[unit ?? ''] ?? 1, index, index + words.length),
  )
  return vague.length === 0 ? found : [...found, ...vague].sort((a, b) => startOf(a) - startOf(b))
}

function amount(text: string, value: number, start: number, end: number): Amount {
  return { value: Math.round(value * 100) / 100, unit: 'yuan', because: [evidence(text, start, end)] }
}

function startOf({ because: [first] }: Amount): number {
  return first?.start ?? 0
}

/** The sum that begins with a number. */
function sumAt(text: string, numerals: readonly Numeral[], i: number): (Numeral & { readonly value: number }) | undefined {
  const first = numerals[i] as Numeral
  const sign = signBefore(text, first.start)
  const unit = unitAfter(text, first.end)
  if (!unit && sign === 0 && !mayBeBareSum(text, first)) return undefined
  const numeral = text.slice(first.start, first.end)
  const worth = worthOf(numeral)
  if (worth === undefined || isVague(text, first.start, numeral)) return undefined
  if (!unit && sign === 0 && !isBareSum(text, first, worth)) return undefined
  if (unit?.worth === 1 && isPiece(text, first, worth, unit.end)) return undefined
  const start = first.start - sign
  return unit ? { start, ...withSmallerUnits(text, numerals, i, worth, unit) } : { start, end: first.end, value: worth }
}

/** 块 and what follows it: 三块五, 三十四块一毛九, 一百块零五毛, 三块半. */
function withSmallerUnits(text: string, numerals: readonly Numeral[], i: number, whole: number, { worth, end }: Unit) {
  let value = whole * worth
  let to = end
  if (text[to] === '半') return { value: value + worth / 2, end: to + 1 }
  let below = worth / 10
  for (let k = i + 1; below > 0.005; k++) {
    const next = numerals[k]
    if (!next || next.start > to + 1 || (next.start === to + 1 && text[to] !== '零')) break
    const digit = digitOf(text, next)
    if (!digit) break
    const small = smallUnitAfter(text, digit.end)
    // 三块五 is a sum, 三块五个人分 is not.
    const each = small?.worth ?? (digit.value < 10 && !isCounter(text, digit.end) ? below : undefined)
    if (each === undefined || each > below + 1e-9 || digit.value >= 100) break
    value += digit.value * each
    to = small?.end ?? digit.end
    below = each / 10
  }
  return { value, end: to }
}

/** The number of a smaller unit. In 一毛二一分钟 the second digit begins something else. */
function digitOf(text: string, { start, end }: Numeral): { readonly value: number; readonly end: number } | undefined {
  const numeral = text.slice(start, end)
  const split = /^[一二两三四五六七八九]{2}$/u.test(numeral) && isCounter(text, end)
  const value = worthOf(split ? (numeral[0] as string) : numeral)
  return value === undefined ? undefined : { value, end: split ? start + 1 : end }
}

/** How many characters a sign takes before a number: ¥25, RMB 25. */
function signBefore(text: string, start: number): number {
  const before = text[start - 1]
  if (before === undefined || !/[¥￥bB\s]/u.test(before)) return 0
  return /(?:¥|￥|rmb)\s?$/iu.exec(text.slice(Math.max(0, start - 4), start))?.[0].length ?? 0
}

function unitAfter(text: string, end: number): Unit | undefined {
  if (end >= text.length || !MAY_BE_UNIT.test(text[end] as string)) return undefined
  const at = text[end] === ' ' ? end + 1 : end
  if (matchEnd(NO_MONEY, text, at) > 0) return undefined
  for (const [pattern, worth] of UNITS) {
    const to = matchEnd(pattern, text, at)
    if (to > 0) return { worth, end: to }
  }
  return undefined
}

function smallUnitAfter(text: string, end: number): Unit | undefined {
  const cents = matchEnd(CENTS, text, end)
  return cents > 0 ? { worth: 0.01, end: cents } : unitAfter(text, end)
}

/** Where a pattern ends that begins at a place, 0 where it does not. */
function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : 0
}

/** 几十块, 好几百块: nobody knows how much. */
function isVague(text: string, start: number, numeral: string): boolean {
  return /^[十百千万]/u.test(numeral) && /[几数上成]/u.test(text[start - 1] ?? '')
}

/** 一块 without more is mostly 'together' or 'this part'. */
function isPiece(text: string, { start, end }: Numeral, value: number, unitEnd: number): boolean {
  if (value !== 1 || /\d/.test(text[end - 1] ?? '') || text[unitEnd - 1] !== '块') return false
  if (/[这那哪另]/u.test(text[start - 1] ?? '')) return true
  return (
    !/^(?:[一二三四五六七八九半]|钱|多|的|都|也|，|。|,|\.|$)/u.test(text.slice(unitEnd, unitEnd + 2)) ||
    /[在跟和同们都]/u.test(text[start - 1] ?? '')
  )
}

function isCounter(text: string, end: number): boolean {
  return /^(?:个|天|月|年|次|号|点|分钟|小时|兆|[gGmM]|条|百|千|万|%|周|星期|折)/u.test(text.slice(end, end + 2))
}
