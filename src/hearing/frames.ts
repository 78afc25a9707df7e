import type { Clean } from './clean.ts'
import { type Occurrences, type WordFinder, type WordSets, wordFinder } from './word-finder.ts'

/** One place in a pattern: any word of a set, at most `gap` characters after the place before it. */
export interface Slot {
  /** Index of its words in `sets`. */
  readonly set: number
  readonly gap: number
  /** Whether the speaker may pause in the gap; a sentence may never end in it. */
  readonly pausing?: true
  readonly optional?: true
}

/** Words in their order. */
export interface Pattern {
  readonly slots: readonly Slot[]
  /** Only where the speaker begins, or goes on after a pause. */
  readonly first?: true
  /** Only where the speaker ends, or pauses. */
  readonly last?: true
}

/** What people say to one end, in all the ways that its patterns allow. */
export interface Frame {
  readonly id: string
  /** The signal, act or violation that it speaks for. */
  readonly shows: string
  readonly when: readonly Pattern[]
  /** Look-alikes: a match that one of these touches is none. */
  readonly not: readonly Pattern[]
}

/** All frames of a pack and the words that they are made of, clean. */
export interface Frames extends WordSets {
  readonly frames: readonly Frame[]
  /** What takes a frame back when it is said right before it: 不是要, 没打算. */
  readonly negations: readonly Pattern[]
}

/** A frame that was found, and where in the clean text. */
export interface FrameMatch {
  readonly frame: Frame
  readonly start: number
  readonly end: number
}

interface Span {
  readonly start: number
  readonly end: number
  /** Where its first word ends. */
  readonly head: number
}

/** How many characters may stand between a negation and what it negates: 不想(去)找记者. */
const AFTER_NEGATION = 1

/**
 * A finder of frames, ready for every utterance that follows. The time that it takes grows with the length of the utterance.
 *
 * @param sounds character → sound, as of `readingOf`
 */
export function frameFinder(given: Frames, sounds: ReadonlyMap<string, string>): (said: Clean) => FrameMatch[] {
  const finder: WordFinder = wordFinder(given, sounds)
  const patterns = given.frames.flatMap((frame, at) => frame.when.map((pattern) => ({ at, pattern, needs: needsOf(pattern) })))
  const bySet = new Map<number, number[]>()
  for (const [i, { needs }] of patterns.entries()) for (const set of needs) bySet.set(set, [...(bySet.get(set) ?? []), i])

  return (said) => {
    const found = finder(said)
    const met = new Map<number, number>()
    const spans = new Map<number, Span[]>()
    for (const set of found.keys()) {
      for (const i of bySet.get(set) ?? []) {
        const { at, pattern, needs } = patterns[i] as (typeof patterns)[number]
        const count = (met.get(i) ?? 0) + 1
        met.set(i, count)
        if (count < needs.size) continue
        const own = spansOf(pattern, found, said)
        if (own.length > 0) spans.set(at, [...(spans.get(at) ?? []), ...own])
      }
    }
    if (spans.size === 0) return []
    const negated = given.negations.flatMap((pattern) => spansOf(pattern, found, said))
    return [...spans]
      .sort(([a], [b]) => a - b)
      .flatMap(([at, own]) => {
        const frame = given.frames[at] as Frame
        const exceptions = frame.not.flatMap((pattern) => spansOf(pattern, found, said))
        return own
          .filter((span) => !exceptions.some((each) => each.start < span.end && span.start < each.end))
          .filter((span) => !negated.some((each) => negates(each, span)))
          .map(({ start, end }) => ({ frame, start, end }))
      })
  }
}

function needsOf({ slots }: Pattern): ReadonlySet<number> {
  return new Set(slots.filter(({ optional }) => !optional).map(({ set }) => set))
}

/** Whether a negation begins before a match and reaches it: 不是要|找记者, 不是(要找)记者. */
function negates(negation: Span, { start, head }: Span): boolean {
  return negation.start < start && negation.end >= start - AFTER_NEGATION && negation.end <= head
}

/** Where a pattern fits, the shortest way to each end. */
function spansOf({ slots, first, last }: Pattern, found: Occurrences, { text, pauses, stops }: Clean): Span[] {
  let open = new Map<number, Span>()
  for (const [i, { set, gap, pausing, optional }] of slots.entries()) {
    const next = new Map<number, Span>(optional ? open : [])
    for (const { start, end } of found.get(set) ?? []) {
      const before = i === 0 ? undefined : reached(open, start, gap, pausing ? stops : pauses)
      if (i === 0 ? first && start > 0 && !pauses.has(start) : !before) continue
      const span: Span = before ? { start: before.start, end, head: before.head } : { start, end, head: end }
      const known = next.get(end)
      if (!known || known.start < span.start) next.set(end, span)
    }
    if (next.size === 0) return []
    open = next
  }
  const spans = [...open.values()]
  return last ? spans.filter(({ end }) => end === text.length || pauses.has(end)) : spans
}

/** What ended at most `gap` characters before `start` with no bar between; the nearest. */
function reached(open: ReadonlyMap<number, Span>, start: number, gap: number, bars: ReadonlySet<number>): Span | undefined {
  for (let end = start; end >= start - gap; end--) {
    if (bars.has(end)) return undefined
    const span = open.get(end)
    if (span) return span
  }
  return undefined
}
