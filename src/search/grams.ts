import { isLatin, type Query } from './query.ts'
import { NO_SYLLABLE, READINGS, type Reading } from './reading.ts'
import { segment } from './segment.ts'
import type { Edge, Units } from './units.ts'

/** A piece of a query, as a number, and how much a text that has it is worth. */
export interface WeightedGram {
  readonly key: number
  readonly weight: number
}

/** What pieces are made of. */
const HAN = 1
const HAN_PAIR = 2
const SOUND = 3
const SOUND_PAIR = 4
const LETTERS = 5
const BEGINNING = 6
const INITIALS = 7
const FIRST_HAN = 8
const FIRST_INITIAL = 9

/** Where a clause or the text begins. */
const BEGINS: ReadonlySet<Edge> = new Set([1, 2])

/** One number for a piece of up to three codes; two pieces seldom share one, and the aligner tells them apart. */
function key(kind: number, a: number, b = 0, c = 0): number {
  let hash = Math.imul(kind, 0x9e3779b1) ^ Math.imul(a + 1, 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35) ^ Math.imul(b + 1, 0x27d4eb2f)
  hash = Math.imul(hash ^ (hash >>> 13), 0x165667b1) ^ Math.imul(c + 1, 0x9e3779b1)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (hash ^ (hash >>> 14)) >>> 0
}

/** Every piece of a text that a query may have: characters, sounds, letters of its pinyin, initials. Some come more than once. */
export function textGrams(reading: Reading, units: Pick<Units, 'codes' | 'edges' | 'optional'>, emit: (key: number) => void): void {
  const all = units.codes.map((_, i) => i)
  sequenceGrams(reading, units, all, emit)
  if (units.optional.includes(true)) {
    const certain = all.filter((i) => !units.optional[i])
    sequenceGrams(reading, units, certain, emit)
  }
}

function sequenceGrams(
  reading: Reading,
  { codes, edges }: Pick<Units, 'codes' | 'edges'>,
  sequence: readonly number[],
  emit: (key: number) => void,
): void {
  const { readings, spelled, alike } = reading
  const codeAt = (i: number) => codes[sequence[i] ?? -1] ?? 0
  const syllableAt = (i: number, nth = 0) => readings[codeAt(i) * READINGS + nth] ?? NO_SYLLABLE
  const lettersAt = (i: number, nth = 0) => spelled[syllableAt(i, nth)] ?? ''
  const initialAt = (i: number, nth = 0) => lettersAt(i, nth).charCodeAt(0)
  letterGrams(sequence.map((_, i) => lettersAt(i)).join(''), emit)

  for (let i = 0; i < sequence.length; i++) {
    const code = codeAt(i)
    const place = edges[sequence[i] ?? -1] ?? 0
    // Within a word of letters nobody begins, and its letters are no initials.
    if (place === 3) continue
    if (edges[sequence[i + 1] ?? -1] === 3) emit(key(BEGINNING, code, codeAt(i + 1)))
    const edge = BEGINS.has(place)
    emit(key(HAN, code))
    if (edge) emit(key(FIRST_HAN, code))
    if (i > 0) emit(key(HAN_PAIR, codeAt(i - 1), code))
    for (let nth = 0; nth < READINGS; nth++) {
      const syllable = syllableAt(i, nth)
      if (syllable === NO_SYLLABLE) break
      const letters = spelled[syllable] ?? ''
      const initial = letters.charCodeAt(0)
      const sound = alike[syllable] ?? 0
      emit(key(SOUND, sound))
      if (letters.length > 1) emit(key(BEGINNING, initial, letters.charCodeAt(1)))
      emit(key(INITIALS, initial))
      if (edge) emit(key(FIRST_INITIAL, initial))
      if (i > 0) {
        emit(key(SOUND_PAIR, alike[syllableAt(i - 1)] ?? 0, sound))
        emit(key(INITIALS, initialAt(i - 1), initial))
        if (i > 1) emit(key(INITIALS, initialAt(i - 2), initialAt(i - 1), initial))
      }
      if (nth === 0) continue
      // A further reading is met by its neighbours' usual ones.
      if (i + 1 < sequence.length) {
        emit(key(SOUND_PAIR, sound, alike[syllableAt(i + 1)] ?? 0))
        emit(key(INITIALS, initial, initialAt(i + 1)))
        if (i > 0) emit(key(INITIALS, initialAt(i - 1), initial, initialAt(i + 1)))
        if (i + 2 < sequence.length) emit(key(INITIALS, initial, initialAt(i + 1), initialAt(i + 2)))
      }
      letterGrams(lettersAt(i - 1) + letters + lettersAt(i + 1), emit)
    }
  }
}

/** Three letters at a time, with what many don't tell apart made the same. */
function letterGrams(letters: string, emit: (key: number) => void): void {
  const folded = foldLetters(letters)
  for (let i = 0; i + 2 < folded.length; i++) emit(key(LETTERS, folded.charCodeAt(i), folded.charCodeAt(i + 1), folded.charCodeAt(i + 2)))
}

/** As `foldSyllable` does, where nobody knows yet where a syllable begins. */
function foldLetters(letters: string): string {
  return letters
    .replaceAll(/([zcs])h/gu, '$1')
    .replaceAll(/([aei])ng/gu, '$1n')
    .replaceAll('n', 'l')
    .replaceAll('v', 'u')
}

/** No syllable begins with these. */
const NEVER_INITIAL = /[iuv]/u
/** How many initials stand together, and what that is worth; single ones count in the shortest queries only. */
const INITIAL_RUNS = [
  [1, 0.2],
  [2, 0.5],
  [3, 1],
] as const

/** The two ways in which letters are read; each finds its own texts. */
export interface QueryGrams {
  readonly asPinyin: readonly WeightedGram[]
  /** Empty when the query has no letters. */
  readonly asInitials: readonly WeightedGram[]
}

/** The pieces of a query by which texts are found. */
export function queryGrams(reading: Reading, { codes, words }: Query): QueryGrams {
  const { readings, spelled, alike } = reading
  const syllable = (code: number) => readings[code * READINGS] ?? NO_SYLLABLE
  const both: WeightedGram[] = []
  const asPinyin: WeightedGram[] = []
  const asInitials: WeightedGram[] = []
  const add = (list: WeightedGram[], weight: number, ...of: Parameters<typeof key>) => list.push({ key: key(...of), weight })

  codes.forEach((code, i) => {
    const before = codes[i - 1]
    if (isLatin(code)) return
    add(both, 0.2, HAN, code)
    if (i === 0) add(both, 0.1, FIRST_HAN, code)
    if (codes.length === 1) add(both, 0.1, SOUND, alike[syllable(code)] ?? 0)
    if (before === undefined || isLatin(before)) return
    add(both, 1, HAN_PAIR, before, code)
    add(both, 0.7, SOUND_PAIR, alike[syllable(before)] ?? 0, alike[syllable(code)] ?? 0)
  })

  if (codes.some(isLatin)) {
    letterGrams(codes.map((code) => spelled[syllable(code)] ?? '').join(''), (letters) => asPinyin.push({ key: letters, weight: 1 }))
    const sounds = soundsOf(reading, codes, words)
    sounds.forEach((sound, i) => {
      const before = sounds[i - 1] ?? NO_SYLLABLE
      if (before !== NO_SYLLABLE && sound !== NO_SYLLABLE) add(asPinyin, 1, SOUND_PAIR, before, sound)
    })
    for (const word of latinWords(codes, words)) {
      const sound = reading.soundOf(word)
      if (sound !== NO_SYLLABLE) add(asPinyin, 0.6, SOUND, sound)
      if (word.length > 1) add(asPinyin, 0.4, BEGINNING, word.charCodeAt(0), word.charCodeAt(1))
    }
    const initials = codes.map((code) => (spelled[syllable(code)] ?? '').charAt(0))
    initials.forEach((initial, i) => {
      if (i === 0) add(asInitials, 0.1, FIRST_INITIAL, initial.charCodeAt(0))
      for (const [length, weight] of INITIAL_RUNS) {
        const run = initials.slice(i + 1 - length, i + 1)
        if (i + 1 < length || (length === 1 && initials.length > 2) || NEVER_INITIAL.test(run.join(''))) continue
        const [first = 0, second, third] = run.map((letter) => letter.charCodeAt(0))
        add(asInitials, weight, INITIALS, first, second, third)
      }
    })
    if (asInitials.length > 1) asInitials.push(...both)
  }
  return { asPinyin: [...both, ...asPinyin], asInitials }
}

/** The sounds that a query is most likely made of; none where letters spell nothing. */
function soundsOf({ readings, alike, spelled }: Reading, codes: readonly number[], words: readonly number[]): readonly number[] {
  const sounds: number[] = []
  let letters = ''
  codes.forEach((code, i) => {
    if (!isLatin(code)) sounds.push(alike[readings[code * READINGS] ?? NO_SYLLABLE] ?? NO_SYLLABLE)
    else {
      letters += String.fromCharCode(code)
      const next = codes[i + 1]
      if (next !== undefined && isLatin(next) && words[i + 1] === words[i]) return
      for (const syllable of segment(letters, spelled)) sounds.push(alike[syllable] ?? NO_SYLLABLE)
      letters = ''
    }
  })
  return sounds
}

/** The runs of letters of a query. */
function latinWords(codes: readonly number[], words: readonly number[]): readonly string[] {
  const found: string[] = []
  codes.forEach((code, i) => {
    if (!isLatin(code)) return
    const letter = String.fromCharCode(code)
    const goesOn = i > 0 && words[i - 1] === words[i] && isLatin(codes[i - 1] ?? Number.NaN)
    if (goesOn) found.push((found.pop() ?? '') + letter)
    else found.push(letter)
  })
  return found
}
