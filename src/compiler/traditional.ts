import { Converter } from 'opencc-js/cn2t'

const HAN = /\p{Script=Han}/u
const convert = Converter({ from: 'cn', to: 'tw' })
/** A pack is compiled again at each save of an author, and nearly all of its texts stay the same. */
const known = new Map<string, string>()

/**
 * A dictionary from every Chinese text of a pack to its Traditional form, without the texts that stay the same.
 *
 * @example
 * traditional({ title: { zh: '强硬型', en: 'Hard-line' }, short: '好' }) // { '强硬型': '強硬型' }
 */
export function traditional(content: unknown): Record<string, string> {
  const entries = new Map<string, string>()
  for (const text of texts(content)) {
    if (!HAN.test(text) || entries.has(text)) continue
    const converted = known.get(text) ?? convert(text)
    known.set(text, converted)
    if (converted !== text) entries.set(text, converted)
  }
  return Object.fromEntries(entries)
}

function* texts(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) yield* texts(inner)
}
