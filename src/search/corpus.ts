import { wordingsOf } from '../core/lines.ts'
import type { CompiledPack, Line } from '../core/pack.ts'
import type { Reading } from './reading.ts'
import { type SlotWords, type Units, unitsOf } from './units.ts'

/** What the search reads of a pack. */
export interface SearchedPack {
  readonly lines: Readonly<Record<string, SearchedLine>>
  readonly slots: CompiledPack['slots']
}
export type SearchedLine = Pick<Line, 'id' | 'purpose' | 'say' | 'short'>

/** A text of a line that may be found. */
export interface SearchedText {
  readonly line: string
  readonly text: string
  /** Which wording it is; absent when it is the purpose. */
  readonly wording?: number
  /** Whether this form says a number otherwise than it is written. */
  readonly respelled?: true
}

/** Every text of all lines, in each form that it is compared in, laid end to end. */
export interface Corpus {
  /** Text of each form, the shortest first: where many are met alike, the shorter say nothing else. */
  readonly texts: readonly SearchedText[]
  readonly codes: Uint16Array
  readonly starts: Uint16Array
  readonly ends: Uint16Array
  readonly edges: Uint8Array
  readonly optional: Uint8Array
  /** Where each form begins in those arrays; one more entry for the end. */
  readonly offsets: Uint32Array
}

export function makeCorpus(reading: Reading, { lines, slots }: SearchedPack): Corpus {
  const words: SlotWords = Object.fromEntries(Object.values(slots).map(({ id, fallback }) => [id, fallback]))
  const forms = Object.values(lines)
    .flatMap(textsOf)
    .flatMap((text) =>
      unitsOf(reading, words, text.text).map((units, form) => ({ text: form === 0 ? text : { ...text, respelled: true as const }, units })),
    )
    .filter(({ units }) => units.codes.length > 0)
    .sort((a, b) => a.units.codes.length - b.units.codes.length)
  const offsets = new Uint32Array(forms.length + 1)
  forms.forEach(({ units }, i) => {
    offsets[i + 1] = (offsets[i] as number) + units.codes.length
  })
  const size = offsets[forms.length] as number
  const corpus = {
    texts: forms.map(({ text }) => text),
    codes: new Uint16Array(size),
    starts: new Uint16Array(size),
    ends: new Uint16Array(size),
    edges: new Uint8Array(size),
    optional: new Uint8Array(size),
    offsets,
  }
  forms.forEach(({ units }, i) => {
    const at = offsets[i] as number
    corpus.codes.set(units.codes, at)
    corpus.starts.set(units.starts, at)
    corpus.ends.set(units.ends, at)
    corpus.edges.set(units.edges, at)
    corpus.optional.set(units.optional.map(Number), at)
  })
  return corpus
}

/** The texts by which a line is remembered: all wordings, and what it is for in both languages. */
function textsOf(line: SearchedLine): readonly SearchedText[] {
  const wordings = wordingsOf(line).map((text, wording): SearchedText => ({ line: line.id, text, wording }))
  const seen = new Set<string>()
  return [...wordings, { line: line.id, text: line.purpose.zh }, { line: line.id, text: line.purpose.en }].filter(({ text }) => {
    const first = !seen.has(text)
    seen.add(text)
    return first
  })
}

/** One form as pieces are cut from it. */
export function unitsAt({ codes, edges, optional, offsets }: Corpus, form: number): Pick<Units, 'codes' | 'edges' | 'optional'> {
  const [from, to] = [offsets[form] ?? 0, offsets[form + 1] ?? 0]
  return {
    codes: Array.from(codes.subarray(from, to)),
    edges: Array.from(edges.subarray(from, to)) as Units['edges'][number][],
    optional: Array.from(optional.subarray(from, to), Boolean),
  }
}
