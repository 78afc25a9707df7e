/**
 * The new value, with every part of it that equals the same part of the old one replaced by that: what did not change can
 * then be told by identity, and need not be rendered again.
 *
 * @param before plain data: objects, arrays and primitives, without cycles; `now` likewise
 */
export function keepSame<T>(before: unknown, now: T): T {
  if (Object.is(before, now) || !isPlain(before) || !isPlain(now) || Array.isArray(before) !== Array.isArray(now)) return now
  const entries = Object.entries(now).map(([key, value]): [string, unknown] => [key, keepSame(before[key], value)])
  const same =
    entries.length === Object.keys(before).length && entries.every(([key, value]) => Object.hasOwn(before, key) && value === before[key])
  if (same) return before as T
  return (Array.isArray(now) ? entries.map(([, value]) => value) : Object.fromEntries(entries)) as T
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
