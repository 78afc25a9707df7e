import { NO_SYLLABLE } from './reading.ts'

/** What a letter costs that belongs to no syllable; a syllable costs 1, so few and long ones win. */
const STRAY = 3
const LONGEST = 6

/**
 * Parts letters into syllables, as few as will do; letters that belong to none come as `NO_SYLLABLE`.
 *
 * @param spelled letters of each syllable, by its number
 * @example
 * segment('ninhao', spelled).map((syllable) => spelled[syllable]) // ['nin', 'hao']
 */
export function segment(letters: string, spelled: readonly string[]): readonly number[] {
  const numbers = numbersOf(spelled)
  const costs = new Float32Array(letters.length + 1).fill(Number.POSITIVE_INFINITY)
  const lengths = new Uint8Array(letters.length + 1)
  costs[letters.length] = 0
  for (let at = letters.length - 1; at >= 0; at--) {
    costs[at] = STRAY + (costs[at + 1] as number)
    for (let length = 1; length <= LONGEST && at + length <= letters.length; length++) {
      const cost = 1 + (costs[at + length] as number)
      if (cost > (costs[at] as number) || !numbers.has(letters.slice(at, at + length))) continue
      costs[at] = cost
      lengths[at] = length
    }
  }
  const found: number[] = []
  for (let at = 0; at < letters.length; ) {
    const length = lengths[at] as number
    found.push(numbers.get(letters.slice(at, at + length)) ?? NO_SYLLABLE)
    at += Math.max(1, length)
  }
  return found
}

const known = new WeakMap<readonly string[], ReadonlyMap<string, number>>()

/** Numbers of what stands by itself in pinyin: all syllables of two letters and more, and the vowels that are one. */
function numbersOf(spelled: readonly string[]): ReadonlyMap<string, number> {
  const found =
    known.get(spelled) ??
    new Map(
      spelled.flatMap((letters, number): [string, number][] => (letters.length > 1 || /[aeo]/u.test(letters) ? [[letters, number]] : [])),
    )
  known.set(spelled, found)
  return found
}
