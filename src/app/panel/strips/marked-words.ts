import { fill, type SlotValues } from '../../../core/lines.ts'
import type { CompiledPack } from '../../../core/pack.ts'
import type { Range } from '../../../search/line-search.ts'

/** A piece of a text, and whether it is what was looked for. */
export interface MarkedPiece {
  readonly text: string
  readonly marked: boolean
}

/** Stand-ins for where a mark begins and ends, which slots that are filled push along. No text has characters of this range. */
const BEGIN = '\u{e000}'
const END = '\u{e001}'

/**
 * A wording with its slots filled, in pieces that are marked or not.
 *
 * @param ranges places in the wording as it is authored
 * @example
 * markedWords(pack, '{customer}，您慢慢说', [[11, 15]], { profile: {} }) // [{ text: '您慢慢说', marked: true }]
 */
export function markedWords(pack: CompiledPack, wording: string, ranges: readonly Range[], values: SlotValues): readonly MarkedPiece[] {
  return marked(wording, ranges, (text) => fill(pack, text, values))
}

/** A text in pieces that are marked or not. */
export function markedText(text: string, ranges: readonly Range[]): readonly MarkedPiece[] {
  return marked(text, ranges, (same) => same)
}

function marked(text: string, ranges: readonly Range[], change: (text: string) => string): readonly MarkedPiece[] {
  let stood = ''
  let done = 0
  for (const [start, end] of ranges) {
    stood += `${text.slice(done, start)}${BEGIN}${text.slice(start, end)}${END}`
    done = end
  }
  return change(stood + text.slice(done))
    .split(/(?=\u{e000})|\u{e001}/u)
    .flatMap((piece) => {
      const words = piece.replace(BEGIN, '')
      return words === '' ? [] : [{ text: words, marked: piece.startsWith(BEGIN) }]
    })
}

/** How many characters fit into a row of the list, and how many before a mark give it its place in the sentence. */
const ROOM = 15
const BEFORE = 3

/** The pieces from shortly before the first mark on, where that would else be cut off. */
export function fromMark(pieces: readonly MarkedPiece[]): readonly MarkedPiece[] {
  const [first, second] = pieces
  if (!first || first.marked || !second || first.text.length + second.text.length <= ROOM) return pieces
  return [{ text: `…${first.text.slice(-BEFORE)}`, marked: false }, ...pieces.slice(1)]
}
