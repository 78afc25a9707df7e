import { wordingsOf } from '../core/lines.ts'
import type { SearchedPack } from './corpus.ts'

/** The first thirty queries are ten times slower than those that follow, and it takes two hundred until the program is all compiled. */
const QUERIES = 240
/** Letters as they are typed, whatever the lines say: initials, pinyin, pinyin with a mistake, beside characters. */
const LETTERS = [
  ...['nh', 'huifu', 'duibuqi', 'mashnag', 'xzjc', 'ninmanmanshuo', 'tui fei', '48xs', 'nmms', 'qingninshaodneg', 'jingli'],
  ...['dui bu qi', 'womenjingliguolia', '退fei', '核实yixia', 'wohuibangninchaq', 'bhys', 'baoqian', 'zhegefeiyonghsi', 'xiexienin'],
]

/** Queries that make a new search quick: pieces of lines, and letters. */
export function warmUps({ lines }: SearchedPack): readonly string[] {
  const pieces = Object.values(lines)
    .slice(0, QUERIES)
    .flatMap(wordingsOf)
    .slice(0, QUERIES)
    .map((text, i) => text.slice(i % 5, (i % 5) + 2 + (i % 5)))
  return Array.from({ length: QUERIES }, (_, i) => (i % 2 === 0 ? LETTERS[(i / 2) % LETTERS.length] : pieces[i]) ?? '')
}
