import { chance } from '../core/chance.ts'
import { wordingsOf } from '../core/lines.ts'
import type { CompiledPack, Line } from '../core/pack.ts'

/** How long a phrase is on average, in characters: that of the scripts that the search was designed on. */
const LENGTH = 40

/**
 * So many lines of one wording each: those of the pack, then phrases put together from pieces of them and of other texts, as long as those
 * of a large company's script.
 *
 * @param others further texts to take pieces from
 */
export function manyLines(pack: CompiledPack, count: number, others: readonly string[] = []): readonly Line[] {
  const next = chance(count)
  const [model] = Object.values(pack.lines)
  if (!model) return []
  const line = (text: string, i: number): Line => ({ ...model, id: `phrase-${i}`, say: [], short: text, purpose: { zh: '', en: '' } })
  const own = [...new Set(Object.values(pack.lines).flatMap(wordingsOf))].map((text) => text.replaceAll(/\{[a-z]+\}，?/g, ''))
  const pieces = [...own, ...others].flatMap((text) => text.split(/(?<=[，。；？！])/u)).filter((piece) => piece.length > 3)
  const phrases = own.slice(0, count)
  while (phrases.length < count) {
    let phrase = ''
    const length = LENGTH * (0.6 + next())
    while (phrase.length < length) phrase += pieces[Math.floor(next() * pieces.length)] ?? ''
    phrases.push(phrase)
  }
  return phrases.map(line)
}
