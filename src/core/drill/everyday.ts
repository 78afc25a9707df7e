import { chance } from '../chance.ts'
import { asksFor } from './asks.ts'
import type { Manner, Persona } from './persona.ts'

/** What any agent asks anybody, and any customer answers: a name, a number, whether to hold the line. */
export interface EverydayQuestion {
  readonly id: string
  /** Pieces of a question that ask for it. */
  readonly words: readonly string[]
  /** No question but an announcement (“one moment”): its words count wherever they stand, and only from somebody who has listened. */
  readonly announces?: true
  /** What is answered, by manner of speaking; `{{surname}}`, `{{tail}}` and `{{document}}` stand for the customer's own. */
  readonly says: Readonly<Record<Manner, readonly string[]>>
}

/** What may stand in an answer for the customer's own. */
export const EVERYDAY_PLACES = ['surname', 'tail', 'document'] as const

/** How the answer is remembered among what has come up. */
export function everydayKey({ id }: Pick<EverydayQuestion, 'id'>): string {
  return `everyday:${id}`
}

/** What an agent's words ask for of it; what they announce counts only where they ask for nothing. */
export function everydayAsked(questions: readonly EverydayQuestion[], text: string, heard: boolean): readonly EverydayQuestion[] {
  const asked = questions.filter(({ words, announces }) => !announces && asksFor(text, words))
  if (asked.length > 0 || !heard) return asked
  return questions.filter(({ words, announces }) => announces && words.some((word) => text.includes(word))).slice(0, 1)
}

/** The answers of one customer, with their own name and numbers. */
export function everydayAnswers(persona: Persona, question: EverydayQuestion): readonly string[] {
  const own: Readonly<Record<(typeof EVERYDAY_PLACES)[number], string>> = {
    surname: persona.profile.surname ?? '',
    tail: digitsOf(`${persona.id} number`),
    document: digitsOf(`${persona.id} document`),
  }
  const texts = persona.answers?.[question.id] ?? question.says[persona.manner]
  return texts.map((text) => EVERYDAY_PLACES.reduce((said, place) => said.replaceAll(`{{${place}}}`, own[place]), text))
}

/** Four made-up digits, the same whenever somebody is asked. */
function digitsOf(name: string): string {
  const dice = chance([...name].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003, 7))
  return Array.from({ length: 4 }, () => Math.floor(dice() * 10)).join('')
}
