import type { Reading } from './script.ts'

/** A text as it is compared: lower case, Simplified, nothing but letters and digits. */
export interface Clean {
  readonly text: string
  /** How each character sounds; what has no sound stands for itself. As long as `text`. */
  readonly sound: string
  /** Where each character stands in the text as it was given; one more entry for the end. */
  readonly at: readonly number[]
  /** Before which characters the speaker paused: where a comma, a blank or more stood. */
  readonly pauses: ReadonlySet<number>
  /** Before which characters a sentence had ended; pauses too. */
  readonly stops: ReadonlySet<number>
}

const KEPT = /[\p{L}\p{N}]/u
const STOP = /[.!?;…。\n]/

/**
 * Takes from a text what recognition rests on. Transcripts come with and without punctuation, full-width digits, either script.
 *
 * @example
 * clean(reading, '我要 投訴!').text // 我要投诉
 */
export function clean({ sounds, simplified }: Reading, given: string): Clean {
  let text = ''
  let sound = ''
  const at: number[] = []
  const pauses = new Set<number>()
  const stops = new Set<number>()
  let position = 0
  for (const character of given) {
    for (const form of formsOf(character)) {
      if (form === PAUSED || form === STOPPED) {
        pauses.add(text.length)
        if (form === STOPPED) stops.add(text.length)
        continue
      }
      const kept = simplified.get(form) ?? form
      // A letter outside the basic plane is kept by a stand-in, so that every index is that of one character.
      const single = kept.length === 1 ? kept : '\u{fffd}'
      text += single
      sound += sounds.get(single) ?? single
      at.push(position)
    }
    position += character.length
  }
  at.push(position)
  return { text, sound, at, pauses, stops }
}

/** Stand for everything that is neither letter nor digit. */
const PAUSED = ','
const STOPPED = '.'

/** So many characters are remembered with their forms; people use a few thousand. */
const REMEMBERED = 10_000
const remembered = new Map<string, readonly string[]>()

/** Lower case and narrow forms of a character. One at a time, because normalising a whole text moves what comes after. */
function formsOf(character: string): readonly string[] {
  const known = remembered.get(character)
  if (known) return known
  const forms = Array.from(character.normalize('NFKC').toLowerCase(), (form) =>
    KEPT.test(form) ? form : STOP.test(form) ? STOPPED : PAUSED,
  )
  if (remembered.size >= REMEMBERED) remembered.clear()
  remembered.set(character, forms)
  return forms
}
