import type { Personal, PersonalKind } from './personal.ts'

const PROVINCE = '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]'
const LETTER = '[A-HJ-NP-Za-hj-np-z]'
const DIGIT = '[\\d零〇一二三四五六七八九幺洞拐]'
const EITHER = `(?:${LETTER}|${DIGIT})`
const GAP = '[\\s·•.\\-—－，,]?'
/** GA 36: five places, six on the plates of electric cars, and a character at the end of some that serve a purpose. */
const REST = `(?:[DFdf]${GAP}${EITHER}${DIGIT}{4}|${DIGIT}{5}[DFdf]|${EITHER}{4}[学警港澳挂领]|${EITHER}{5}|${EITHER}{2,3}[\\s，,]${EITHER}{2,3})(?![A-Za-z\\d])`
const PLATE = new RegExp(`${PROVINCE}${LETTER}${GAP}${REST}`, 'gu')
/** 车牌B12345: without its province a plate is one only by its name. */
const CALLED_PLATE = new RegExp(`(?<=车牌号?码?(?:是|为|：|:)?\\s?)${LETTER}${GAP}${REST}`, 'gu')

/** Travel papers have no checksum that counts, so that only their name tells them from a code. */
const PASSPORT =
  /(?<=(?:护照|通行证|回乡证|台胞证|居留证|居住证|居留身份证)(?:号码?)?(?:是|为|：|:)?\s?)(?:[A-Za-z]{1,2}\s?\d{7,10}|[A-Za-z]{3}\d{12}|\d{8}(?!\d))/gu

/** Plates of cars. */
export function platesIn(text: string): Personal[] {
  const called = text.includes('车牌') ? matches(text, CALLED_PLATE, 'plate') : []
  return [...matches(text, PLATE, 'plate'), ...called].filter(({ start, end }) =>
    /[\d零〇一二三四五六七八九幺洞拐]/u.test(text.slice(start + 1, end)),
  )
}

/** Numbers of passports, and of permits between the mainland, Hong Kong, Macau and Taiwan. */
export function passportsIn(text: string): Personal[] {
  return text.includes('照') || text.includes('证') ? matches(text, PASSPORT, 'passport') : []
}

function matches(text: string, pattern: RegExp, kind: PersonalKind): Personal[] {
  return Array.from(text.matchAll(pattern), ({ index, 0: { length } }) => ({ kind, start: index, end: index + length }))
}
