import { type CalendarPoint, type NamedPoint, pointsIn } from './calendar-points.ts'
import { charactersOf, isAt } from './characters.ts'
import { type Evidence, evidence } from './evidence.ts'
import { eachNumeral, endOfNumeral, type SpokenNumber, worthOf } from './numbers.ts'

export type TimeUnit = 'minute' | 'hour' | 'day' | 'workday' | 'week' | 'month' | 'year'

/** By when something is to be done, as it was said: so long from now, or at a point of the calendar. */
export type Deadline =
  | { readonly value: number; readonly unit: TimeUnit; readonly because: readonly Evidence[] }
  | { readonly by: CalendarPoint; readonly because: readonly Evidence[] }

/** A length of time that is set as a limit. */
interface Limit extends SpokenNumber {
  readonly unit: TimeUnit
}

/** The longer ones first: 个工作日 is no 日. With how many of the unit one of them is. */
const UNITS: readonly (readonly [pattern: string, unit: TimeUnit, of: number])[] = [
  ['个?(?:工作日|工作天|工做日)', 'workday', 1],
  ['刻钟', 'minute', 15],
  ['(?:来|多)?(?:分钟|分種)', 'minute', 1],
  ['(?:多|来)?个?(?:多|来)?(?:小时|钟头|小時|点钟头|钟点|[hH](?![a-z]))', 'hour', 1],
  ['个?(?:星期|礼拜|周)(?![一二三四五六日天末])', 'week', 1],
  ['个(?:来|多)?月', 'month', 1],
  ['年', 'year', 1],
  ['(?:来|多)?(?:天|日)(?!气|前的|津|河|线|翼|猫)', 'day', 1],
]
const UNIT = new RegExp(UNITS.map(([pattern]) => `(${pattern})`).join('|'), 'uy')
/** What a unit begins with, for most numbers count something else. */
const MAY_BE_UNIT = charactersOf('个工刻来多分小钟点hH星礼周年天日半')
/** And behind 个. */
const MAY_BE_COUNTED = charactersOf('工来多半小钟点hH星礼周月')
/** 两到三个工作日. */
const TO = charactersOf('到至-~—')
/** 两个半小时, 一个半月. */
const AND_A_HALF = /个半(?=小时|钟头|月|星期|礼拜)/uy
const HALF_MONTH = /月/uy
/** What makes a length of time a limit: 内, 之前, or what is to happen right behind it. */
const LIMIT =
  /^(?:之内|以内|内|里头|里面|里|之前|以前|前(?!的|年|天|面)|过后给|后给|之后给|以后给|后(?:我们|会|再|一定)?(?:回复|答复|到账|恢复|解决|处理|联系|回|给|上门|生效|查)|之后(?:回|答|给|联系)|(?:就|之?后)?(?:给(?!你?们?[\d一两二三四五六七八九十])|从现在(?:算|开始|起)|够了?吧?|查(?:清|明|出)|必须给|要给|得给|回|回复|答复|反馈|到账|解决|处理(?:好|完)|办(?:好|完|妥|结)|结案|搞定|修好|弄好|上门|恢复|联系(?:您|你|我)|退(?!休)|到(?=账|位)|出.{0,4}结果|见(?:分晓|到))|就(?:好|行|能|会|可以))/u
/** What makes it a limit from before: 限你们三天, 再给你们两天时间. */
const LIMIT_BEFORE =
  /(?:限(?:你|你们|您)?|(?:只|再|就|最多)?给了?(?:你|你们|您)(?:最后|最多)?|等(?:你|你们|您|侬)|(?:要|叫|让|请|麻烦)(?:我|我们|您|你|你们)?(?:先|再)?等|(?:您|你)(?:先|再)等|过|最晚|最迟|最长|至多|最多|承诺|答应|需要|预计|[时期]限(?:是|为|就是)?)$/u
/** What makes it the past, or how long something took. */
const PAST =
  /(?:等了|过了|用了|拖了|花了|停了|断了|打了|已经|都|快|干等|坏了|跑了|前后|将近|整整|足足|有|近|最近|过去|超过|超了|早就|一连|连着)$/u
/** What makes it the past even before 内: 最近三天内. */
const LATELY = /(?:近|最近|过去|这)$/u
const PAST_AFTER = /^(?:了|以前|之前|前(?:就|我|打|办|来|也|已)|多了|没|都没|还没|过去)/u
const CLOSES = /^(?:之内|以内|内|里头|里面|里|之前|以前|前|时间)/u

/** The last characters of what is looked for before a number. */
const BEFORE_ENDS = charactersOf('了经都快等后近整足有去过就连着限你们您侬晚迟长多诺应要计这是为')
const PAUSE = charactersOf(' ，,')
/** Points that a week or a year has several of. */
const SEVERAL: ReadonlySet<CalendarPoint> = new Set<CalendarPoint>(['date', 'clock', 'weekday', 'this-week', 'next-week'])
/** What closes a point: 国庆前 and 国庆之前 are the same. */
const CLOSED = /的?(?:之前|以前|前|之内|以内|内)$/u
/** 就十五分钟: an ultimatum says no more. */
const ENDS = /^(?:$|[，,。！!？?])/u

/**
 * Limits of time as they are said, by customer or agent: 24小时内, 五个工作日之内, 三天给我答复, 月底前, 明天下午三点之前. Of a range the later
 * end is what is promised. A limit that is said twice is one limit, with both places.
 *
 * @example
 * deadlinesIn('四十八小时内给您回复') // [{ value: 48, unit: 'hour', because: [{ text: '四十八小时内', start: 0, end: 6 }] }]
 */
export function deadlinesIn(text: string): Deadline[] {
  const limits: (Limit | NamedPoint)[] = [...limitsIn(text), ...pointsIn(text)]
  const found = new Map<string, Deadline & { readonly because: Evidence[] }>()
  let taken = 0
  for (const each of limits.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (each.start < taken) continue
    taken = each.end
    const place = evidence(text, each.start, each.end)
    // 五号之前 and 十号之前 are two; 明天 and 明天上午 are one.
    const name = 'by' in each ? `${each.by} ${SEVERAL.has(each.by) ? place.text.replace(CLOSED, '') : ''}` : `${each.value} ${each.unit}`
    const same = found.get(name)
    if (same) same.because.push(place)
    else found.set(name, 'by' in each ? { by: each.by, because: [place] } : { value: each.value, unit: each.unit, because: [place] })
  }
  return [...found.values()]
}

function limitsIn(text: string): Limit[] {
  const found: Limit[] = []
  eachNumeral(text, (start, end) => {
    if (!mayBeLength(text, end) || isRangeStart(text, end)) return undefined
    const limit = limitAt(text, start, end, worthOf(text.slice(start, end)))
    if (limit) found.push(limit)
    return undefined
  })
  if (!text.includes('半')) return found
  // 半个小时, 半年, 半天; where it is no half of a number that was counted already.
  for (const { index } of text.matchAll(/(?<![\d零一二两三四五六七八九十]个?)半(?=个?(?:小时|钟头|月|天|年))/gu)) {
    const limit = limitAt(text, index, index + 1, 0.5)
    if (limit) found.push(limit)
  }
  return found
}

/** 两 of 两到三个工作日. */
function isRangeStart(text: string, end: number): boolean {
  return isAt(TO, text, end) && endOfNumeral(text, end + 1) > 0
}

/** Whether a look at what follows a number leaves it possible that it counts time. */
function mayBeLength(text: string, end: number): boolean {
  return isAt(MAY_BE_UNIT, text, end) && (text[end] !== '个' || isAt(MAY_BE_COUNTED, text, end + 1))
}

/** The limit whose number stands at a place. */
function limitAt(text: string, start: number, numeralEnd: number, number: number | undefined): Limit | undefined {
  if (number === undefined) return undefined
  const half = matchEnd(AND_A_HALF, text, numeralEnd)
  const end = half || numeralEnd
  const unit = unitAt(text, end, half > 0)
  if (!unit) return undefined
  let value = (number + (half > 0 ? 0.5 : 0)) * unit.of
  let after = unit.end
  // 一天半, 一个小时半.
  if (text[after] === '半') {
    value += 0.5 * unit.of
    after++
  }
  const behind = isAt(PAUSE, text, after) ? after + 1 : after
  const tail = text.slice(behind, behind + 12)
  // A look at the last character first: what comes before is seldom of either kind.
  const before = isAt(BEFORE_ENDS, text, start - 1) ? text.slice(Math.max(0, start - 6), start) : ''
  // Working days are only counted to say how long something will take.
  const limits =
    unit.name === 'workday' ||
    LIMIT.test(tail) ||
    (before !== '' && (LIMIT_BEFORE.test(before) || (before.endsWith('就') && ENDS.test(text.slice(after)))))
  if (!limits || (before !== '' && isPast(before, tail)) || PAST_AFTER.test(tail)) return undefined
  const closes = CLOSES.exec(tail)
  const to = closes ? behind + closes[0].length : after
  // Nobody means six months and three weeks by 半年.
  return unit.name === 'year' && value % 1 !== 0
    ? { value: value * 12, unit: 'month', start, end: to }
    : { value, unit: unit.name, start, end: to }
}

/** Whether what stands before a length of time puts it into the past: 等了三天, and 最近 even before 三天内. */
function isPast(before: string, tail: string): boolean {
  return (/^(?:之内|以内|内)/u.test(tail) ? LATELY : PAST).test(before)
}

function unitAt(
  text: string,
  at: number,
  halved: boolean,
): { readonly name: TimeUnit; readonly of: number; readonly end: number } | undefined {
  UNIT.lastIndex = at
  const match = UNIT.exec(text)
  if (match) {
    let group = 1
    while (match[group] === undefined) group++
    const [, name, of] = UNITS[group - 1] as (typeof UNITS)[number]
    return { name, of, end: UNIT.lastIndex }
  }
  // 三月 is a name, 一个半月 a length.
  const month = halved || text[at - 1] === '半' ? matchEnd(HALF_MONTH, text, at) : 0
  return month > 0 ? { name: 'month', of: 1, end: month } : undefined
}

/** Where a pattern ends that begins at a place, 0 where it does not. */
function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : 0
}
