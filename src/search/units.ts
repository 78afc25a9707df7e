import { IN_DIGITS, numeralsOf } from './numerals.ts'
import type { Reading } from './reading.ts'

/** What a text is compared by: its characters, without whatever nobody types. All arrays are of one length. */
export interface Units {
  /** Code of each character. */
  readonly codes: readonly number[]
  /** Where each begins and ends in the text as it was given. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  /** What begins with it. */
  readonly edges: readonly Edge[]
  /** Whether it may be left out, as the words of a slot that is filled otherwise. */
  readonly optional: readonly boolean[]
}

/** Nothing, a clause or word, or the whole text; 3 stands within a word of letters, where nobody begins. */
export type Edge = 0 | 1 | 2 | 3

/** The words that stand in a slot while nothing is known, by its id. */
export type SlotWords = Readonly<Record<string, string>>

const SLOT = /\{([a-z]+)\}/gu
const HAN = /\p{Script=Han}/u
const KEPT = /[\p{L}\p{N}]/u
const LETTER = /[a-z]/u
const MARKS = /\p{M}/gu

/** A piece of a text that is compared by other words. */
interface Replaced {
  readonly start: number
  readonly end: number
  readonly words: string
  readonly optional: boolean
}

/**
 * The forms of a text that a query may meet: as it is written, and once more for each way to say its numbers.
 *
 * @example
 * unitsOf(reading, {}, '48小时内') // 48小时内, 四十八小时内, 四八小时内
 */
export function unitsOf(reading: Reading, slots: SlotWords, text: string): readonly Units[] {
  const filled = [...text.matchAll(SLOT)].map(
    (found): Replaced => ({ ...placeOf(found), words: slots[found[1] ?? ''] ?? '', optional: true }),
  )
  const numbers = [...text.matchAll(IN_DIGITS)].map((found) => ({ ...placeOf(found), said: numeralsOf(found[0]) }))
  const ways = Math.max(0, ...numbers.map(({ said }) => said.length))
  const forms = [read(reading, text, filled)]
  for (let way = 0; way < ways; way++) {
    const said = numbers.map(({ start, end, said }) => ({ start, end, words: said[way] ?? said[0] ?? '', optional: false }))
    forms.push(
      read(
        reading,
        text,
        [...filled, ...said].sort((a, b) => a.start - b.start),
      ),
    )
  }
  return forms
}

function placeOf({ index, 0: words }: RegExpExecArray): { readonly start: number; readonly end: number } {
  return { start: index, end: index + words.length }
}

function read(reading: Reading, text: string, replaced: readonly Replaced[]): Units {
  const units = { codes: [] as number[], starts: [] as number[], ends: [] as number[], edges: [] as Edge[], optional: [] as boolean[] }
  let edge = 2 as Edge
  let inWord = false
  const take = (character: string, start: number, end: number, optional: boolean) => {
    for (const form of keptOf(character)) {
      units.codes.push(reading.codeOf(form))
      units.starts.push(start)
      units.ends.push(end)
      units.edges.push(edge === 0 && LETTER.test(form) && inWord ? 3 : edge)
      inWord = LETTER.test(form)
      units.optional.push(optional)
      // What may be left out keeps the edge for what comes behind it as well.
      edge = optional ? edge : 0
    }
  }
  let next = 0
  for (let at = 0; at < text.length; ) {
    const piece = replaced[next]
    if (piece && piece.start === at) {
      for (const character of piece.words) take(character, piece.start, piece.end, piece.optional)
      next++
      at = piece.end
      continue
    }
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
    if (KEPT.test(character)) take(character, at, at + character.length, false)
    else if (edge === 0) {
      edge = 1
      inWord = false
    }
    at += character.length
  }
  return units
}

/**
 * The letters, digits and characters that one character stands for: full-width forms become narrow, tone marks go, ü is typed v.
 * One at a time, because normalising a whole text moves what comes after.
 */
export function keptOf(character: string): readonly string[] {
  const found = kept.get(character) ?? keep(character)
  kept.set(character, found)
  return found
}

const kept = new Map<string, readonly string[]>()

function keep(character: string): readonly string[] {
  const folded = character.normalize('NFKC').toLowerCase()
  const plain = HAN.test(folded)
    ? folded
    : folded
        .replaceAll(/[üǖǘǚǜ]/gu, 'v')
        .normalize('NFD')
        .replace(MARKS, '')
  // A letter outside the basic plane is kept by a stand-in, so that every unit is one code.
  return Array.from(plain).flatMap((form) => (KEPT.test(form) ? [form.length === 1 ? form : '\u{fffd}'] : []))
}
