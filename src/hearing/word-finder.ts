import type { Clean } from './clean.ts'

/** Words, and the sets that they belong to. */
export interface WordSets {
  readonly words: readonly string[]
  /** Indexes of words that another common word sounds like: they count only as they are written. */
  readonly exact: readonly number[]
  readonly sets: readonly (readonly number[])[]
}

/** Where the words of each set occur, in the order of their beginnings. */
export type Occurrences = ReadonlyMap<number, readonly { readonly start: number; readonly end: number }[]>

export type WordFinder = (said: Clean) => Occurrences

interface Node {
  readonly next: Map<string, Node>
  /** Indexes of the words that end here. */
  readonly words: number[]
}

/** Finds all words of all sets in one pass, by their sounds; a word that is only heard must share a character with what it stands for. */
export function wordFinder({ words, exact, sets }: WordSets, sounds: ReadonlyMap<string, string>): WordFinder {
  const root: Node = { next: new Map(), words: [] }
  for (const [i, word] of words.entries()) {
    let node = root
    for (const character of word) {
      const sound = sounds.get(character) ?? character
      const next: Node = node.next.get(sound) ?? { next: new Map(), words: [] }
      node.next.set(sound, next)
      node = next
    }
    node.words.push(i)
  }
  const asWritten = new Set(exact)
  const setsOf = words.map((): number[] => [])
  for (const [set, own] of sets.entries()) for (const word of own) setsOf[word]?.push(set)

  return ({ text, sound }) => {
    const found = new Map<number, { start: number; end: number }[]>()
    for (let start = 0; start < text.length; start++) {
      let node: Node | undefined = root
      for (let end = start; end < text.length && node; end++) {
        node = node.next.get(sound[end] as string)
        for (const i of node?.words ?? []) {
          if (!fits(words[i] as string, text, start, asWritten.has(i))) continue
          const place = { start, end: end + 1 }
          for (const set of setsOf[i] as number[]) {
            const own = found.get(set)
            if (own) own.push(place)
            else found.set(set, [place])
          }
        }
      }
    }
    return found
  }
}

function fits(word: string, text: string, start: number, asWritten: boolean): boolean {
  if (text.startsWith(word, start)) return true
  return !asWritten && Array.from(word).some((character, i) => text[start + i] === character)
}
