/** One place of a pattern as its author wrote it. */
export interface WrittenSlot {
  /** Words, and `<name>` for the words of a group. */
  readonly any: readonly string[]
  readonly gap: number
  readonly pausing: boolean
  readonly optional: boolean
}

export interface WrittenPattern {
  readonly slots: readonly WrittenSlot[]
  readonly first: boolean
  readonly last: boolean
}

/** How many characters may stand between two places that nothing is written between, and where `…` is. */
const CLOSE = 3
const NEAR = 10
const FARTHEST = 30

/**
 * Reads a pattern. Places stand in their order, parted by blanks; `|` parts the words that a place may have, `<name>` is a group of words, `?` at
 * the end of a place makes it one that may be missing. Between two places stand three characters at most, and no pause; none where `+` is
 * written; ten where `…` is and n where `…n` is, with or without a pause. `^` is where the speaker begins or goes on after a pause, `$` where a pause follows. `&` parts two halves that may come
 * in either order.
 *
 * @returns the patterns that it stands for, or what is wrong with it
 * @example
 * parsePattern('找|叫 …6 <media-people>') // 找你们领导和记者, 叫记者
 */
export function parsePattern(text: string): readonly WrittenPattern[] | string {
  const halves = text.split('&').map((half) => half.trim())
  if (halves.length > 2) return '“&” parts two halves, not more'
  const orders = halves.length === 2 ? [`${halves[0]} … ${halves[1]}`, `${halves[1]} … ${halves[0]}`] : [text]
  const found: WrittenPattern[] = []
  for (const order of orders) {
    const pattern = parseOrder(order)
    if (typeof pattern === 'string') return pattern
    found.push(pattern)
  }
  return found
}

function parseOrder(text: string): WrittenPattern | string {
  const tokens = text.split(/\s+/).filter(Boolean)
  const first = tokens[0] === '^'
  const last = tokens.at(-1) === '$'
  const slots: WrittenSlot[] = []
  let gap = CLOSE
  let pausing = false
  for (const token of tokens.slice(first ? 1 : 0, last ? -1 : undefined)) {
    const between = gapOf(token)
    if (between !== undefined) {
      if (between > FARTHEST) return `${FARTHEST} characters are the most that may stand between two places`
      gap = between
      pausing = between > 0
      continue
    }
    const optional = token.endsWith('?')
    const any = (optional ? token.slice(0, -1) : token).split('|')
    if (any.some((word) => word === '' || word === '^' || word === '$')) return `“${token}” is no list of words`
    slots.push({ any, gap: slots.length === 0 ? 0 : gap, pausing, optional })
    gap = CLOSE
    pausing = false
  }
  if (!slots.some(({ optional }) => !optional)) return 'it has no word that must be said'
  if (slots[0]?.optional) return 'it begins with a place that may be missing'
  return { slots, first, last }
}

function gapOf(token: string): number | undefined {
  if (token === '+') return 0
  if (token === '…') return NEAR
  const [, digits] = /^…(\d+)$/.exec(token) ?? []
  return digits === undefined ? undefined : Number(digits)
}

/** The group that a word of a pattern names, if it names one. */
export function groupOf(word: string): string | undefined {
  return word.startsWith('<') && word.endsWith('>') ? word.slice(1, -1) : undefined
}
