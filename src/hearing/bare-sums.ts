import { charactersOf, isAt } from './characters.ts'

/** How often something may come in a pattern: no character of it. */
const COUNT_OF = /\{\d,\d\}/gu
/** Words that speak of money, so that a number behind them needs no unit: 扣了我八十八, 押金两百, 套餐一个月五十九. */
const MONEY_BEFORE =
  /(?:扣|交|付|收|退|返|赔|补|充|存|罚|押金|违约金|保证金|本金|罚款|话费|余额|费|月租|补贴|保底|低消|最低消费|一共(?:是|就)?|总共|合计|卖|买|花|省|抵|转|骗|欠|送|满|减|减免|到账|到帐|只剩|还剩|(?:改|换|变|升|降)[成到为]|套餐(?:是|就)?|一个月|每月|每个月|一天|一年|一张)[了我你您他她们的给过是才就得还要先到去掉走家又多这着回]{0,4}$/u
/** What it may end with, and a little more: most numbers are told apart by one look. */
const LAST = charactersOf(MONEY_BEFORE.source.replaceAll(COUNT_OF, ''))
/** How far before a number they are looked for. */
const BEFORE = 12
const AFTER = 6
/** 三十九的套餐, 五十的卡, 三百保证金. */
const MONEY_AFTER = /^(?:一(?:个月|年|天)|每个?月|包[年月]|的(?:套餐|卡|充值卡|包|流量包|话费|月租|钱|券)|的?话费|保证金|押金|违约金)/u
/** What it may begin with. */
const FIRST = charactersOf(MONEY_AFTER.source)
/** Talk of money, in which a number that counts nothing else is a sum: 账单一百六十九，平时才五十九. */
const MONEY_TALK =
  /[钱费扣退账帐赔欠涨价贵亏块元充缴罚返租花金]|套餐|余额|便宜|损失|优惠|省下|多收|少收|发票|卡里|流量包|工资|协议|给的|会员|[这上]个月|[上本]月|包[年月]|变成|改成|[降涨]到|[划转刷骗][走了掉]|[买卖交付补减]了?/gu
/** How far from such a word a number may stand. */
const NEAR_BEFORE = 24
const NEAR_AFTER = 24
/** What a number counts, or is part of, when it is no sum whatever stands before it. */
const COUNTS =
  /^(?:[个只条张件份家户人位名套台部瓶本页遍次趟回种项类级岁层楼栋单室号点秒天日月年周倍成折度里米GgMmKk兆%％粉通声句字封路门口排批轮期届站座片根双对组班届寸分兆斤]|[多几来余][个只条张件份家户人位名套台部遍次趟回号岁层楼天日月年周倍度分小粉斤]|星期|礼拜|小时|钟|工作日|公里|开头|打头|结尾|后的?(?:年轻|孩|人)|美[元金]|港[元币]|欧元)/u
/** What it may begin with. */
const COUNTED = charactersOf(COUNTS.source)
/** What makes a name of a number: 尾号, 工单号是, 拨, 第. */
const NAMED = /(?:第|尾号|编号|[号码位][是为叫]?|拨打?|打|发送?|回复|编辑|单元|[栋楼室幢座弄]|[A-Za-z.:：/-]|每隔?) ?$/u
/** Behind whom a number with 了 is an age. */
const AGED = /(?:[我俺他她您妈爸爷奶婆公]|今年|老人)(?:都|也|快|今年|已经)*$/u
const DONE = charactersOf('了咧啦')
/** 小子才十二. */
const CHILD = /(?:[孩小儿女孙]子?|娃|女儿)才$/u
/** 选五十九的: packages go by their prices. */
const CHOSEN = /(?:选|换|改|办|降|升)[个成到]?(?:那个)?$/u
const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
/** What those three may end with. */
const NAMES = charactersOf(NAMED.source + CHILD.source + CHOSEN.source + LETTERS)
/** 四十九, 一百二十八, 79: what packages cost. */
const PRICE = /^(?:(?:[一二两三四五六七八九]百)?[一二三四五六七八九]十[九八]|[1-9]?[1-9]9)$/u
/** What it ends with. */
const PRICE_ENDS = charactersOf('九八9')
/** 八千六, 两百四: people shorten sums, and little else; 二百五 is also what one calls a fool. */
const SHORT = /(?<!^[二两](?=百五$))[百千万][一二三四五六七八九]$/u
/** 5万 is written, and may be one. */
const LARGE = charactersOf('百千万亿')
const NINE = '9'.charCodeAt(0)
/** 五十万 is money where it counts nothing. */
const TEN_THOUSANDS = /万$/u
/** Digits one by one, and 三点五: no sum is said so. */
const UNTELLING = /点|^[^\d十百千万]{3,}$/u
/** Hotlines, which are sums for nobody. */
const HOTLINE = /^(?:1\d{4}|95\d{3}|106\d*)$/
/** Less than this is a number of something else, more than this a number of no one. */
const LEAST = 5
const MOST = 10_000_000
const MOST_WRITTEN = 100_000

/** Tells numbers without a unit that are sums from all others, for the numbers of one text in their order. */
export interface BareSums {
  /** Whether a look at a number and its neighbours leaves it possible that it is a sum. */
  readonly mayBe: (start: number, end: number) => boolean
  readonly is: (start: number, end: number, value: number) => boolean
}

/**
 * Tells them by what is said around them.
 *
 * @example
 * const sums = bareSumsOf('退我那二百六')
 * sums.is(3, 6, 260) // true
 */
export function bareSumsOf(text: string): BareSums {
  let places: readonly number[] | undefined
  let next = 0
  /** Whether money is talked of near a number. Numbers come in order, so that all of them together look once. */
  const nearMoney = (start: number, end: number): boolean => {
    places ??= Array.from(text.matchAll(MONEY_TALK), ({ index }) => index)
    while (next < places.length && (places[next] as number) < start - NEAR_BEFORE) next++
    const place = places[next]
    return place !== undefined && place < end + NEAR_AFTER
  }
  const mayBe = (start: number, end: number): boolean => {
    if (besideMoney(text, start, end)) return true
    if (end - start === 1) return false
    // Of numbers that are written in digits only prices, packages and those in talk of money are sums.
    const written = text.charCodeAt(start) <= NINE
    return !written || text[end] === '的' || isAt(PRICE_ENDS, text, end - 1) || isAt(LARGE, text, end - 1) || nearMoney(start, end)
  }
  const is = (start: number, end: number, value: number): boolean => {
    const numeral = text.slice(start, end)
    const written = /^\d/.test(numeral)
    // 收拾 is no ten.
    if (
      numeral === '拾' ||
      value < LEAST ||
      value > MOST ||
      (written && (value > MOST_WRITTEN || (numeral.length >= 5 && HOTLINE.test(numeral))))
    )
      return false
    if (isAt(COUNTED, text, end) && COUNTS.test(text.slice(end, end + AFTER))) return false
    const before = text.slice(Math.max(0, start - BEFORE), start)
    if (besideMoney(text, start, end) && (MONEY_BEFORE.test(before) || MONEY_AFTER.test(text.slice(end, end + AFTER)))) return true
    const telling = value >= 10 && (written ? numeral.length > 1 && numeral[0] !== '0' : numeral.length > 1 && !UNTELLING.test(numeral))
    const named = isAt(NAMES, text, text[start - 1] === ' ' ? start - 2 : start - 1)
    if (!telling || (named && (NAMED.test(before) || CHILD.test(before))) || (isAt(DONE, text, end) && AGED.test(before))) return false
    if ((named && text[end] === '的' && CHOSEN.test(before)) || (isAt(PRICE_ENDS, text, end - 1) && PRICE.test(numeral))) return true
    if (!written && SHORT.test(numeral)) return true
    return nearMoney(start, end) || (TEN_THOUSANDS.test(numeral) && /^(?:$|[，。,.！!？?、]|[块钱出给拿])/u.test(text.slice(end, end + 1)))
  }
  return { mayBe, is }
}

/** Whether a look at a number's neighbours leaves it possible that words for money stand beside it. */
function besideMoney(text: string, start: number, end: number): boolean {
  return isAt(LAST, text, start - 1) || isAt(FIRST, text, end)
}
