import { MESSAGE_REFUSALS, type MessageRefusal, type MessageRefusalCode } from './contract.ts'

/** How many messages were refused, by reason, and the last of them. */
export interface Tally {
  readonly counts: Readonly<Record<MessageRefusalCode, number>>
  readonly total: number
  readonly last?: MessageRefusal
}

export const NOTHING_REFUSED: Tally = {
  counts: Object.fromEntries(MESSAGE_REFUSALS.map((code) => [code, 0])) as Record<MessageRefusalCode, number>,
  total: 0,
}

/**
 * Counts one more refusal.
 *
 * @example
 * [{ code: 'too-large' }, { code: 'too-large' }].reduce(tally, NOTHING_REFUSED).counts['too-large'] // 2
 */
export function tally(before: Tally, refusal: MessageRefusal): Tally {
  return {
    counts: { ...before.counts, [refusal.code]: before.counts[refusal.code] + 1 },
    total: before.total + 1,
    last: refusal,
  }
}
