import { digitRuns, type RunPart } from './digit-runs.ts'

/** What must never be stored. */
type PersonalKind = 'id-number' | 'mobile' | 'landline' | 'bank-card' | 'plate' | 'email' | 'address' | 'name'

/** A piece of a text that tells who or where somebody is. */
interface Personal {
  readonly kind: PersonalKind
  readonly start: number
  readonly end: number
}

/** What stands in its place: readable, and without anything that could be taken for personal again. */
const REDACTED: Readonly<Record<PersonalKind, string>> = {
  'id-number': '〔证件号〕',
  mobile: '〔手机号〕',
  landline: '〔座机号〕',
  'bank-card': '〔银行卡号〕',
  plate: '〔车牌〕',
  email: '〔邮箱〕',
  address: '〔地址〕',
  name: '〔姓名〕',
}

/**
 * A text without what tells who somebody is, for everything that is stored. Doing it twice changes nothing more.
 *
 * @example
 * redact('我电话幺三八零零幺三八零零零') // 我电话〔手机号〕
 */
export function redact(text: string): string {
  let kept = ''
  let from = 0
  for (const { kind, start, end } of personalIn(text)) {
    kept += text.slice(from, start) + REDACTED[kind]
    from = end
  }
  return kept + text.slice(from)
}

/** Everything personal in a text, in order, not overlapping; linear in its length. */
function personalIn(text: string): Personal[] {
  const found: Personal[] = [
    ...numbersOf(text),
    ...matches(text, EMAIL, 'email'),
    ...matches(text, PLATE, 'plate'),
    ...addressesOf(text),
    ...namesOf(text),
  ]
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: Personal[] = []
  for (const each of found) if (each.start >= (kept.at(-1)?.end ?? 0)) kept.push(each)
  return kept
}

const EMAIL = /[\w.+-]{1,64}\s?[@＠]\s?[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}/gu
const PLATE =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Za-hj-np-z][\s·•.-]?(?:[A-HJ-NP-Za-hj-np-z\d]{4}[A-HJ-NP-Za-hj-np-z\d学警港澳挂]|[DFdf][A-HJ-NP-Za-hj-np-z\d]\d{4}|\d{5}[DFdf])(?![A-Za-z\d])/gu

function matches(text: string, pattern: RegExp, kind: PersonalKind): Personal[] {
  return [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({ kind, start: index, end: index + length }))
}

/** Numbers are told by what they are, not by what is said before them: people read them out without any introduction. */
function numbersOf(text: string): Personal[] {
  return digitRuns(text).flatMap((parts) => {
    const found: Personal[] = []
    for (let i = 0; i < parts.length; ) {
      const hit = longest(text, parts, i)
      if (hit) found.push(hit.personal)
      i = hit ? hit.next : i + 1
    }
    return found
  })
}

/** How many pieces a number is read out in at most. */
const PIECES = 10

/** The longest number that begins with a piece; people part the same number in many ways. */
function longest(
  text: string,
  parts: readonly RunPart[],
  from: number,
): { readonly personal: Personal; readonly next: number } | undefined {
  const first = parts[from]
  if (!first) return undefined
  for (let to = Math.min(parts.length, from + PIECES); to > from; to--) {
    const digits = parts
      .slice(from, to)
      .map((part) => part.digits)
      .join('')
    const last = parts[to - 1] ?? first
    const kind = kindOf(digits, text.slice(Math.max(0, first.start - 8), first.start))
    if (kind) return { personal: { kind, start: first.start, end: last.end }, next: to }
  }
  return undefined
}

function kindOf(digits: string, before: string): PersonalKind | undefined {
  if (/^\d{17}[\dX]$/.test(digits) && isIdNumber(digits)) return 'id-number'
  if (/^(?:86|0086)?1[3-9]\d{9}$/.test(digits)) return 'mobile'
  if (/^\d{15}$/.test(digits) && isDate(`19${digits.slice(6, 12)}`) && isRegion(digits)) return 'id-number'
  if (/^[3-69]\d{15,18}$/.test(digits) && passesLuhn(digits)) return 'bank-card'
  if (/^0(?:10|2\d|[3-9]\d{2})[1-9]\d{6,7}$/.test(digits)) return 'landline'
  if (
    /^[2-8]\d{6,7}$/.test(digits) &&
    /(?:座机|固话|家里电话|单位电话|办公电话|宅电|电话号码?)(?:号码)?(?:是|为|：|:|，|,)?\s?$/u.test(before)
  )
    return 'landline'
  return undefined
}

/** GB 11643: seventeen digits weigh in, the last one checks. */
function isIdNumber(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < 17; i++) sum += Number(digits[i]) * (2 ** (17 - i) % 11)
  return '10X98765432'[sum % 11] === digits[17] && isRegion(digits) && isDate(digits.slice(6, 14))
}

function isRegion(digits: string): boolean {
  return /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/.test(digits)
}

function isDate(digits: string): boolean {
  const month = Number(digits.slice(4, 6))
  const day = Number(digits.slice(6, 8))
  return /^(?:18|19|20)/.test(digits) && month >= 1 && month <= 12 && day >= 1 && day <= 31
}

/** ISO/IEC 7812-1: every second digit from the right counts twice. */
function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    const doubled = i % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

/** Where somebody says where they live; up to the next pause. */
const ADDRESS_LEAD = /(?:(?:我|我家|家|人|单位|公司|我们|咱家|住址|地址|收件地址|家庭住址|门牌)(?:就|现在)?(?:住在|住|在|是|：|:))/gu
const ADDRESS =
  /^[\s，,]?(?:[\p{Script=Han}A-Za-z\d]{0,12}(?:省|市|区|县|州|镇|乡|村|街道|开发区))?[\p{Script=Han}A-Za-z\d]{0,14}?(?:路|街|道|巷|弄|胡同|大街|小区|花园|公寓|苑|城|村|屯|庄|里|园|楼|大厦)[\p{Script=Han}A-Za-z\d\-－—]{0,14}?[\d零一二三四五六七八九十百]{1,6}(?:号楼|号院|号|栋|幢|座|楼|室|单元|弄|门|层|户)(?:[\p{Script=Han}A-Za-z\d\-－—]{0,10}?[\d零一二三四五六七八九十百]{1,5}(?:号楼|号|栋|幢|座|楼|室|单元|门|层|户|房))*(?:[-－—]?\d{2,4})?/u

function addressesOf(text: string): Personal[] {
  return [...text.matchAll(ADDRESS_LEAD)].flatMap(({ index, 0: lead }) => {
    const start = index + lead.length
    const match = ADDRESS.exec(text.slice(start, start + 80))
    return match ? [{ kind: 'address' as const, start, end: start + match[0].length }] : []
  })
}

const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛冉翁蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝'
const NAME_LEAD =
  /(?:我(?:的名字|名字)?叫|姓名(?:是|为|叫|：|:)?|名字(?:是|叫|：|:)|(?:机主|户主|联系人|本人|收件人|持卡人|开户人)(?:姓名)?(?:是|叫|为|：|:))\s?/gu
const DOUBLE_SURNAMES = /^(?:欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|令狐|慕容|司徒|夏侯|长孙|宇文|端木|南宫)/u
/** What cannot be the last character of a name, because a sentence goes on with it. */
const GOES_ON = '的是我在住电手今要来找打给呢啊吧了号身你您他她它们这那有没不就也都跟和与说讲查办，。'
/** 我叫张经理来: people call others by their post. */
const POST = /^.(?:经理|主任|总|工|师傅|先生|女士|小姐|老师|局|处|书记|姐|哥|阿姨|队长|组长|班长)/u

function namesOf(text: string): Personal[] {
  return [...text.matchAll(NAME_LEAD)].flatMap(({ index, 0: lead }) => {
    const start = index + lead.length
    const rest = text.slice(start, start + 5)
    if (!SURNAMES.includes(rest[0] ?? ' ') || POST.test(rest)) return []
    let length = 1
    const most = DOUBLE_SURNAMES.test(rest) ? 4 : 3
    while (length < most && /\p{Script=Han}/u.test(rest[length] ?? '') && !GOES_ON.includes(rest[length] ?? '')) length++
    return length > 1 ? [{ kind: 'name' as const, start, end: start + length }] : []
  })
}
