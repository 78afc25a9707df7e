import { charactersOf, isAt } from './characters.ts'

/** A number, and where it stands. */
export interface SpokenNumber {
  readonly value: number
  readonly start: number
  readonly end: number
}

const DIGITS: Readonly<Record<string, number>> = {
  零: 0, 〇: 0, 一: 1, 幺: 1, 壹: 1, 二: 2, 两: 2, 俩: 2, 贰: 2, 三: 3, 仨: 3, 叁: 3, 四: 4, 肆: 4, 五: 5, 伍: 5, 六: 6, 陆: 6, 七: 7, 柒: 7, 八: 8, 捌: 8, 九: 9, 玖: 9,
} // biome-ignore format: one row of digits
const UNITS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000, 万: 10_000, 亿: 100_000_000 }

/** The same by UTF-16 code unit: what a digit is, or -1; what a unit is worth, or 0. Hostile texts are made of numbers. */
const DIGIT_OF = new Int8Array(0x10000).fill(-1)
const WORTH_OF = new Float64Array(0x10000)
for (const [character, digit] of Object.entries(DIGITS)) DIGIT_OF[character.charCodeAt(0)] = digit
for (const [character, worth] of Object.entries(UNITS)) WORTH_OF[character.charCodeAt(0)] = worth

/** Longer than any number that is said; a row of digits beyond it is something else. */
const LONGEST = 24

const WRITTEN = 1
const SPOKEN = 2
/** By UTF-16 code unit: what a number can be made of. */
const KIND = new Uint8Array(0x10000)
for (const character of [...Object.keys(DIGITS), ...Object.keys(UNITS)]) KIND[character.charCodeAt(0)] = SPOKEN
for (const digit of '0123456789') KIND[digit.charCodeAt(0)] = WRITTEN

/**
 * Where the number ends that begins at a place; 0 where none does. What it is worth is worked out by `worthOf`, for most are not asked
 * about.
 */
export function endOfNumeral(text: string, start: number): number {
  const kind = start < text.length ? (KIND[text.charCodeAt(start)] as number) : 0
  if (kind === 0) return 0
  return kind === WRITTEN ? endOfWritten(text, start) : endOfSpoken(text, start)
}

/** Every number of a text, in order; linear in its length. */
export function numbersIn(text: string): SpokenNumber[] {
  const found: SpokenNumber[] = []
  eachNumeral(text, (start, end) => {
    const value = worthOf(text.slice(start, end))
    if (value !== undefined) found.push({ value, start, end })
    return undefined
  })
  return found
}

/**
 * Goes through the numbers of a text, in order.
 *
 * @param visit answers where to go on where it has taken more than the number
 */
export function eachNumeral(text: string, visit: (start: number, end: number) => number | undefined): void {
  for (let i = 0; i < text.length; ) {
    const end = endOfNumeral(text, i)
    if (end === 0) i++
    else i = (end - i <= LONGEST ? visit(i, end) : undefined) ?? end
  }
}

/** 3千, 1.5万. */
const LARGE = charactersOf('百千万亿')

/** 1,280.50 and 1.5万. */
function endOfWritten(text: string, start: number): number {
  let i = endOfKind(text, start, WRITTEN)
  if (i - start <= 3) while (text[i] === ',' && endOfKind(text, i + 1, WRITTEN) === i + 4) i += 4
  if (text[i] === '.') {
    const end = endOfKind(text, i + 1, WRITTEN)
    if (end > i + 1) i = end
  }
  return isAt(LARGE, text, i) ? i + 1 : i
}

/** 一 that is part of a word: 赔三一共. */
const WORD = charactersOf('共直下样般定些起边并')
/** What a price may be for one of. */
const EACH = charactersOf('个年天张月次条')
/** 两三, 三五: with nothing in between they are no 23. */
const RANGE = /^(?:一[两二]|[两二]三|三四|三五|四五|五六|六七|七八|八九)$/u

/** 三百二十 and 三点五. */
function endOfSpoken(text: string, start: number): number {
  let end = endOfKind(text, start, SPOKEN)
  if (end > start + 1 && text[end - 1] === '一' && (isAt(WORD, text, end) || beginsCount(text, end))) end--
  if (text[end] !== '点') return end
  let fraction = end + 1
  while (fraction < text.length && (DIGIT_OF[text.charCodeAt(fraction)] as number) >= 0) fraction++
  return fraction > end + 1 ? fraction : end
}

/** Behind a number that is whole without it, 一 begins the next: 五十九一个月 and 三百一年, but not 二十一个月. */
function beginsCount(text: string, end: number): boolean {
  return isAt(EACH, text, end) && text[end - 2] !== '十' && /[十百千万].|[百千万]$/u.test(text.slice(Math.max(0, end - 3), end - 1))
}

function endOfKind(text: string, start: number, kind: number): number {
  let i = start
  while (i < text.length && KIND[text.charCodeAt(i)] === kind) i++
  return i
}

/**
 * What a numeral is worth; nothing where it is no number, as 百 alone. Of a range it is the upper end: 两三 is 3, 三五百 is 500.
 *
 * @example
 * worthOf('三百二') // 320
 */
export function worthOf(numeral: string): number | undefined {
  if (KIND[numeral.charCodeAt(0)] === WRITTEN) return worthOfWritten(numeral)
  const point = numeral.indexOf('点')
  if (point < 0) return wholeOf(numeral)
  const whole = wholeOf(numeral.slice(0, point))
  if (whole === undefined) return undefined
  return Number(`${whole}.${Array.from(numeral.slice(point + 1), (digit) => DIGITS[digit]).join('')}`)
}

/** 1,280.50 and 1.5万. */
function worthOfWritten(numeral: string): number {
  const large = WORTH_OF[numeral.charCodeAt(numeral.length - 1)] || 1
  const digits = large === 1 ? numeral : numeral.slice(0, -1)
  return Number(digits.includes(',') ? digits.replaceAll(',', '') : digits) * large
}

/** Read digit by digit, as years and codes are: 二零二六. */
function worthOfRow(numeral: string): number | undefined {
  let value = 0
  for (let i = 0; i < numeral.length; i++) {
    const digit = DIGIT_OF[numeral.charCodeAt(i)] as number
    if (digit < 0) return undefined
    value = value * 10 + digit
  }
  return numeral === '' ? undefined : value
}

function wholeOf(numeral: string): number | undefined {
  if (numeral.length === 2 && RANGE.test(numeral)) return DIGITS[numeral[1] as string]
  const row = worthOfRow(numeral)
  if (row !== undefined) return row
  let total = 0
  let section = 0
  let digit: number | undefined
  let last = 1
  for (let i = 0; i < numeral.length; i++) {
    const code = numeral.charCodeAt(i)
    const unit = WORTH_OF[code] as number
    if (unit === 0) {
      digit = DIGIT_OF[code] as number
      // 一千零五: what follows is counted from its own place, not as 一千五 is.
      if (digit === 0) last = 1
      continue
    }
    if (unit >= 10_000) {
      if (section + (digit ?? 0) === 0 && total === 0) return undefined
      total = (total + section + (digit ?? 0)) * unit
      section = 0
    } else {
      if (digit === undefined && unit > 10) return undefined
      section += (digit ?? 1) * unit
    }
    digit = undefined
    last = unit
  }
  // 三百二, 两千五, 一万二: the last digit is short for the place below.
  if (digit) section += last > 1 && last !== 10 ? (digit * last) / 10 : digit
  return total + section
}
