import type { Spelling } from '../core/text/spelling.ts'

/** Syllables have numbers; this one is none. Letters and digits are syllables of one letter. */
export const NO_SYLLABLE = 0
/** How many readings of one character are known at most. */
export const READINGS = 3

/** What Latin letters a text is typed with, beside those of syllables. */
const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'
/** Two ways to say the same number, and the tail of 这儿 as it is typed. */
const SAME_NUMBER = ['二两', '一幺']
const FURTHER: Readonly<Record<string, string>> = { 二: 'liang', 两: 'er', 一: 'yao', 幺: 'yi', 儿: 'r' }

/** A spelling, ready to be asked. */
export interface Reading {
  /** The code by which characters are compared: Simplified, numbers of two names under one. */
  readonly codeOf: (character: string) => number
  /** Number of the nth reading of a character, at `code * READINGS + n`. */
  readonly readings: Uint16Array
  /** Letters of each syllable, by its number. */
  readonly spelled: readonly string[]
  /** The same number for syllables that half the country does not tell apart. */
  readonly alike: Uint16Array
  /** The number in `alike` of letters that spell a syllable, perhaps as those do who don't tell such apart. */
  readonly soundOf: (letters: string) => number
}

/** Prepares a spelling once, for every text and query that follows. */
export function readingOf({ syllables, also, traditional }: Spelling): Reading {
  const numbers = new Map<string, number>()
  const spelled = ['']
  const numberOf = (letters: string): number => {
    const known = numbers.get(letters)
    if (known !== undefined) return known
    numbers.set(letters, spelled.length)
    return spelled.push(letters) - 1
  }
  const readings = new Uint16Array(0x10000 * READINGS)
  const add = (character: string, letters: string) => {
    const first = character.charCodeAt(0) * READINGS
    const free = readings.subarray(first, first + READINGS).indexOf(NO_SYLLABLE)
    if (free >= 0) readings[first + free] = numberOf(letters)
  }
  for (const letter of LETTERS) add(letter, letter)
  for (const [letters, characters] of Object.entries(syllables)) for (const character of characters) add(character, letters)
  for (const [character, letters] of Object.entries(FURTHER)) add(character, letters)
  for (const [letters, characters] of Object.entries(also)) for (const character of characters) add(character, letters)

  const folds = new Map<string, number>()
  const alike = Uint16Array.from(spelled, (letters, number) => {
    const fold = letters.length === 1 ? letters : foldSyllable(letters)
    if (!folds.has(fold)) folds.set(fold, number)
    return folds.get(fold) ?? number
  })

  const simplified = new Map<string, string>()
  for (let i = 0; i + 1 < traditional.length; i += 2) simplified.set(traditional[i] ?? '', traditional[i + 1] ?? '')
  for (const [first = '', second = ''] of SAME_NUMBER) simplified.set(second, first)
  const codeOf = (character: string) => (simplified.get(character) ?? character).charCodeAt(0)
  const soundOf = (letters: string) => (letters.length === 1 ? NO_SYLLABLE : (folds.get(foldSyllable(letters)) ?? NO_SYLLABLE))
  return { codeOf, readings, spelled, alike, soundOf }
}

/** Differences that half the country does not make: zh/z, ch/c, sh/s, n/l, -ng/-n. */
export function foldSyllable(letters: string): string {
  return letters
    .replace(/^([zcs])h/, '$1')
    .replace(/^n/, 'l')
    .replace(/([aei])ng$/, '$1n')
}
