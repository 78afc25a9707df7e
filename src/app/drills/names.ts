import type { Persona } from '../../core/drill/persona.ts'
import { type Spoken, talkOf } from '../../core/drill/talk.ts'
import type { CallEvent } from '../../core/events.ts'
import { redact } from '../../hearing/redact.ts'

/** What hearing puts where it took out a name. */
const MARK = '〔姓名〕'

/** The talk of a drill as it is shown, with the names that its customer said; only the log goes without. */
export function shownTalk(events: readonly CallEvent[], persona: Persona | undefined): readonly Spoken[] {
  return talkOf(events).map((spoken) => (spoken.who === 'customer' ? { ...spoken, text: withNames(spoken.text, persona) } : spoken))
}

/**
 * What the customer of a drill said, with what hearing took out put back: they are invented, and nobody is to be protected.
 *
 * @param text words as they stand in the log
 * @param persona who said them, in the script of the log; without one they stay as they are
 */
export function withNames(text: string, persona: Persona | undefined): string {
  if (!persona || !text.includes('〔')) return text
  const written = maskedOf(persona).reduce((said, [masked, sentence]) => said.replaceAll(masked, sentence), text)
  // What answers everyday questions is made of the surname, and stands in no persona.
  return written.replaceAll(MARK, persona.profile.surname ?? MARK)
}

const known = new WeakMap<Persona, readonly (readonly [string, string])[]>()

/** What a customer may say of which something is taken out, as it stands in a log and as it was written. */
function maskedOf(persona: Persona): readonly (readonly [string, string])[] {
  const before = known.get(persona)
  if (before) return before
  const { says, facts, turns, answers = {} } = persona
  const sentences = [
    ...Object.values(says),
    ...Object.values(answers),
    ...facts.map(({ tells }) => tells),
    ...turns.map((turn) => turn.says),
  ]
  const masked = sentences.flat().flatMap((sentence) => {
    const log = redact(sentence)
    return log === sentence ? [] : [[log, sentence] as const]
  })
  known.set(persona, masked)
  return masked
}
