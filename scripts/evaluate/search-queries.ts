import { Converter } from 'opencc-js/cn2t'
import { pinyin } from 'pinyin-pro'
import { wordingsOf } from '../../src/core/lines.ts'
import type { Line } from '../../src/core/pack.ts'
import type { Spelling } from '../../src/core/text/spelling.ts'
import { numbersIn } from '../../src/hearing/numbers.ts'
import { numeralsOf } from '../../src/search/numerals.ts'

/** A query, and whether a text answers it: any that holds the same words does, not only the one that it was made from. */
export interface MadeQuery {
  readonly kind: string
  readonly query: string
  readonly answeredBy: (text: string) => boolean
}

type Chance = () => number

const toTraditional = Converter({ from: 'cn', to: 'tw' })
const HAN = /^\p{Script=Han}+$/u
const NUMBER = /[零一二两三四五六七八九十百千万]+(?=[个天小块元分月年次页条位])|\d+/gu

/** Makes queries of every kind from what lines say, the same for the same chances. */
export function makeQueries(lines: readonly Line[], spelling: Spelling, each: number, chance: Chance): readonly MadeQuery[] {
  const pick = <T>(of: readonly T[]): T => of[Math.floor(chance() * of.length)] as T
  const between = (least: number, most: number) => least + Math.floor(chance() * (most - least + 1))
  const clauses = lines.flatMap(wordingsOf).flatMap((text) => text.replaceAll(/\{[a-z]+\}/g, '，').split(/[^\p{L}\p{N}]+/u))
  const han = clauses.filter((clause) => HAN.test(clause))
  const numbers = clauses.filter((clause) => clause.search(NUMBER) >= 0)
  const english = lines.map(({ purpose }) => purpose.en).filter((text) => text.split(' ').length > 2)
  const soundsLike = new Map<string, string>()
  for (const characters of Object.values(spelling.syllables)) for (const character of characters) soundsLike.set(character, characters)

  const piece = (least: number, most: number): string => {
    const long = han.filter((clause) => clause.length >= least)
    const clause = pick(long)
    const length = Math.min(clause.length, between(least, most))
    const at = between(0, clause.length - length)
    return clause.slice(at, at + length)
  }
  const syllables = (text: string) => pinyin(text, { toneType: 'none', type: 'array', v: true })
  const replaceAt = (text: string, at: number, by: string) => text.slice(0, at) + by + text.slice(at + 1)
  const homophone = (character: string) => pick([...(soundsLike.get(character) ?? character).slice(0, 12)])
  const anyHan = () => pick([...pick(han)])
  const mistype = (text: string, other: () => string): string => {
    const at = between(0, text.length - 2)
    switch (between(0, 3)) {
      case 0:
        return replaceAt(text, at, other())
      case 1:
        return replaceAt(text, at, '')
      case 2:
        return text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2)
      default:
        return text.slice(0, at) + other() + text.slice(at)
    }
  }

  const kinds: Readonly<Record<string, () => Omit<MadeQuery, 'kind'>>> = {
    hanzi: () => whole(piece(4, 8), (text) => text),
    homophones: () => whole(piece(4, 7), (text) => Array.from(text, (each) => (chance() < 0.5 ? homophone(each) : each)).join('')),
    'hanzi with a typo': () => whole(piece(5, 8), (text) => mistype(text, anyHan)),
    pinyin: () => whole(piece(3, 7), (text) => syllables(text).join('')),
    'pinyin, spaced': () => whole(piece(3, 7), (text) => syllables(text).join(' ')),
    'pinyin, unfinished': () => whole(piece(4, 7), (text) => syllables(text).join('').slice(0, -1)),
    'pinyin, unclear sounds': () =>
      whole(piece(4, 7), (text) =>
        syllables(text)
          .map((each) => (chance() < 0.6 ? unclear(each) : each))
          .join(''),
      ),
    'pinyin with a typo': () =>
      whole(piece(4, 7), (text) => mistype(syllables(text).join(''), () => pick([...'abcdefghijklmnopqrstuwxyz']))),
    initials: () => whole(piece(5, 8), (text) => initialsOf(syllables(text))),
    'hanzi and pinyin': () =>
      whole(piece(4, 7), (text) => {
        const at = between(1, text.length - 2)
        const read = syllables(text)
        return chance() < 0.5 ? text.slice(0, at) + read.slice(at).join('') : read.slice(0, at).join('') + text.slice(at)
      }),
    'hanzi and initials': () =>
      whole(piece(5, 8), (text) => {
        const at = between(2, text.length - 2)
        return text.slice(0, at) + initialsOf(syllables(text).slice(at))
      }),
    traditional: () => whole(piece(4, 8), toTraditional),
    'two words in any order': () => {
      const text = pick(han.filter((clause) => clause.length >= 7))
      const [first, second] = [text.slice(0, between(2, 3)), text.slice(-between(2, 3))]
      return { query: chance() < 0.5 ? `${first} ${second}` : `${second} ${first}`, answeredBy: holds(first, second) }
    },
    'numerals the other way': () => {
      const text = pick(numbers)
      const at = text.search(NUMBER)
      const part = text.slice(Math.max(0, at - 2), at + 8)
      return { query: part.replaceAll(NUMBER, otherWay), answeredBy: holds(part) }
    },
    'one or two characters': () => whole(piece(1, 2), (text) => text),
    'one or two letters': () => {
      const letters = initialsOf(syllables(piece(1, 2)))
      return { query: letters, answeredBy: (text) => initialsOf(syllables(text)).includes(letters) }
    },
    'full-width and punctuation': () => whole(piece(5, 8), (text) => `「${text.slice(0, 3)}，${text.slice(3)}！」`),
    ...(english.length > 0
      ? {
          'English purpose': () => {
            const text = pick(english)
            const words = text.split(' ')
            const at = between(0, words.length - 2)
            const part = words.slice(at, at + between(2, 3)).join(' ')
            return { query: part, answeredBy: holds(part) }
          },
        }
      : {}),
  }
  return Object.entries(kinds).flatMap(([kind, make]) => Array.from({ length: each }, () => ({ kind, ...make() })))
}

function whole(text: string, queryOf: (text: string) => string): Omit<MadeQuery, 'kind'> {
  return { query: queryOf(text), answeredBy: holds(text) }
}

/** A syllable as those say and type it who don't tell zh from z, n from l, -ng from -n. */
function unclear(syllable: string): string {
  if (/^[zcs]h/.test(syllable)) return syllable.replace('h', '')
  if (/[aei]ng$/.test(syllable)) return syllable.slice(0, -1)
  if (/^n/.test(syllable)) return syllable.replace('n', 'l')
  if (/[aei]n$/.test(syllable)) return `${syllable}g`
  return syllable
}

/** A number in digits in characters, and the other way about. */
function otherWay(number: string): string {
  if (/\d/.test(number)) return numeralsOf(number)[0] ?? number
  const [value] = numbersIn(number)
  return value === undefined ? number : String(value.value)
}

function initialsOf(syllables: readonly string[]): string {
  return syllables.map((each) => each[0]).join('')
}

/** Whether a text holds all of these words, punctuation left aside. */
function holds(...words: readonly string[]): (text: string) => boolean {
  const plain = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '')
  return (text) => words.every((word) => plain(text.replaceAll(/\{[a-z]+\}/g, '')).includes(plain(word)))
}
