import { IN_DIGITS, numeralsOf } from './numerals.ts'
import type { Reading } from './reading.ts'
import { keptOf } from './units.ts'

/** A query as it is compared. All arrays are of one length. */
export interface Query {
  readonly codes: readonly number[]
  /** Which of the query's words each symbol stands in. */
  readonly words: readonly number[]
}

/** What is longer was pasted; its beginning finds the line. */
const LONGEST = 64

const SLOT = /\{[a-z]+\}/gu
/** Pinyin with its tones as digits: ni3hao3. */
const TONES = /\b(?:[a-zü]+[1-5])+\b/giu

/** Whether a code is that of a letter or digit. */
export function isLatin(code: number): boolean {
  return code < 0x80
}

/** How much a symbol says: a character more than a letter, of which a syllable takes two or three. */
export function weightOf(code: number): number {
  return isLatin(code) ? 0.45 : 1
}

/** The forms in which a query is looked for: as it was typed, and once more for each way to say its numbers. */
export function queriesOf(reading: Reading, typed: string): readonly Query[] {
  const text = typed
    .slice(0, 4 * LONGEST)
    .replace(SLOT, ' ')
    .replace(TONES, (syllables) => syllables.replace(/[1-5]/gu, ' '))
  const written = read(reading, text)
  if (written.codes.length === 0) return []
  const narrow = text.normalize('NFKC')
  const ways = [0, 1].map((way) =>
    narrow.replace(IN_DIGITS, (digits) => {
      const said = numeralsOf(digits)
      return said[way] ?? said[0] ?? digits
    }),
  )
  return [written, ...[...new Set(ways)].filter((way) => way !== narrow).map((way) => read(reading, way))]
}

function read(reading: Reading, text: string): Query {
  const codes: number[] = []
  const words: number[] = []
  let word = 0
  let parted = false
  for (const character of text) {
    const forms = keptOf(character)
    if (forms.length === 0) parted = true
    for (const form of forms) {
      if (codes.length === LONGEST) return { codes, words }
      if (parted && codes.length > 0) word++
      parted = false
      codes.push(reading.codeOf(form))
      words.push(word)
    }
  }
  return { codes, words }
}
