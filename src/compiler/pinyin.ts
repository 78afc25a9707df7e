import { pinyin } from 'pinyin-pro'

export interface Pinyin {
  readonly pinyin: string
  readonly initials: string
}

/** A pack is compiled again at each save of an author, and all but one line stays the same. */
const known = new Map<string, Pinyin>()

/**
 * What a hurried agent might type to find a wording: its toneless pinyin run together, and the initials of it.
 *
 * @example
 * pinyinOf('您慢慢说') // { pinyin: 'ninmanmanshuo', initials: 'nmms' }
 */
export function pinyinOf(text: string): Pinyin {
  const found = known.get(text) ?? spell(text)
  known.set(text, found)
  return found
}

function spell(text: string): Pinyin {
  const syllables = pinyin(text, { toneType: 'none', type: 'array', nonZh: 'removed', v: true })
  return { pinyin: syllables.join(''), initials: syllables.map((syllable) => syllable[0] ?? '').join('') }
}
