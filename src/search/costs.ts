import { isLatin, type Query } from './query.ts'
import { foldSyllable, NO_SYLLABLE, READINGS, type Reading } from './reading.ts'

/** What it costs when a query and a text differ, in characters. The text means nothing by itself: only the order of costs counts. */
export const COST = {
  /** To begin within a clause, at the beginning of one, of the text, within a word of letters: people remember how a line begins. */
  from: [0.03, 0.01, 0, 0.5],
  sameSound: 0.25,
  likeSound: 0.35,
  other: 0.9,
  swapped: 0.8,
  /** The query leaves out a character of the text, or has one too many. */
  leftOut: 0.55,
  extra: 0.9,
  extraLetter: 0.6,
  /** By a reading of the character that is not its usual one. */
  rareReading: 0.12,
  /** What stands in a slot may be anything. */
  slot: 0.02,
  likeSpelling: 0.15,
  initial: 0.08,
  doubleInitial: 0.05,
  /** The beginning of a syllable, at the end of what was typed and before it. */
  unfinished: 0.04,
  cutShort: 0.25,
} as const

/** A mistake in a syllable of so many letters; the shorter, the less is left of it. */
const MISTYPED = [1, 1, 0.9, 0.7, 0.6, 0.6, 0.6]
/** No syllable is longer. */
const LONGEST_SYLLABLE = 6
/** Pieces of pinyin that are remembered between queries: what is typed grows by one letter at a time. */
const REMEMBERED = 4000

/** A syllable that a piece of a query may stand for, and what that costs, in one number: thousands of them are made for each query. */
type Sense = number
/** Costs are told apart in hundredths, and none is as much as ten characters. */
const FINE = 100
const MOST = 10 * FINE

function sense(syllable: number, cost: number): Sense {
  return syllable * MOST + Math.round(cost * FINE)
}

function syllableOf(of: Sense): number {
  return Math.floor(of / MOST)
}

function costOf(of: Sense): number {
  return (of % MOST) / FINE
}

/** A query as the aligner goes through it: its symbols, and by syllable of the text the pieces of it that may stand for that. */
export interface Pattern {
  readonly symbols: number
  /** Code that must be met, of a character; letters have none. */
  readonly codes: Uint16Array
  /** Cost of passing over each symbol. */
  readonly extra: Float32Array
  /** Pieces of a syllable, at `firsts[syllable]` up to `firsts[syllable + 1]` of the three below. */
  readonly firsts: Uint16Array
  readonly begins: Uint8Array
  readonly lengths: Uint8Array
  readonly costs: Float32Array
}

/** Works out what the symbols of a query may stand for. */
export interface Costs {
  /** @param mistyped whether a letter may be wrong, missing, doubled or swapped */
  readonly patternOf: (query: Query, mistyped: boolean) => Pattern
}

export function costsOf(reading: Reading): Costs {
  const { readings, spelled, alike } = reading
  const bySound = new Map<number, readonly Sense[]>()
  const byLetters = new Map<string, readonly Sense[]>()
  const { whole, begun } = spellingsOf(spelled)
  const byRemnant = remnantsOf(spelled)

  /** A character is also met by those that sound the same. */
  function soundSenses(code: number): readonly Sense[] {
    const known = bySound.get(code)
    if (known) return known
    const senses: Sense[] = []
    for (let nth = 0; nth < READINGS; nth++) {
      const own = readings[code * READINGS + nth] ?? NO_SYLLABLE
      if (own === NO_SYLLABLE) break
      spelled.forEach((_, syllable) => {
        if (syllable !== NO_SYLLABLE && alike[syllable] === alike[own])
          senses.push(sense(syllable, syllable === own ? COST.sameSound : COST.likeSound))
      })
    }
    bySound.set(code, senses)
    return senses
  }

  function letterSenses(letters: string, ends: boolean, mistyped: boolean): readonly Sense[] {
    const name = `${letters}${ends ? '.' : ''}${mistyped ? '~' : ''}`
    const known = byLetters.get(name)
    if (known) return known
    const senses: Sense[] = [...(whole.get(letters) ?? [])]
    for (const each of begun.get(letters) ?? []) senses.push(sense(syllableOf(each), ends ? COST.unfinished : COST.cutShort))
    if (mistyped && letters.length > 1) {
      const tried = new Set<number>()
      for (const remnant of remnants(letters)) {
        for (const syllable of byRemnant.get(remnant) ?? []) {
          if (tried.has(syllable)) continue
          tried.add(syllable)
          const correct = spelled[syllable] ?? ''
          if (letters !== correct && oneMistake(letters, correct)) senses.push(sense(syllable, MISTYPED[correct.length] ?? 1))
        }
      }
    }
    if (byLetters.size >= REMEMBERED) byLetters.clear()
    byLetters.set(name, senses)
    return senses
  }

  return {
    patternOf: ({ codes, words }, mistyped) => {
      const pieces: Piece[] = []
      codes.forEach((code, begin) => {
        if (!isLatin(code)) {
          pieces.push({ begin, length: 1, senses: soundSenses(code) })
          return
        }
        let letters = ''
        for (let end = begin; end < codes.length && letters.length <= LONGEST_SYLLABLE; end++) {
          const next = codes[end] ?? 0
          if (!isLatin(next) || words[end] !== words[begin]) break
          letters += String.fromCharCode(next)
          const ends = end + 1 === codes.length || words[end + 1] !== words[begin] || !isLatin(codes[end + 1] ?? 0)
          pieces.push({ begin, length: letters.length, senses: letterSenses(letters, ends, mistyped) })
        }
      })
      return {
        symbols: codes.length,
        codes: Uint16Array.from(codes, (code) => (isLatin(code) ? 0 : code)),
        extra: Float32Array.from(codes, (code) => (isLatin(code) ? COST.extraLetter : COST.extra)),
        ...bySyllable(pieces, spelled.length),
      }
    },
  }
}

/** A piece of a query, and what it may stand for. */
interface Piece {
  readonly begin: number
  readonly length: number
  readonly senses: readonly Sense[]
}

function bySyllable(pieces: readonly Piece[], syllables: number): Pick<Pattern, 'firsts' | 'begins' | 'lengths' | 'costs'> {
  const firsts = new Uint16Array(syllables + 1)
  for (const { senses } of pieces) {
    for (const each of senses) {
      const after = syllableOf(each) + 1
      firsts[after] = (firsts[after] as number) + 1
    }
  }
  for (let syllable = 0; syllable < syllables; syllable++)
    firsts[syllable + 1] = (firsts[syllable + 1] as number) + (firsts[syllable] as number)
  const free = firsts.slice()
  const size = firsts[syllables] as number
  const [begins, lengths, costs] = [new Uint8Array(size), new Uint8Array(size), new Float32Array(size)]
  for (const { begin, length, senses } of pieces) {
    for (const each of senses) {
      const syllable = syllableOf(each)
      const at = free[syllable] as number
      free[syllable] = at + 1
      begins[at] = begin
      lengths[at] = length
      costs[at] = costOf(each)
    }
  }
  return { firsts, begins, lengths, costs }
}

/** By how letters may be typed: the syllables that they may stand for, and at what cost. */
type Spellings = ReadonlyMap<string, readonly Sense[]>

/** Every way to spell the syllables without a mistake: whole, by their beginning, or as those do who don't tell zh from z. */
function spellingsOf(spelled: readonly string[]): { readonly whole: Spellings; readonly begun: Spellings } {
  const whole = new Map<string, Sense[]>()
  const begun = new Map<string, Sense[]>()
  const add = (to: typeof whole, letters: string, syllable: number, cost: number) => {
    const list = to.get(letters)
    if (list) list.push(sense(syllable, cost))
    else to.set(letters, [sense(syllable, cost)])
  }
  const alike = new Map<string, string[]>()
  for (const letters of spelled) {
    if (letters.length < 2) continue
    alike.set(foldTyped(letters), [...(alike.get(foldTyped(letters)) ?? []), letters])
  }
  spelled.forEach((letters, syllable) => {
    if (letters === '') return
    add(whole, letters, syllable, 0)
    if (letters.length === 1) return
    add(whole, letters.charAt(0), syllable, COST.initial)
    for (let end = 2; end < letters.length; end++) {
      const beginning = letters.slice(0, end)
      if (/^[zcs]h$/u.test(beginning)) add(whole, beginning, syllable, COST.doubleInitial)
      else add(begun, beginning, syllable, 1)
    }
    for (const like of spellingsLike(letters, alike.get(foldTyped(letters)) ?? [])) add(whole, like, syllable, COST.likeSpelling)
  })
  return { whole, begun }
}

/** Other spellings that sound the same to many: those of other syllables, and such as lue for lve that no syllable has. */
function spellingsLike(letters: string, alike: readonly string[]): ReadonlySet<string> {
  const like = new Set([...alike, foldTyped(letters), letters.replace('v', 'u')])
  like.delete(letters)
  return like
}

function foldTyped(letters: string): string {
  return foldSyllable(letters).replace('v', 'u')
}

/** Syllables by themselves and by what is left of them without one letter: what shares an entry is a mistake apart at most. */
function remnantsOf(spelled: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>()
  spelled.forEach((letters, syllable) => {
    if (letters.length < 2) return
    for (const remnant of new Set(remnants(letters))) found.set(remnant, [...(found.get(remnant) ?? []), syllable])
  })
  return found
}

function remnants(letters: string): readonly string[] {
  const found = [letters]
  for (let i = 0; i < letters.length; i++) found.push(letters.slice(0, i) + letters.slice(i + 1))
  return found
}

/** Whether one letter is wrong, missing or too many, or two neighbours are swapped. */
function oneMistake(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let same = 0
  while (same < a.length && same < b.length && a[same] === b[same]) same++
  if (a.length > b.length) return a.slice(same + 1) === b.slice(same)
  if (a.length < b.length) return a.slice(same) === b.slice(same + 1)
  if (a.slice(same + 1) === b.slice(same + 1)) return true
  return a[same] === b[same + 1] && a[same + 1] === b[same] && a.slice(same + 2) === b.slice(same + 2)
}
