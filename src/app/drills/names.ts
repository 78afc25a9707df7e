import type { Persona } from '../../core/drill/persona.ts'
import { type Spoken, talkOf } from '../../core/drill/talk.ts'
import type { CallEvent } from '../../core/events.ts'

/** What hearing puts where it took out a name. */
const MARK = '〔姓名〕'
/** How much of what stands around a mark tells it from others, in characters. */
const AROUND = 6
/** The longest that is taken for a name, in characters. */
const LONGEST = 6

/** The talk of a drill as it is shown, with the names that its customer said; only the log goes without. */
export function shownTalk(events: readonly CallEvent[], persona: Persona | undefined): readonly Spoken[] {
  return talkOf(events).map((spoken) => (spoken.who === 'customer' ? { ...spoken, text: withNames(spoken.text, persona) } : spoken))
}

/**
 * What the customer of a drill said, with what hearing took for a name put back: they are invented, and nobody is to be protected.
 *
 * @param text words as they stand in the log
 * @param persona who said them, in the script of the log; without one they stay as they are
 */
export function withNames(text: string, persona: Persona | undefined): string {
  if (!persona || !text.includes(MARK)) return text
  const { surname } = persona.profile
  const sentences = sentencesOf(persona)
  return text.replaceAll(MARK, (mark, at: number) => {
    const before = text.slice(0, at)
    if (surname && before.endsWith('姓')) return surname
    return asWritten(sentences, before, text.slice(at + mark.length)) ?? surname ?? mark
  })
}

/** All that a customer may say, as it was written. */
function sentencesOf({ says, facts, turns, answers = {} }: Persona): readonly string[] {
  return [...Object.values(says), ...Object.values(answers), ...facts.map(({ tells }) => tells), ...turns.map((turn) => turn.says)].flat()
}

/** What stood between these words, of the same sentence: a turn may be made of several, and other marks tell nothing. */
function asWritten(sentences: readonly string[], before: string, after: string): string | undefined {
  const left =
    before
      .split(/[。！？〕]/u)
      .at(-1)
      ?.slice(-AROUND) ?? ''
  const right = after.split(/[。！？〔]/u, 1)[0]?.slice(0, AROUND) ?? ''
  if (left === '' && right === '') return undefined
  for (const sentence of sentences) {
    const found = sentence.indexOf(left)
    const from = found + left.length
    const to = right === '' ? sentence.length : sentence.indexOf(right, from + 1)
    if (found >= 0 && to > from && to - from <= LONGEST) return sentence.slice(from, to)
  }
  return undefined
}
