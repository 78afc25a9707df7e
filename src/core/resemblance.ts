/** Hanzi and digits only: what is said has no punctuation. */
const SPOKEN = /[^\p{Script=Han}\p{N}]/gu

/**
 * How much of a wording was heard in what was said, 0 to 1, by pairs of neighbouring characters: an agent leaves a word out, adds one, and a
 * recogniser mishears some. A piece of a wording that is long enough to be no accident counts as the wording begun.
 *
 * @example
 * resemblance('好的您慢慢说我都记着', '您慢慢说，我都记着呢') // 0.89
 */
export function resemblance(said: string, wording: string): number {
  const heard = pairs(said)
  const wanted = pairs(wording)
  if (heard.size < LEAST_PAIRS || wanted.size === 0) return 0
  const shared = [...wanted].filter((pair) => heard.has(pair)).length
  const whole = shared / wanted.size
  const piece = heard.size >= PIECE_PAIRS ? shared / heard.size : 0
  return Math.max(whole, piece)
}

/** From here on what was said is taken to be the wording. */
export const SAME_WORDS = 0.6

const LEAST_PAIRS = 2
/** Shorter pieces, such as 您好 or 好的, stand in too many wordings. */
const PIECE_PAIRS = 7

function pairs(text: string): ReadonlySet<string> {
  const spoken = text.replace(SPOKEN, '')
  const found = new Set<string>()
  for (let i = 0; i + 1 < spoken.length; i++) found.add(spoken.slice(i, i + 2))
  return found
}
