/** A number as it was said, with where it stands. */
export interface SpokenNumber {
  readonly value: number
  readonly start: number
  readonly end: number
  /** Written with digits: 250 is a number by itself, 两百五 only with a unit behind it. */
  readonly digits: boolean
}

const DIGITS: Readonly<Record<string, number>> = {
  零: 0, 〇: 0, 一: 1, 幺: 1, 壹: 1, 二: 2, 两: 2, 俩: 2, 贰: 2, 三: 3, 仨: 3, 叁: 3, 四: 4, 肆: 4, 五: 5, 伍: 5, 六: 6, 陆: 6, 七: 7, 柒: 7, 八: 8, 捌: 8, 九: 9, 玖: 9,
} // biome-ignore format: one row of digits
const UNITS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000, 万: 10_000, 亿: 100_000_000 }
const NUMERAL =
  /(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?[百千万亿]?|[零〇一幺壹二两俩贰三仨叁四肆五伍六陆七柒八捌九玖十拾百佰千仟万亿]+(?:点[零〇一二三四五六七八九]+)?/gu

/**
 * Every number of a text, in order; linear in its length.
 *
 * @example
 * numbersIn('扣了三百二') // [{ value: 320, start: 2, end: 5, digits: false }]
 */
export function numbersIn(text: string): SpokenNumber[] {
  return [...text.matchAll(NUMERAL)].flatMap((match) => {
    const value = worthOf(match[0])
    return value === undefined ? [] : [{ value, start: match.index, end: match.index + match[0].length, digits: /^\d/.test(match[0]) }]
  })
}

/** What a numeral is worth; nothing where it is no number, as 百 alone. */
function worthOf(numeral: string): number | undefined {
  const written = /^([\d,]+(?:\.\d+)?)([百千万亿]?)$/.exec(numeral)
  if (written) return Number((written[1] ?? '').replaceAll(',', '')) * (UNITS[written[2] ?? ''] ?? 1)
  const [whole = '', fraction] = numeral.split('点')
  const value = wholeOf(whole)
  if (value === undefined || fraction === undefined) return value
  return Number(`${value}.${[...fraction].map((digit) => DIGITS[digit]).join('')}`)
}

function wholeOf(numeral: string): number | undefined {
  // Read digit by digit, as years and codes are: 二零二六.
  if (numeral.length > 1 && [...numeral].every((character) => character in DIGITS))
    return Number([...numeral].map((character) => DIGITS[character]).join(''))
  let total = 0
  let section = 0
  let digit: number | undefined
  let last = 1
  for (const character of numeral) {
    const unit = UNITS[character]
    if (unit === undefined) {
      digit = DIGITS[character]
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
