import { type Evidence, evidence } from './evidence.ts'
import { numbersIn } from './numbers.ts'

export type TimeUnit = 'minute' | 'hour' | 'day' | 'workday' | 'week' | 'month' | 'year'

/** By when something is to be done, as it was said: so long from now, or at a point of the calendar. */
export type Deadline =
  | { readonly value: number; readonly unit: TimeUnit; readonly because: readonly Evidence[] }
  | { readonly by: CalendarPoint; readonly because: readonly Evidence[] }

/** Points that people name instead of counting. */
export type CalendarPoint =
  | 'today'
  | 'tonight'
  | 'tomorrow'
  | 'day-after-tomorrow'
  | 'this-week'
  | 'next-week'
  | 'weekday'
  | 'month-end'
  | 'next-month'
  | 'year-end'
  | 'clock'

/** The longer ones first: 个工作日 is no 日. */
const UNITS: readonly (readonly [RegExp, TimeUnit])[] = [
  [/^个?(?:工作日|工作天|工做日)/u, 'workday'],
  [/^(?:分钟|分種)/u, 'minute'],
  [/^个?(?:小时|钟头|小時|点钟头|钟点|h(?![a-z]))/iu, 'hour'],
  [/^个?(?:星期|礼拜|周)(?![一二三四五六日天末])/u, 'week'],
  [/^个(?:来)?月/u, 'month'],
  [/^年/u, 'year'],
  [/^(?:天|日)(?!气|前的|津|河|线|翼|猫)/u, 'day'],
]
/** What makes a length of time a limit: 内, 之前, or what is to happen right behind it. */
const LIMIT =
  /^(?:之内|以内|内|里头|里面|里|之前|以前|前(?!的|年|天|面)|过后给|后给|之后给|以后给|后(?:我们|会|再|一定)?(?:回复|答复|到账|恢复|解决|处理|联系|回|给|上门|生效|查)|之后(?:回|答|给|联系)|(?:就|之?后)?(?:给|必须给|要给|得给|回|回复|答复|到账|解决|处理(?:好|完)|办(?:好|完|妥)|搞定|修好|上门|恢复|联系(?:您|你|我)|退|到(?=账|位)|出结果|见(?:分晓|到)))/u
/** What makes it a limit from before: 限你们三天, 再给你们两天时间. */
const LIMIT_BEFORE = /(?:限(?:你|你们|您)?|(?:只|再|就|最多)?给(?:你|你们|您)|等(?:你|你们|您)|最晚|最迟|最长|至多|最多|承诺|答应)$/u
/** What makes it the past, or how long something took. */
const PAST =
  /(?:等了|过了|用了|拖了|花了|停了|断了|打了|已经|都|快|干等|坏了|跑了|前后|将近|整整|足足|有|近|最近|过去|超过|超了|早就|一连|连着)$/u
const PAST_AFTER = /^(?:了|以前|之前|前(?:就|我|打|办|来|也|已)|多了|没|都没|还没|过去)/u
const POINTS: readonly (readonly [RegExp, CalendarPoint])[] = [
  [/(?:这个|本|当)?月底(?:之?前|以前)?|月末(?:之?前)?/gu, 'month-end'],
  [/年底(?:之?前)?|年前|年内/gu, 'year-end'],
  [/下个?月(?:初|底|[一二三四五六七八九十\d]+[号日])?(?:之?前)/gu, 'next-month'],
  [/(?:最晚|最迟)下个?月/gu, 'next-month'],
  [/(?:这个?|本)(?:周|星期|礼拜)(?:之?内|以内|[一二三四五六日天末]?(?:之?前|以前))/gu, 'this-week'],
  [/下个?(?:周|星期|礼拜)(?:[一二三四五六日天]|之?内|以内)?(?:之?前|以前)/gu, 'next-week'],
  [
    /(?:周|星期|礼拜)[一二三四五六日天末](?:上午|下午|中午|晚上|早上)?(?:下班)?(?:[一二三四五六七八九十两\d]+点(?:半|钟)?)?(?:之?前|以前)/gu,
    'weekday',
  ],
  [
    /(?:今天|今日|当天|当日)(?:之?内|以内|(?:上午|下午|中午|晚上|晚)?(?:下班|[一二三四五六七八九十两\d]+点(?:半|钟)?)?(?:之?前|以前)|必须|一定|务必)/gu,
    'today',
  ],
  [/(?:今晚|今天晚上)(?:[一二三四五六七八九十两\d]+点(?:半|钟)?)?(?:之?前|以前)/gu, 'tonight'],
  [
    /(?:明天|明日|明儿|明早|明晚)(?:之?内|(?:上午|下午|中午|晚上|早上|一早)?(?:下班|[一二三四五六七八九十两\d]+点(?:半|钟)?)?(?:之?前|以前))/gu,
    'tomorrow',
  ],
  [
    /(?:后天|大后天)(?:之?内|(?:上午|下午|中午|晚上|早上)?(?:下班|[一二三四五六七八九十两\d]+点(?:半|钟)?)?(?:之?前|以前))/gu,
    'day-after-tomorrow',
  ],
  [/(?:上午|下午|中午|晚上|早上)?[一二三四五六七八九十两\d]+点(?:半|钟)?(?:之?前|以前)/gu, 'clock'],
]

/**
 * Limits of time as they are said, by customer or agent: 24小时内, 五个工作日之内, 三天给我答复, 月底前, 明天下午三点之前.
 *
 * @example
 * deadlinesIn('四十八小时内给您回复') // [{ value: 48, unit: 'hour', because: [{ text: '四十八小时内', start: 0, end: 6 }] }]
 */
export function deadlinesIn(text: string): Deadline[] {
  const found: (Deadline & { readonly from: number; readonly to: number })[] = []
  for (const { value, start, end } of numbersOrHalf(text)) {
    const rest = text.slice(end, end + 14)
    const unit = UNITS.find(([pattern]) => pattern.test(rest))
    if (!unit) continue
    const [pattern, name] = unit
    let after = end + (pattern.exec(rest)?.[0].length ?? 0)
    let length = value
    // 两个半小时 is told before the unit, 一个小时半 and 一天半 behind it.
    if (text[after] === '半') {
      length += 0.5
      after++
    }
    const before = text.slice(Math.max(0, start - 4), start)
    const tail = text.slice(after, after + 12).replace(/^[\s，,]/u, '')
    const limit = LIMIT.exec(tail)
    if (!(limit || LIMIT_BEFORE.test(text.slice(Math.max(0, start - 6), start))) || PAST.test(before) || PAST_AFTER.test(tail)) continue
    const closes = /^(?:之内|以内|内|里头|里面|里|之前|以前|前|时间)/u.exec(tail)
    const to = after + (closes ? closes[0].length + (text.length - after > 0 && /^[\s，,]/u.test(text.slice(after)) ? 1 : 0) : 0)
    // Nobody means six months and three weeks by 半年.
    const halfYear = name === 'year' && length % 1 !== 0
    found.push({
      value: halfYear ? length * 12 : length,
      unit: halfYear ? 'month' : name,
      because: [evidence(text, start, to)],
      from: start,
      to,
    })
  }
  for (const [pattern, by] of POINTS) {
    for (const match of text.matchAll(pattern)) {
      const from = match.index
      const to = from + match[0].length
      if (found.some((other) => other.from < to && from < other.to)) continue
      found.push({ by, because: [evidence(text, from, to)], from, to })
    }
  }
  return found.sort((a, b) => a.from - b.from).map(({ from, to, ...deadline }) => deadline)
}

/** Numbers, and halves: 半个小时, 半天 (which is half a day only where it is a limit), 两个半小时. */
function numbersOrHalf(text: string): { readonly value: number; readonly start: number; readonly end: number }[] {
  const numbers = numbersIn(text).map(({ value, start, end }) => {
    const half = /^个半(?=小时|钟头|月|星期|礼拜)/u.exec(text.slice(end, end + 4))
    return half ? { value: value + 0.5, start, end: end + 2 } : { value, start, end }
  })
  const halves = [...text.matchAll(/半(?=个?(?:小时|钟头|月|天|年))/gu)]
    .filter(({ index }) => numbers.every(({ start, end }) => index < start || index > end))
    .map(({ index }) => ({ value: 0.5, start: index, end: index + 1 }))
  // 两到三个工作日: the later one is what is promised.
  const ranged = numbers.flatMap((number, i) => {
    const next = numbers[i + 1]
    const joined = next && /^(?:到|至|-|~|—)$/u.test(text.slice(number.end, next.start))
    return joined ? [] : [number]
  })
  return [...ranged, ...halves].sort((a, b) => a.start - b.start)
}
