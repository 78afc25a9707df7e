import type { Act, Violation } from '../core/vocabulary.ts'

/** People apologise, feel with others and thank them while they slip. */
const ALWAYS: readonly Act[] = ['empathy', 'apology', 'thanks']

/**
 * What a slip does beside, and still does: a cause that is told in words of the trade is told, a limit that nobody may set is set, a question that
 * was answered before checks again. A cause that is the customer's fault, denied or made up is none, and a bare refusal is no position.
 */
const BESIDE: Readonly<Partial<Record<Violation, readonly Act[]>>> = {
  jargon: ['explain-cause', 'verify'],
  'over-promise': ['commit-deadline'],
  'repeat-question': ['verify'],
}

/** Whether an act counts in an utterance with these slips (docs/rules.md H14). */
export function isStillDone(act: Act, slips: readonly Violation[]): boolean {
  return ALWAYS.includes(act) || slips.every((slip) => BESIDE[slip]?.includes(act))
}
