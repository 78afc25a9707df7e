import type { Script } from '../../hearing/script.ts'

/** What speech recognition makes of Mandarin: prepared once for the words of a pack. */
export interface Noise {
  /** Characters by their syllable, with how often each occurs in the pack. */
  readonly bySyllable: ReadonlyMap<string, readonly Weighted[]>
  readonly syllableOf: ReadonlyMap<string, string>
}

interface Weighted {
  readonly character: string
  readonly weight: number
}

/** Even numbers from 0 to below 1, handed in so that the same seed gives the same mistakes. */
export type Chance = () => number

/** A character that no line of the pack holds is still written now and then. */
const UNSEEN = 0.2
/** What happens to a character that is misheard, in parts of a hundred; the rest are homophones. */
const NEAR = 22
const DROPPED = 12
const DOUBLED = 8
const HESITATION = 9
const PARTED = 4
const HESITATIONS = ['呃', '嗯', '那个', '啊', '就是', '这个', '吧']
/** Recognisers write no marks of pauses, or guess them. */
const MARKS = /[，。！？；：、“”‘’…—,!?;]/gu
const DIGITS = '零一二三四五六七八九'

/** Prepares what a recogniser could write for each sound, from the lines of a pack. */
export function makeNoise({ syllables }: Pick<Script, 'syllables'>, lines: Iterable<string>): Noise {
  const often = new Map<string, number>()
  for (const line of lines) for (const character of line) often.set(character, (often.get(character) ?? 0) + 1)
  const syllableOf = new Map<string, string>()
  const bySyllable = new Map<string, Weighted[]>()
  for (const [syllable, characters] of Object.entries(syllables)) {
    for (const character of characters) syllableOf.set(character, syllable)
    bySyllable.set(
      syllable,
      Array.from(characters, (character) => ({ character, weight: (often.get(character) ?? 0) + UNSEEN })),
    )
  }
  return { bySyllable, syllableOf }
}

/**
 * An utterance as a recogniser might write it, at a rate of mistakes for each character: homophones and what sounds nearly the same,
 * characters lost, doubled and put in, digits written the other way, blanks between words, and no marks of pauses. At a rate of 0 it
 * is the utterance as it was given. Words of danger are misheard like any other.
 */
export function withNoise(noise: Noise, text: string, rate: number, chance: Chance): string {
  if (rate === 0) return text
  let heard = ''
  for (const character of text.replaceAll(MARKS, '')) heard += chance() < rate ? misheard(noise, character, chance) : character
  return heard
}

function misheard(noise: Noise, character: string, chance: Chance): string {
  const digit = otherDigit(character)
  // 3 for 三 is no mistake of hearing, and as frequent as all others together where there are digits.
  if (digit && (/\d/.test(character) || chance() < 0.5)) return digit
  let part = chance() * 100
  const falls = (share: number) => {
    part -= share
    return part < 0
  }
  if (falls(DROPPED)) return ''
  if (falls(DOUBLED)) return character + character
  if (falls(HESITATION)) return (HESITATIONS[Math.floor(chance() * HESITATIONS.length)] as string) + character
  if (falls(PARTED)) return ` ${character}`
  const syllable = noise.syllableOf.get(character)
  if (syllable === undefined) return character
  if (falls(NEAR)) {
    const near = soundsNear(syllable).filter((each) => noise.bySyllable.has(each))
    const other = near[Math.floor(chance() * near.length)]
    if (other !== undefined) return pick(noise.bySyllable.get(other) ?? [], character, chance)
  }
  return pick(noise.bySyllable.get(syllable) ?? [], character, chance)
}

/** Another character, the more likely the more often it occurs; the same where no other one sounds like that. */
function pick(among: readonly Weighted[], not: string, chance: Chance): string {
  const others = among.filter(({ character }) => character !== not)
  let at = chance() * others.reduce((sum, { weight }) => sum + weight, 0)
  for (const { character, weight } of others) {
    at -= weight
    if (at < 0) return character
  }
  return not
}

function otherDigit(character: string): string | undefined {
  if (/\d/.test(character)) return DIGITS[Number(character)]
  const digit = DIGITS.indexOf(character)
  return digit < 0 ? undefined : String(digit)
}

/** Syllables that half the country, and many microphones, do not tell apart: zh/z, n/l, ng/n, f/h, r/l. */
function soundsNear(syllable: string): string[] {
  const near: string[] = []
  if (/^[zcs]h/.test(syllable)) near.push(syllable.replace('h', ''))
  else if (/^[zcs]/.test(syllable)) near.push(`${syllable[0]}h${syllable.slice(1)}`)
  if (/^n/.test(syllable)) near.push(`l${syllable.slice(1)}`)
  if (/^l/.test(syllable)) near.push(`n${syllable.slice(1)}`, `r${syllable.slice(1)}`)
  if (/^r/.test(syllable)) near.push(`l${syllable.slice(1)}`)
  if (/^hu./.test(syllable)) near.push(`f${syllable.slice(2)}`)
  if (syllable === 'hu') near.push('fu')
  if (/^f/.test(syllable)) near.push(syllable === 'fu' ? 'hu' : `hu${syllable.slice(1)}`)
  if (/[aei]ng$/.test(syllable)) near.push(syllable.slice(0, -1))
  else if (/[aei]n$/.test(syllable)) near.push(`${syllable}g`)
  return near
}
