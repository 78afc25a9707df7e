/** A date is passed over; brackets and a colon may stand around the time. */
const TIME =
  /^[[(【（]?(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日? {1,3})?(\d{1,3})[:：]([0-5]\d)(?:[:：]([0-5]\d))?(?:[.,]\d{1,3})?[\])】）]?(?=[^\d]|$) {0,3}/

const DAY = 86_400

/** A time at the beginning of a text, in seconds, and how many characters it takes: [00:12], 09:31:05, 2026-11-23 09:31:05. */
export function timeAt(text: string): { readonly seconds: number; readonly length: number } | undefined {
  const match = TIME.exec(text)
  if (!match) return undefined
  const [all, first, second, third] = match
  const seconds = third === undefined ? Number(first) * 60 + Number(second) : Number(first) * 3600 + Number(second) * 60 + Number(third)
  return { seconds, length: all.length }
}

/**
 * Times as seconds since a call began. Those of a clock on the wall (an hour or more at the first) count from the first, and may pass
 * midnight. Where one goes back or is missing, none can be trusted.
 */
export function clockOf(times: readonly (number | undefined)[]): readonly (number | undefined)[] {
  const [first] = times
  const none = times.map(() => undefined)
  if (first === undefined) return none
  const base = first >= 3600 ? first : 0
  const seconds: number[] = []
  for (const time of times) {
    if (time === undefined) return none
    const last = seconds.at(-1) ?? 0
    const since = time - base
    const next = last - since > DAY / 2 ? since + DAY : since
    if (next < last) return none
    seconds.push(next)
  }
  return seconds
}
