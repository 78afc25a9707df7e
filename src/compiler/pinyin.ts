import { pinyin } from 'pinyin-pro'

/**
 * What a hurried agent might type to find a wording: its toneless pinyin run together, and the initials of it.
 *
 * @example
 * pinyinOf('您慢慢说') // { pinyin: 'ninmanmanshuo', initials: 'nmms' }
 */
export function pinyinOf(text: string): { readonly pinyin: string; readonly initials: string } {
  const syllables = pinyin(text, { toneType: 'none', type: 'array', nonZh: 'removed', v: true })
  return { pinyin: syllables.join(''), initials: syllables.map((syllable) => syllable[0] ?? '').join('') }
}
