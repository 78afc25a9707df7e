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

/** Names concepts by all the words that people have for them, which single characters know nothing of; by the first character of a word. */
export type WordGroups = ReadonlyMap<string, WordsFrom>

/** Words that begin alike. */
interface WordsFrom {
  readonly longest: number
  readonly byWord: ReadonlyMap<string, readonly string[]>
}

/** Word groups by word, from each group's words. */
export function wordGroups(groups: Readonly<Record<string, readonly string[]>>): WordGroups {
  const found = new Map<string, { longest: number; readonly byWord: Map<string, string[]> }>()
  for (const [name, words] of Object.entries(groups)) {
    for (const word of words) {
      const first = word.slice(0, 1)
      const from = found.get(first) ?? { longest: 0, byWord: new Map<string, string[]>() }
      from.longest = Math.max(from.longest, word.length)
      from.byWord.set(word, [...(from.byWord.get(word) ?? []), `#${name}`])
      found.set(first, from)
    }
  }
  return found
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
    const from = words.get(text[i] as string)
    for (let length = 1; from && length <= from.longest && i + length <= text.length; length++) {
      for (const group of from.byWord.get(text.slice(i, i + length)) ?? []) grams.push({ gram: group, start: i, length })
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

/** Each gram once, which is how a model counts them. */
export function distinctOf(grams: readonly Gram[]): ReadonlySet<string> {
  const distinct = new Set<string>()
  for (const { gram } of grams) distinct.add(gram)
  return distinct
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
