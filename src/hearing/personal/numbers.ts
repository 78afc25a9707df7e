import { type DigitRuns, DOUBTFUL, digitRuns, PIECE, RUN, repeatedDigitRuns } from './digit-runs.ts'
import { isIdNumber, isLandline, isMobile, passesLuhn } from './number-shapes.ts'
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
  if (repeated.length === 0) return plain
  const found = [...plain, ...repeated].sort((a, b) => a.start - b.start)
  // What was found as it stands is more certain than what was found by counting zeros.
  const taken = new Set(plain)
  return found.filter((each, i) => taken.has(each) || !(overlap(each, found[i - 1]) || overlap(each, found[i + 1])))
}

function overlap(one: Personal, other: Personal | undefined): boolean {
  return other !== undefined && one.start < other.end && other.start < one.end
}

function inRuns(text: string, runs: DigitRuns): Personal[] {
  const found: Personal[] = []
  const { count, mark } = runs
  for (let from = 0; from < count; ) {
    let to = from + 1
    while (to < count && ((mark[to] as number) & RUN) === 0) to++
    if (to - from >= SHORTEST) inRun(text, runs, from, to, found)
    from = to
  }
  return found
}

function inRun(text: string, runs: DigitRuns, from: number, to: number, found: Personal[]): void {
  const { mark, start, end } = runs
  let called = calledBefore(text, start[from] as number)
  for (let i = from; i + SHORTEST <= to; ) {
    const hit = longest(runs, i, to, called, text)
    if (hit) found.push(withSign(text, { kind: hit.kind, start: start[i] as number, end: end[hit.to - 1] as number }))
    i = hit ? hit.to : i + 1
    while (i < to && ((mark[i] as number) & PIECE) === 0) i++
    called = undefined
  }
}

/** The longest number that begins with a piece; people part the same number in many ways. */
function longest(
  { digit, mark, start }: DigitRuns,
  from: number,
  runEnd: number,
  called: Called | undefined,
  text: string,
): { readonly kind: PersonalKind; readonly to: number } | undefined {
  const abroad = isSign(text[(start[from] as number) - 1])
  let found: { readonly kind: PersonalKind; readonly to: number } | undefined
  let named: typeof found
  for (let to = Math.min(runEnd, from + LONGEST); to - from >= SHORTEST; to--) {
    if (to < runEnd && ((mark[to] as number) & PIECE) === 0) continue
    const kind = kindOf(digit, from, to, called, abroad)
    if (kind) found = { kind, to }
    if (kind && ((mark[to - 1] as number) & DOUBTFUL) === 0) break
    const asNamed = called && asCalled(called, to - from, digit[from] as number)
    if (asNamed) named ??= { kind: asNamed, to }
  }
  return found ?? named
}

/** What the digits from a place to before another one are. */
function kindOf(digit: Uint8Array, from: number, to: number, called: Called | undefined, abroad: boolean): PersonalKind | undefined {
  const length = to - from
  const first = digit[from] as number
  if (length < 10) return undefined
  if (isMobile(digit, from, to)) return 'mobile'
  if ((length === 18 || length === 15) && isIdNumber(digit, from, to)) return 'id-number'
  if (
    length >= 16 &&
    first >= 3 &&
    first !== 7 &&
    first !== 8 &&
    called !== 'serial' &&
    called !== 'id-number' &&
    passesLuhn(digit, from, to)
  )
    return 'bank-card'
  return isLandline(digit, from, to, abroad) ? 'landline' : undefined
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
  while (isSign(text[from - 1]) || text[from - 1] === '(' || text[from - 1] === '（') from--
  return { kind, start: from, end }
}

function isSign(character: string | undefined): boolean {
  return character === '+' || character === '＋'
}
