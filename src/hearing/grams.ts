import type { Clean } from './clean.ts'
import type { FrameMatch } from './frames.ts'

/** A piece of an utterance that a linear model may have a weight for. */
export interface Gram {
  /** Characters, sounds (which are characters of their own range), a group of words as `#name`, a frame as `@id`, what it shows as `@@id`. */
  readonly gram: string
  /** Index of its first character in the clean text. */
  readonly start: number
  readonly length: number
}

/** Marks the beginning and the end of an utterance: 不用了 alone is another thing than within a sentence. */
const EDGE = '·'

/** Marks a frame that fits. No character of a clean text is like it. */
const FRAME = '@'

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

/** Every gram of an utterance: one and two characters, two sounds, groups whose words occur, frames, and how it begins and ends. */
export function gramsOf(said: Pick<Clean, 'text' | 'sound'>, words: WordGroups, frames: readonly FrameMatch[]): Gram[] {
  return [...innerGramsOf(said, words, frames), ...edgesOf(said)]
}

/** The grams that are the same wherever their characters stand. */
export function innerGramsOf({ text, sound }: Pick<Clean, 'text' | 'sound'>, words: WordGroups, frames: readonly FrameMatch[]): Gram[] {
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
  for (const { frame, start, end } of frames) {
    grams.push(
      { gram: `${FRAME}${frame.id}`, start, length: end - start },
      { gram: `${FRAME}${FRAME}${frame.shows}`, start, length: end - start },
    )
  }
  return grams
}

/** Whether a gram says that a frame fits, and nothing of the characters. */
export function isFrame({ gram }: Gram): boolean {
  return gram.startsWith(FRAME)
}

/** How an utterance begins and ends. */
export function edgesOf({ text }: Pick<Clean, 'text'>): Gram[] {
  if (text === '') return []
  return [
    { gram: EDGE + text[0], start: 0, length: 1 },
    { gram: text[text.length - 1] + EDGE, start: text.length - 1, length: 1 },
  ]
}
