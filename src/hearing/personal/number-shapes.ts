import { X } from './digit-runs.ts'

/** The number that some digits make. */
function numberAt(digit: Uint8Array, from: number, length: number): number {
  let value = 0
  for (let i = from; i < from + length; i++) value = value * 10 + (digit[i] as number)
  return value
}

/** Behind the country, if it is told: 86, 0086, or the 0 of a long-distance call. */
function withoutCountry(digit: Uint8Array, from: number, to: number): number {
  if (digit[from] === 8 && to - from === 13 && numberAt(digit, from, 2) === 86) return from + 2
  if (digit[from] !== 0) return from
  return to - from === 15 && numberAt(digit, from, 4) === 86 ? from + 4 : from + 1
}

/** Eleven digits from 13 on, with the country before them or without. */
export function isMobile(digit: Uint8Array, from: number, to: number): boolean {
  const own = withoutCountry(digit, from, to)
  return to - own === 11 && digit[own] === 1 && (digit[own + 1] as number) >= 3 && digit[to - 1] !== X
}

/** An area code and what follows it: 010 and 02x, or three digits from 03xx on. */
export function isLandline(digit: Uint8Array, from: number, to: number, abroad: boolean): boolean {
  const country = abroad && numberAt(digit, from, 2) === 86 ? 2 : numberAt(digit, from, 4) === 86 ? 4 : 0
  if (country === 0 && digit[from] !== 0) return false
  const area = from + (country || 1)
  const length = digit[area] === 2 || numberAt(digit, area, 2) === 10 ? 2 : (digit[area] as number) >= 3 ? 3 : 0
  const own = to - area - length
  return length > 0 && (own === 7 || own === 8) && digit[area + length] !== 0 && digit[to - 1] !== X
}

/** GB 2260: the first two digits of those who were registered in a province. */
const PROVINCES = new Set([
  11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82,
  83,
])

/** GB 11643: of eighteen digits seventeen weigh in, and the last one checks; the old ones of fifteen have no check. */
export function isIdNumber(digit: Uint8Array, from: number, to: number): boolean {
  if (!PROVINCES.has(numberAt(digit, from, 2))) return false
  if (to - from === 15) return isDay(digit, from + 8) && digit[to - 1] !== X
  const century = numberAt(digit, from + 6, 2)
  if (century < 18 || century > 20 || !isDay(digit, from + 10)) return false
  let sum = 0
  for (let i = 0; i < 17; i++) sum += (digit[from + i] as number) * (2 ** (17 - i) % 11)
  return '10X98765432'[sum % 11] === (digit[to - 1] === X ? 'X' : String(digit[to - 1]))
}

/** Whether four digits are a month and a day. */
function isDay(digit: Uint8Array, from: number): boolean {
  const month = numberAt(digit, from, 2)
  const day = numberAt(digit, from + 2, 2)
  return month >= 1 && month <= 12 && day >= 1 && day <= 31
}

/** ISO/IEC 7812-1: every second digit from the right counts twice. */
export function passesLuhn(digit: Uint8Array, from: number, to: number): boolean {
  let sum = 0
  for (let i = to - 1; i >= from; i--) {
    const own = digit[i] as number
    if (own === X) return false
    const doubled = (to - i) % 2 === 0 ? own * 2 : own
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
