import { type BareSums, bareSumsOf } from './bare-sums.ts'
import { charactersOf, isAt } from './characters.ts'
import { type Evidence, evidence } from './evidence.ts'
import { eachNumeral, endOfNumeral, worthOf } from './numbers.ts'

/** A sum of money that was named. */
export interface Amount {
  readonly value: number
  readonly unit: 'yuan'
  readonly because: readonly Evidence[]
}

/** A sum at its place, in yuan. */
interface Sum {
  readonly value: number
  readonly start: number
  readonly end: number
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
  [/蚊(?![子香帐])/uy, 1],
]
/** 二十三块四毛五分: behind a larger unit 分 is money by itself. */
const CENTS = /分(?!钟)钱?/uy
/** What the first characters of units are, for a number is seldom followed by one. */
const MAY_BE_UNIT = charactersOf('多来几把余人块元圆大rR毛角分蚊')
/** What stands at the end of a sign before a number. */
const MAY_BE_SIGN = charactersOf('¥￥bB')
const DIGIT = charactersOf('0123456789')
/** Between the ends of a range. */
const RANGE = charactersOf('到至~-')
const VAGUE = charactersOf('几数上成')
const TENS = charactersOf('十百千万')
/** 块 and 元 that count no money: 一块儿去, 三块屏, 元旦. */
const NO_MONEY =
  /(?:块(?:儿|屏|板|地|砖|牌|表|手表|石|电池|硬盘|区域|业务|内容|去|来|办|走|吃|玩|住|上班|过来)|元(?:旦|月|宵|素)|角(?:落|度|色|逐)|毛(?:病|利|孩|衣|巾|笔|豆|驴|重|坯|不拔)|圆(?:满|的|形))/uy
/** What is counted by a number that is no smaller unit. */
const COUNTER = charactersOf('个天月年次号点分小兆gGmM条百千万%周星折')
/** 块把钱, 百来块, 万把块: the unit without a number before it. */
const ONE_OR_SO =
  /(?<![\d零一二两三四五六七八九十几数好上])(块把钱|块儿八毛)|(?<![\d零一二两三四五六七八九十几数成上])([百千万])[来把](?:块|元)钱?/gu
const ONE_OF: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10_000 }

/**
 * Sums of money as they are said, each once: 三十四块一毛九, 34.19元, 两百五十块, 五毛, 一千二百多块. Of a range the larger one is meant: 三五百块.
 *
 * @example
 * amountsIn('多扣我三十四块一毛九') // [{ value: 34.19, unit: 'yuan', because: [{ text: '三十四块一毛九', start: 3, end: 10 }] }]
 */
export function amountsIn(text: string): Amount[] {
  const found: Sum[] = []
  const bare = bareSumsOf(text)
  eachNumeral(text, (start, end) => {
    const sum = sumAt(text, start, end, bare)
    if (sum) found.push(sum)
    return sum?.end
  })
  const vague = vagueIn(text)
  return once(text, vague.length > 0 ? [...found, ...vague].sort((a, b) => a.start - b.start) : found)
}

/** 块把钱, 万把块. */
function vagueIn(text: string): Sum[] {
  if (!/[块元]/u.test(text) || !/[把来儿]/u.test(text)) return []
  return Array.from(text.matchAll(ONE_OR_SO), ({ index, 0: words, 2: unit }) => ({
    value: ONE_OF[unit ?? ''] ?? 1,
    start: index,
    end: index + words.length,
  }))
}

/** A sum that is named twice is one, with both places. */
function once(text: string, found: readonly Sum[]): Amount[] {
  const byValue = new Map<number, Evidence[]>()
  for (const { value, start, end } of found) {
    const cents = Math.round(value * 100)
    const place = evidence(text, start, end)
    const places = byValue.get(cents)
    if (places) places.push(place)
    else byValue.set(cents, [place])
  }
  return Array.from(byValue, ([cents, because]) => ({ value: cents / 100, unit: 'yuan', because }))
}

/** The sum whose number stands at a place. */
function sumAt(text: string, start: number, end: number, bare: BareSums): Sum | undefined {
  const sign = signBefore(text, start)
  const unit = unitAfter(text, end)
  if (!unit && sign === 0 && !bare.mayBe(start, end)) return undefined
  const worth = worthOf(text.slice(start, end))
  if (worth === undefined || isVague(text, start)) return undefined
  if (!unit && sign === 0 && (isBelow(text, end, worth) || !bare.is(start, end, worth))) return undefined
  if (unit?.worth === 1 && isPiece(text, start, end, worth, unit.end)) return undefined
  return unit ? withSmallerUnits(text, start - sign, worth, unit) : { value: worth, start: start - sign, end }
}

/** 块 and what follows it: 三块五, 三十四块一毛九, 一百块零五毛, 三块半. */
function withSmallerUnits(text: string, start: number, whole: number, { worth, end }: Unit): Sum {
  let value = whole * worth
  let to = end
  if (text[to] === '半') return { value: value + worth / 2, start, end: to + 1 }
  // 79.8元 has said it all.
  if (whole % 1 !== 0) return { value, start, end: to }
  for (let below = worth / 10; below > 0.005; ) {
    const digit = digitAt(text, to)
    if (!digit) break
    const small = smallUnitAfter(text, digit.end)
    // 三块五 is a sum, 三块五个人分 is not.
    const each = small?.worth ?? (digit.value < 10 && !isCounter(text, digit.end) ? below : undefined)
    if (each === undefined || each > below + 1e-9 || digit.value >= 100) break
    value += digit.value * each
    to = small?.end ?? digit.end
    below = each / 10
  }
  return { value, start, end: to }
}

/** The number of a smaller unit. In 一毛二一分钟 the second digit begins something else. */
function digitAt(text: string, start: number): { readonly value: number; readonly end: number } | undefined {
  const end = endOfNumeral(text, start)
  if (end === 0) return undefined
  const numeral = text.slice(start, end)
  const split = numeral.length === 2 && /^[一二两三四五六七八九]{2}$/u.test(numeral) && isCounter(text, end)
  const value = worthOf(split ? (numeral[0] as string) : numeral)
  return value === undefined ? undefined : { value, end: split ? start + 1 : end }
}

/** How many characters a sign takes before a number: ¥25, RMB 25. */
function signBefore(text: string, start: number): number {
  if (!isAt(MAY_BE_SIGN, text, text[start - 1] === ' ' ? start - 2 : start - 1)) return 0
  return /(?:¥|￥|rmb)\s?$/iu.exec(text.slice(Math.max(0, start - 4), start))?.[0].length ?? 0
}

/** 六百 of 六百到八百. */
function isBelow(text: string, end: number, value: number): boolean {
  if (!isAt(RANGE, text, end)) return false
  const last = endOfNumeral(text, end + 1)
  return last > 0 && (worthOf(text.slice(end + 1, last)) ?? 0) > value
}

function unitAfter(text: string, end: number): Unit | undefined {
  const at = text[end] === ' ' ? end + 1 : end
  if (!isAt(MAY_BE_UNIT, text, at)) return undefined
  const unit = text[at] === '块' ? { worth: 1, end: text[at + 1] === '钱' ? at + 2 : at + 1 } : unitAt(text, at)
  return unit && matchEnd(NO_MONEY, text, at) === 0 ? unit : undefined
}

function unitAt(text: string, at: number): Unit | undefined {
  for (const [pattern, worth] of UNITS) {
    const end = matchEnd(pattern, text, at)
    if (end > 0) return { worth, end }
  }
  return undefined
}

function smallUnitAfter(text: string, end: number): Unit | undefined {
  const cents = text[end] === '分' ? matchEnd(CENTS, text, end) : 0
  return cents > 0 ? { worth: 0.01, end: cents } : unitAfter(text, end)
}

/** Where a pattern ends that begins at a place, 0 where it does not. */
function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : 0
}

/** 几十块, 好几百块: nobody knows how much. */
function isVague(text: string, start: number): boolean {
  // 成千 is vague, 改成十九 is not.
  return isAt(TENS, text, start) && isAt(VAGUE, text, start - 1) && !(text[start] === '十' && text[start - 1] === '成')
}

/** 一块 without more is mostly 'together' or 'this part'. */
function isPiece(text: string, start: number, end: number, value: number, unitEnd: number): boolean {
  if (value !== 1 || isAt(DIGIT, text, end - 1) || text[unitEnd - 1] !== '块') return false
  if (/[这那哪另]/u.test(text[start - 1] ?? '')) return true
  return (
    !/^(?:[一二三四五六七八九半]|钱|多|的|都|也|，|。|,|\.|$)/u.test(text.slice(unitEnd, unitEnd + 2)) ||
    /[在跟和同们都]/u.test(text[start - 1] ?? '')
  )
}

function isCounter(text: string, end: number): boolean {
  return isAt(COUNTER, text, end) && /^(?:[^分小星]|分钟|小时|星期)/u.test(text.slice(end, end + 2))
}
