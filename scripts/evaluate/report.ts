import type { Evidence } from '../../src/hearing/evidence.ts'
import type { Score } from './scores.ts'

/** What a figure must reach; one or the other. */
export type Mark = { readonly atLeast: number } | { readonly atMost: number }

export interface Figure {
  readonly name: string
  /** A share, 0 to 1. */
  readonly value: number
  readonly mark?: Mark
}

/** Something heard in a line, how sure that was, and the words that caused it. */
export interface Finding {
  readonly label: string
  readonly score?: number
  readonly because: readonly Evidence[]
}

/** A line that was not heard as a person would. */
export interface Miss {
  /** As it reached the recogniser. */
  readonly text: string
  readonly wanted: readonly string[]
  readonly heard: readonly Finding[]
  /** Of what was wanted: what was not heard, and how near it came where that is known. */
  readonly missed: readonly string[]
  /** Of what was heard: what was not wanted. */
  readonly extra: readonly string[]
}

/** One kind of thing that is recognised. */
export interface Section {
  readonly title: string
  readonly lines: number
  readonly figures: readonly Figure[]
  readonly scores: readonly Score[]
  readonly misses: readonly Miss[]
}

/** A set of lines, at one rate of noise. */
export interface Measured {
  readonly set: string
  /** Share of characters that were misheard. */
  readonly noise: number
  readonly sections: readonly Section[]
}

/** Whether a figure reaches its mark; nothing where it has none. */
export function isMet({ value, mark }: Figure): boolean | undefined {
  if (!mark) return undefined
  // Shares of some hundred lines are not told apart by their last bits.
  return 'atLeast' in mark ? value >= mark.atLeast - 1e-9 : value <= mark.atMost + 1e-9
}

/** A mark, to be read beside its figure. */
export function writtenMark(mark: Mark): string {
  return 'atLeast' in mark ? `≥ ${mark.atLeast}` : `≤ ${mark.atMost}`
}
