import { charactersOf, isAt } from './characters.ts'

/** Points of the calendar that people name instead of counting days. */
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
  | 'date'
  | 'clock'

/** A point that is set as a limit, and the words for it. */
export interface NamedPoint {
  readonly by: CalendarPoint
  readonly start: number
  readonly end: number
}

const NUMBER = '[\\d零〇一二三四五六七八九十两]{1,3}'
const WEEK = '(?:周|星期|礼拜)'
const DAY = '[一二三四五六日天末]'
const CLOCK = `(?:${NUMBER}点(?:半|钟|${NUMBER}分?)?|\\d{1,2}[:：]\\d\\d)`
const TIME = `(?:上午|下午|中午|晚上|早上|一早|晚)?(?:一?[上下]班|${CLOCK})?`

/** The longer ones first: 今晚 is more than 今天, 下周一 more than 周一. */
const POINTS: readonly (readonly [CalendarPoint, string])[] = [
  ['tonight', `(?:今晚|今天晚上|今儿晚上)(?:${CLOCK})?`],
  ['today', `(?:今天|今日|今儿个?|当天|当日)${TIME}`],
  ['tomorrow', `(?:明天|明日|明儿个?|明早|明晚)${TIME}`],
  ['day-after-tomorrow', `大?后天${TIME}`],
  ['this-week', `(?:这个?|本)${WEEK}(?:${DAY}${TIME})?`],
  ['next-week', `下个?${WEEK}(?:${DAY}${TIME})?`],
  ['weekday', `${WEEK}${DAY}${TIME}`],
  ['month-end', `(?:这个|本|当)?(?<!上个?|[每下]个?)月(?:底|末)|(?:这个|本|当)月|(?<!${NUMBER}|个)月(?=内)`],
  ['next-month', `下个?月(?:初|底|末|中旬|${NUMBER}[号日])?`],
  ['year-end', '(?:今年)?年底|今年|(?<![\\d零一二三四五六七八九十两几多半些去前今明往当])年(?=前|内)'],
  ['date', `(?:\\d{2,4}年)?(?:${NUMBER}月)?${NUMBER}[号日]|(?:国庆|春节|元旦|中秋|五一|十一|端午|清明|过年)节?`],
  ['clock', `(?:上午|下午|中午|晚上|早上)?${CLOCK}`],
]
const POINT = new RegExp(
  `(?<late>最晚|最迟|不晚于|限你?们?)?(?:是|到|在)?(?:${POINTS.map(([, pattern]) => `(${pattern})`).join('|')})(?<limit>的?(?:之前|以前|前(?!面|天|年|的)|之内|以内|内))?`,
  'gu',
)
/** Characters without one of which no point is named. */
const NAMED = /[天日儿晚早周期拜月年号节庆旦秋午明一点:：]/u
/** What is to happen then, which makes a limit of a point without 前: 明天给您回复, 今天必须. */
const TO_HAPPEN =
  /^[，,\s]?(?:我们?|你们?|您|他们)?(?:就|会|要|得|能|可以|再|争取|保证|负责|肯定|统一|一起|一并|先)*(?:必须|一定|务必|再不|再没|还不|还没|不(?:给|把|退|修|办|解决|处理|恢复|派)(?!了)|再[修装弄搞办退打通来].{0,2}不|把.{1,8}(?:退|办|修|弄|解决|送|补)|给[您你我咱]把|(?:让|叫|安排|派).{1,10}(?:上门|联系|回|处理)|给[您你我咱](?:们)?(?:一?个)?(?:回|答|解|退|返|处|办|开|弄|修|装|搞|准|说法|结果|交代|开通|恢复|联系|送|补|打(?![过了])|致电|反馈)|回复|回电|回[您你我咱](?!家|来|去)|答复|解决|处理(?:[好完您]|这)|退[到回给还]|到账|修好|装好|联系[您你我]|上门|恢复|开通|办[好完]|搞定|弄好)/u

/** What that may begin with. */
const MAY_HAPPEN = charactersOf(`${TO_HAPPEN.source} \t\n`)

/** Limits that name a point of the calendar; linear in the length of the text. */
export function pointsIn(text: string): NamedPoint[] {
  if (!NAMED.test(text)) return []
  const found: NamedPoint[] = []
  for (const match of text.matchAll(POINT)) {
    const at = POINTS.findIndex((_, i) => match[i + 2] !== undefined)
    const point = POINTS[at]
    if (!point) continue
    const start = match.index
    const end = start + match[0].length
    const { late, limit } = match.groups ?? {}
    if (late || limit || (isAt(MAY_HAPPEN, text, end) && TO_HAPPEN.test(text.slice(end, end + 20))))
      found.push({ by: point[0], start, end })
  }
  return found
}
