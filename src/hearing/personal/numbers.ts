import { type DigitRun, digitRuns, type Piece, repeatedDigitRuns } from './digit-runs.ts'
import type { Personal, PersonalKind } from './personal.ts'

/** The longest number that is looked for: a mobile number with its country, or a bank card. */
const LONGEST = 19
const SHORTEST = 7
/** How far before a number its name is looked for. */
const LEAD = 14

/** What a number was called by who read it out. */
type Called = 'id-number' | 'mobile' | 'landline' | 'bank-card' | 'serial'

const OF = '(?:号码?|是|为|就是|[：:，,\\s]){0,4}$'
const CALLED: readonly (readonly [RegExp, Called])[] = [
  [new RegExp(`(?:单|流水|受理|编|串|序列|订单|工单|IMEI|积分|条码|ICCID)${OF}`, 'iu'), 'serial'],
  [new RegExp(`(?:身份证|证件)${OF}`, 'u'), 'id-number'],
  [new RegExp(`(?:座机|固话|家里电话|家庭电话|单位电话|公司电话|办公电话|办公室电话|宅电|电话号码|传真)${OF}`, 'u'), 'landline'],
  [new RegExp(`(?:手机|电话|联系方式|手机号)${OF}`, 'u'), 'mobile'],
  [new RegExp(`(?:银行卡|储蓄卡|信用卡|借记卡|行卡|卡号|账号|账户)${OF}`, 'u'), 'bank-card'],
]

/**
 * Identity numbers, telephone numbers and bank cards. They are told by their shape and checksums, for people read them out without any
 * introduction; one that is called by its name may be misheard by a digit.
 */
export function personalNumbers(text: string): Personal[] {
  const plain = inRuns(text, digitRuns(text))
  const repeated = inRuns(text, repeatedDigitRuns(text))
  return [...plain, ...repeated.filter(({ start, end }) => plain.every((other) => other.end <= start || end <= other.start))]
}

function inRuns(text: string, runs: readonly DigitRun[]): Personal[] {
  const found: Personal[] = []
  for (const run of runs) {
    if (run.digits.length < SHORTEST) continue
    const called = calledBefore(text, (run.pieces[0] as Piece).start)
    for (let i = 0; i < run.pieces.length; ) {
      const hit = longest(run, i, i === 0 ? called : undefined, text)
      if (hit) found.push(withSign(text, hit.personal))
      i = hit ? hit.next : i + 1
    }
  }
  return found
}

/** The longest number that begins with a piece; people part the same number in many ways. */
function longest(
  { digits, pieces }: DigitRun,
  at: number,
  called: Called | undefined,
  text: string,
): { readonly personal: Personal; readonly next: number } | undefined {
  const first = pieces[at] as Piece
  const abroad = /[+＋]/u.test(text[first.start - 1] ?? '')
  let last = at
  while (last + 1 < pieces.length && (pieces[last + 1] as Piece).to - first.from <= LONGEST) last++
  let found: { readonly kind: PersonalKind; readonly last: number } | undefined
  let named: typeof found
  for (; last >= at; last--) {
    const { to, doubtful } = pieces[last] as Piece
    const length = to - first.from
    if (length < SHORTEST) break
    if (length > LONGEST) continue
    const kind = kindOf(digits, first.from, to, called, abroad)
    if (kind) found = { kind, last }
    if (kind && !doubtful) break
    const asNamed = called && asCalled(called, length, digits.charCodeAt(first.from) - 48)
    if (asNamed) named ??= { kind: asNamed, last }
  }
  const best = found ?? named
  return best && { personal: { kind: best.kind, start: first.start, end: (pieces[best.last] as Piece).end }, next: best.last + 1 }
}

/** What the digits of a run from a place to before another one are. */
function kindOf(run: string, from: number, to: number, called: Called | undefined, abroad: boolean): PersonalKind | undefined {
  const length = to - from
  const first = run.charCodeAt(from) - 48
  if (length >= 11 && (first === 0 || first === 1 || first === 8) && isMobile(run.slice(from, to))) return 'mobile'
  if ((length === 18 || length === 15) && first > 0 && first < 9 && isIdNumber(run.slice(from, to))) return 'id-number'
  if (
    length >= 16 &&
    first >= 3 &&
    first !== 7 &&
    first !== 8 &&
    called !== 'serial' &&
    called !== 'id-number' &&
    passesLuhn(run, from, to)
  )
    return 'bank-card'
  if (length >= 10 && length <= 14 && (first === 0 || abroad) && isLandline(run.slice(from, to), abroad)) return 'landline'
  return undefined
}

/** A number that was called by its name, with digits that were misheard, left out or doubled. */
function asCalled(called: Called, length: number, first: number): PersonalKind | undefined {
  const local = length <= 8 && first > 1 && first < 9 ? 'landline' : undefined
  switch (called) {
    case 'id-number':
      return length >= 14 && first > 0 ? 'id-number' : undefined
    case 'mobile':
      return length >= 8 && length <= 13 && first === 1 ? 'mobile' : local
    case 'landline':
      return local
    case 'bank-card':
      return length >= 15 ? 'bank-card' : undefined
    case 'serial':
      return undefined
  }
}

function calledBefore(text: string, start: number): Called | undefined {
  const before = text.slice(Math.max(0, start - LEAD), start)
  return CALLED.find(([pattern]) => pattern.test(before))?.[1]
}

/** With the sign of a number from abroad, or the bracket around its area. */
function withSign(text: string, { kind, start, end }: Personal): Personal {
  let from = start
  while (/[+＋(（]/u.test(text[from - 1] ?? '')) from--
  return { kind, start: from, end }
}

function isMobile(digits: string): boolean {
  return /^(?:86|0086|0)?1[3-9]\d{9}$/.test(digits)
}

function isLandline(digits: string, abroad: boolean): boolean {
  return (abroad ? /^86(?:10|2\d|[3-9]\d{2})[2-9]\d{6,7}$/ : /^(?:0086|0)(?:10|2\d|[3-9]\d{2})[1-9]\d{6,7}$/).test(digits)
}

/** GB 11643: of eighteen digits seventeen weigh in, and the last one checks; the old ones of fifteen have no check. */
function isIdNumber(digits: string): boolean {
  if (!/^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])\d+X?$/.test(digits)) return false
  if (digits.length === 15) return isDate(`19${digits.slice(6, 12)}`) && !digits.endsWith('X')
  if (!isDate(digits.slice(6, 14))) return false
  let sum = 0
  for (let i = 0; i < 17; i++) sum += Number(digits[i]) * (2 ** (17 - i) % 11)
  return '10X98765432'[sum % 11] === digits[17]
}

/** Whether eight digits are a day that somebody may be born on. */
function isDate(digits: string): boolean {
  const month = Number(digits.slice(4, 6))
  const day = Number(digits.slice(6, 8))
  return /^(?:18|19|20)/.test(digits) && month >= 1 && month <= 12 && day >= 1 && day <= 31
}

/** ISO/IEC 7812-1: every second digit from the right counts twice. */
function passesLuhn(run: string, from: number, to: number): boolean {
  let sum = 0
  for (let i = to - 1; i >= from; i--) {
    const digit = run.charCodeAt(i) - 48
    if (digit > 9) return false
    const doubled = (to - i) % 2 === 0 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
