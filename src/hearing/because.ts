import type { Clean } from './clean.ts'
import { type Evidence, evidence } from './evidence.ts'
import type { FrameMatch } from './frames.ts'
import type { Gram } from './grams.ts'

/** How many pieces of an utterance are quoted for one finding. */
const QUOTES = 3

/** The pieces of an utterance that speak most for a class, as they were said, in their order. */
export function becauseOf(weigher: (gram: string) => number, grams: readonly Gram[], { at: places }: Clean, text: string): Evidence[] {
  const weigh = new Float64Array(places.length)
  for (const { gram, start, length } of grams) {
    const weight = weigher(gram)
    // A gram speaks for all of its characters, a longer one not louder than a short one.
    for (let place = start; place < start + length; place++) weigh[place] = (weigh[place] as number) + weight / length
  }
  const top = Math.max(...weigh)
  if (top <= 0) return []
  const spans: { start: number; end: number; weight: number }[] = []
  for (let i = 0; i < weigh.length; i++) {
    if ((weigh[i] as number) < top * 0.35) continue
    const before = spans.at(-1)
    // What is parted by one character only is quoted in one piece.
    if (before && i - before.end <= 1) {
      before.end = i + 1
      before.weight += weigh[i] as number
    } else spans.push({ start: i, end: i + 1, weight: weigh[i] as number })
  }
  return spans
    .sort((a, b) => b.weight - a.weight)
    .slice(0, QUOTES)
    .sort((a, b) => a.start - b.start)
    .map((span) => quoted(span, places, text))
}

/** What frames were found in, where they overlap in one piece. */
export function quotesOf(matches: readonly FrameMatch[], { at: places }: Clean, text: string): Evidence[] {
  const spans: { start: number; end: number }[] = []
  for (const { start, end } of [...matches].sort((a, b) => a.start - b.start)) {
    const before = spans.at(-1)
    if (before && start <= before.end) before.end = Math.max(before.end, end)
    else spans.push({ start, end })
  }
  return spans.slice(0, QUOTES).map((span) => quoted(span, places, text))
}

/** A piece of the clean text as it was said. */
function quoted({ start, end }: { readonly start: number; readonly end: number }, places: readonly number[], text: string): Evidence {
  const last = places[end - 1] ?? 0
  return evidence(text, places[start] ?? 0, last + characterAt(text, last))
}

/** How many places a character takes in a text. */
function characterAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
}
