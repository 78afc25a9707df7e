import { clean } from '../../hearing/clean.ts'
import type { Frames, Pattern } from '../../hearing/frames.ts'
import type { Reading } from '../../hearing/script.ts'
import type { FrameSpeaker, TaughtFrames } from './frame-files.ts'
import { groupOf, type WrittenPattern } from './frame-pattern.ts'

/** A line that people say, and all that it shows. */
export interface SaidLine {
  readonly text: string
  readonly labels: readonly string[]
}

/**
 * The frames of one speaker as plain data. A word may be heard by its sound, unless people say another word that sounds the same and shares
 * a character with it in a line that shows nothing of what its frames are for: 记者 is also heard in 急者, but 信访 not in 短信翻出来.
 *
 * @param lines all lines of the pack's lessons
 */
export function compileFrames(written: TaughtFrames, who: FrameSpeaker, reading: Reading, lines: readonly SaidLine[]): Frames {
  const cleaned = (text: string) => clean(reading, text).text
  const words: string[] = []
  const index = new Map<string, number>()
  const indexOf = (word: string): number => {
    const known = index.get(word)
    if (known !== undefined) return known
    index.set(word, words.length)
    return words.push(word) - 1
  }
  const sets: number[][] = []
  const setByKey = new Map<string, number>()
  const setOf = (any: readonly string[]): number => {
    const listed = any.flatMap((word) => {
      const group = groupOf(word)
      return group === undefined ? [word] : (written.groups[group] ?? [])
    })
    const own = [...new Set(listed.map(cleaned).filter(Boolean).map(indexOf))].sort((a, b) => a - b)
    const key = own.join()
    const known = setByKey.get(key)
    if (known !== undefined) return known
    setByKey.set(key, sets.length)
    return sets.push(own) - 1
  }
  const compiled = ({ slots, first, last }: WrittenPattern): Pattern => ({
    slots: slots.map(({ any, gap, pausing, optional }) => ({
      set: setOf(any),
      gap,
      ...(pausing ? { pausing: true as const } : {}),
      ...(optional ? { optional: true as const } : {}),
    })),
    ...(first ? { first: true as const } : {}),
    ...(last ? { last: true as const } : {}),
  })
  const frames = written.frames
    .filter((frame) => frame.who === who)
    .map(({ id, shows, when, not }) => ({ id, shows, when: when.map(compiled), not: not.map(compiled) }))
  const negations = written.negations.map(compiled)
  const shown = words.map(() => new Set<string>())
  for (const { shows, when } of frames) {
    for (const { set } of when.flatMap(({ slots }) => slots)) for (const word of sets[set] as number[]) shown[word]?.add(shows)
  }
  return { words, exact: exactOf(words, sets, shown, reading, lines), sets, frames, negations }
}

/** Indexes of words that count only as they are written: single characters, and what other words sound like. */
function exactOf(
  words: readonly string[],
  sets: readonly (readonly number[])[],
  shown: readonly ReadonlySet<string>[],
  reading: Reading,
  lines: readonly SaidLine[],
): number[] {
  const soundOf = (word: string) => Array.from(word, (each) => reading.sounds.get(each) ?? each).join('')
  const setsOf = new Map(words.map((word) => [word, new Set<number>()]))
  for (const [set, own] of sets.entries()) for (const i of own) setsOf.get(words[i] as string)?.add(set)
  const bySound = new Map<string, number[]>()
  for (const [i, word] of words.entries()) bySound.set(soundOf(word), [...(bySound.get(soundOf(word)) ?? []), i])
  const lengths = new Map<string, Set<number>>()
  for (const sound of bySound.keys()) lengths.set(sound.slice(0, 2), (lengths.get(sound.slice(0, 2)) ?? new Set()).add(sound.length))

  const exact = new Set(words.flatMap((word, i) => (word.length === 1 ? [i] : [])))
  for (const { text: line, labels } of lines) {
    const { text, sound } = clean(reading, line)
    for (let start = 0; start + 1 < text.length; start++) {
      for (const length of lengths.get(sound.slice(start, start + 2)) ?? []) {
        const heard = text.slice(start, start + length)
        for (const i of bySound.get(sound.slice(start, start + length)) ?? []) {
          if (labels.some((label) => shown[i]?.has(label))) continue
          if (confused(words[i] as string, heard, setsOf)) exact.add(i)
        }
      }
    }
  }
  return [...exact].sort((a, b) => a - b)
}

/** Whether a word would be heard in another one that does not mean the same: one that shares a character and no set with it. */
function confused(word: string, heard: string, setsOf: ReadonlyMap<string, ReadonlySet<number>>): boolean {
  if (word === heard || !Array.from(word).some((character, i) => heard[i] === character)) return false
  const others = setsOf.get(heard)
  return !others || !Array.from(setsOf.get(word) ?? []).some((set) => others.has(set))
}
