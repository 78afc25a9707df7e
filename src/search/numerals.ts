const DIGITS = '零一二三四五六七八九'
const PLACES = ['', '十', '百', '千']
/** Ten thousands and their squares; what is longer is a code and is read digit by digit. */
const MYRIADS = ['', '万', '亿']

/** A number in digits, as a text has it: 48, 3.5, 30%, 1,200. */
export const IN_DIGITS = /\d+(?:,\d{3})*(?:\.\d+)?[%％]?/gu

/**
 * How a number in digits is said: by its value, and digit by digit as codes and years are.
 *
 * @example
 * numeralsOf('48') // ['四十八', '四八']
 * numeralsOf('30%') // ['百分之三十', '百分之三零']
 */
export function numeralsOf(digits: string): readonly string[] {
  const [, whole = '', fraction = '', percent] = /^([\d,]+)(?:\.(\d+))?([%％])?$/u.exec(digits) ?? []
  const plain = whole.replaceAll(',', '')
  const before = percent ? '百分之' : ''
  const after = fraction ? `点${oneByOne(fraction)}` : ''
  const valued = /^(?:0|[1-9]\d{0,11})$/u.test(plain) ? [byValue(plain)] : []
  return [...new Set([...valued, oneByOne(plain)].map((said) => before + said + after))]
}

function oneByOne(digits: string): string {
  return Array.from(digits, (digit) => DIGITS[Number(digit)] ?? '').join('')
}

function byValue(digits: string): string {
  if (Number(digits) === 0) return '零'
  const groups = digits.match(/\d{1,4}(?=(?:\d{4})*$)/gu) ?? []
  const said = groups.map((group, i) => {
    const value = Number(group)
    if (value === 0) return '零'
    return underMyriad(i === 0 ? String(value) : group) + (MYRIADS[groups.length - 1 - i] ?? '')
  })
  return said.join('').replace(/零+/gu, '零').replace(/零$/u, '').replace(/^一十/u, '十')
}

/** Up to four digits, leading zeros included: 0805 is 零八百零五. */
function underMyriad(digits: string): string {
  return Array.from(digits, (digit, i) => {
    const place = PLACES[digits.length - 1 - i] ?? ''
    return digit === '0' ? '零' : (DIGITS[Number(digit)] ?? '') + place
  })
    .join('')
    .replace(/零+/gu, '零')
    .replace(/(?<=.)零$/u, '')
}
