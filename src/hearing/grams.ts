import type { Clean } from './clean.ts'

/** A piece of an utterance that a linear model may have a weight for. */
export interface Gram {
  /** Characters, sounds (which are characters of their own range), or a group of words as `#name`. */
  readonly gram: string
  /** Index of its first character in the clean text. */
  readonly start: number
  readonly length: number
}

/** Marks the beginning and the end of an utterance: 不用了 alone is another thing than within a sentence. */
const EDGE = '·'

/** Names concepts by all the words that people have for them, which single characters know nothing of. */
export type WordGroups = ReadonlyMap<string, readonly string[]>

/** The longest word that is looked for. */
const LONGEST = 8

/** Word groups by word, from each group's words. */
export function wordGroups(groups: Readonly<Record<string, readonly string[]>>): WordGroups {
  const byWord = new Map<string, string[]>()
  for (const [name, words] of Object.entries(groups)) {
    for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), `#${name}`])
  }
  return byWord
}

/** Every gram of an utterance: one and two characters, two sounds, and the groups whose words occur. */
export function gramsOf({ text, sound }: Pick<Clean, 'text' | 'sound'>, words: WordGroups): Gram[] {
  const grams: Gram[] = []
  for (let i = 0; i < text.length; i++) {
    grams.push({ gram: text[i] as string, start: i, length: 1 })
    if (i + 1 < text.length) grams.push({ gram: text.slice(i, i + 2), start: i, length: 2 })
    // Digits and Latin letters have no sound of their own: their characters are counted already.
    const sounds = sound.slice(i, i + 2)
    if (sounds.length === 2 && sounds !== text.slice(i, i + 2)) grams.push({ gram: sounds, start: i, length: 2 })
    for (let length = 1; length <= LONGEST && i + length <= text.length; length++) {
      for (const group of words.get(text.slice(i, i + length)) ?? []) grams.push({ gram: group, start: i, length })
    }
  }
  if (text.length > 0) {
    grams.push({ gram: EDGE + text[0], start: 0, length: 1 }, { gram: text[text.length - 1] + EDGE, start: text.length - 1, length: 1 })
  }
  return grams
}
