import { invariant } from '../core/invariant.ts'
import type { Segment } from './contract.ts'
import type { Turn } from './turn.ts'

/** Whether one wording of an utterance holds over another that came before it. */
export function isNewer(next: Segment, before: Segment): boolean {
  for (const field of ['revision', 'sequence', 'end'] as const) {
    const [later, earlier] = [next[field], before[field]]
    if (later !== undefined && earlier !== undefined && later !== earlier) return later > earlier
  }
  return next.text !== before.text || next.who !== before.who
}

/** Whether a recogniser heard that nothing was said. */
export function isBlank({ text }: Segment): boolean {
  return text.trim() === ''
}

/** A segment as a turn by itself. */
export function turnOf({ id, who, text, start, end, final }: Segment): Turn {
  return { id, who, text: text.trim(), ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }), final }
}

/** The pieces of a guess as one turn, in the order in which they were spoken. */
export function joined(pieces: readonly Segment[]): Turn {
  const sorted = [...pieces].sort((a, b) => (a.start ?? 0) - (b.start ?? 0))
  const [first] = sorted
  const last = sorted.at(-1)
  invariant(first && last, 'a guess has a piece')
  const { end: _, ...turn } = turnOf(first)
  const text = sorted.map((piece) => piece.text.trim()).reduce(spliced)
  return { ...turn, text, ...(last.end === undefined ? {} : { end: last.end }) }
}

/** Latin words want a space between them, hanzi none. */
export function spliced(head: string, tail: string): string {
  return /[\p{Script=Latin}\d,.?!]$/u.test(head) && /^[\p{Script=Latin}\d]/u.test(tail) ? `${head} ${tail}` : head + tail
}

/** Whether a final says all of a guess: hosts that do not name utterances before they are final say so by place alone. */
export function covers(said: Segment, guessed: Segment): boolean {
  if (said.who !== guessed.who) return false
  if (said.id === guessed.id) return true
  if (said.sequence !== undefined && guessed.sequence !== undefined) return said.sequence > guessed.sequence
  if (said.start === undefined || said.end === undefined || guessed.start === undefined) return false
  return said.start <= guessed.start && guessed.start < said.end
}

/** Whether somebody was done speaking at a moment, and the final of it is due. */
export function endsBefore(pieces: readonly Segment[], start: number | undefined): boolean {
  return start !== undefined && pieces.every(({ end }) => end !== undefined && end <= start)
}
