import type { Segment } from './contract.ts'
import type { Turn } from './turn.ts'
import { covers, endsBefore, isBlank, isNewer, joined, turnOf } from './utterance.ts'

/** The talk of one call as far as it has come in. Plain data; nothing here is ever changed. */
export interface Assembly {
  /** What has been said, by id, in the order in which it was first heard. */
  readonly finals: ReadonlyMap<string, Final>
  /** What is being said, by id: the pieces guessed so far. */
  readonly partials: ReadonlyMap<string, readonly Segment[]>
  /** Every sequence number up to this one has come, or was given up. */
  readonly floor: number
  /** Numbers above the floor that have come. */
  readonly ahead: ReadonlySet<number>
  /** Whether all that was said so far has a number, and a start. */
  readonly numbered: boolean
  readonly timed: boolean
}

interface Final {
  readonly segment: Segment
  /** Where it stands in the talk: of all its wordings, the earliest. */
  readonly sequence: number
  readonly start: number
  readonly arrival: number
  /** When it came, and whether it has been told. */
  readonly since: number
  readonly told: boolean
}

export type TurnNews =
  | { readonly type: 'speaking'; readonly turn: Turn }
  | { readonly type: 'said'; readonly turn: Turn; readonly late: boolean }
  | { readonly type: 'corrected'; readonly turn: Turn; readonly before: Turn }
  | { readonly type: 'gap'; readonly missing: number }

export interface Assembled {
  readonly assembly: Assembly
  readonly news: readonly TurnNews[]
}

/** How long something said waits for what should come before it, in milliseconds. */
export const HOLD = 600

export const SILENCE: Assembly = {
  finals: new Map(),
  partials: new Map(),
  floor: 0,
  ahead: new Set(),
  numbered: true,
  timed: true,
}

/**
 * Takes in one segment. What is final is told at once, and once; only while something before it is known to be missing (a number was
 * skipped, or somebody finished speaking before it and the final of that has not come) does it wait, `HOLD` at most.
 *
 * @param now milliseconds on any clock
 */
export function hear(before: Assembly, segment: Segment, now: number): Assembled {
  const assembly = counted(before, segment)
  if (!segment.final) return guess(assembly, segment)
  const { kept, news } = keep(assembly, segment, now)
  const settled = settle(kept, now)
  return { assembly: settled.assembly, news: [...news, ...settled.news] }
}

/** Tells what has waited long enough. Call it when {@link dueAt} has come. */
export function settle(assembly: Assembly, now: number): Assembled {
  const waiting = inOrder(assembly, (final) => !final.told)
  // What stands before something that is told is told with it.
  const last = waiting.findLastIndex((final) => now - final.since >= HOLD || isReady(assembly, final))
  return waiting.slice(0, last + 1).reduce<Assembled>(
    (so, final) => {
      const next = tell(so.assembly, final)
      return { assembly: next.assembly, news: [...so.news, ...next.news] }
    },
    { assembly, news: [] },
  )
}

/** When {@link settle} has something to tell if nothing more comes. */
export function dueAt({ finals }: Assembly): number | undefined {
  const since = [...finals.values()].filter(({ told }) => !told).map((final) => final.since)
  return since.length === 0 ? undefined : Math.min(...since) + HOLD
}

/** All that was told, in the order of the talk. */
export function turnsOf(assembly: Assembly): readonly Turn[] {
  return inOrder(assembly, ({ told, segment }) => told && !isBlank(segment)).map(({ segment }) => turnOf(segment))
}

/** Who is speaking now, and the guess at what. */
export function speakingOf({ partials }: Assembly): readonly Turn[] {
  return [...partials.values()].map(joined)
}

function counted(assembly: Assembly, { sequence }: Segment): Assembly {
  if (sequence === undefined || sequence <= assembly.floor || assembly.ahead.has(sequence)) return assembly
  return { ...assembly, ...raised(assembly.floor, new Set([...assembly.ahead, sequence])) }
}

/** The floor, with all that follows on it without a gap. */
function raised(floor: number, ahead: ReadonlySet<number>): Pick<Assembly, 'floor' | 'ahead'> {
  let top = floor
  while (ahead.has(top + 1)) top += 1
  return { floor: top, ahead: new Set([...ahead].filter((number) => number > top)) }
}

function guess(assembly: Assembly, segment: Segment): Assembled {
  const { finals, partials } = assembly
  const stale = finals.has(segment.id) || [...finals.values()].some(({ segment: said }) => covers(said, segment))
  const pieces = partials.get(segment.id) ?? []
  const same = pieces.find(({ part }) => part === segment.part)
  if (stale || (same && !isNewer(segment, same))) return { assembly, news: [] }
  const next = [...pieces.filter((piece) => piece !== same), segment]
  return {
    assembly: { ...assembly, partials: new Map([...partials, [segment.id, next]]) },
    news: [{ type: 'speaking', turn: joined(next) }],
  }
}

function keep(assembly: Assembly, segment: Segment, now: number): { kept: Assembly; news: readonly TurnNews[] } {
  const known = assembly.finals.get(segment.id)
  const wins = !known || isNewer(segment, known.segment)
  const final: Final = {
    segment: wins ? segment : known.segment,
    sequence: Math.min(segment.sequence ?? Number.POSITIVE_INFINITY, known?.sequence ?? Number.POSITIVE_INFINITY),
    start: Math.min(segment.start ?? Number.POSITIVE_INFINITY, known?.start ?? Number.POSITIVE_INFINITY),
    arrival: known?.arrival ?? assembly.finals.size,
    since: known?.since ?? now,
    told: known?.told ?? false,
  }
  const kept: Assembly = {
    ...assembly,
    finals: new Map([...assembly.finals, [segment.id, final]]),
    partials: new Map([...assembly.partials].filter(([id, [first]]) => id !== segment.id && !(first && covers(segment, first)))),
    numbered: assembly.numbered && final.sequence < Number.POSITIVE_INFINITY,
    timed: assembly.timed && final.start < Number.POSITIVE_INFINITY,
  }
  return { kept, news: known?.told && wins ? correction(kept, known.segment, final) : [] }
}

function correction(assembly: Assembly, before: Segment, after: Final): readonly TurnNews[] {
  const turn = turnOf(after.segment)
  const was = turnOf(before)
  if (turn.text === was.text && turn.who === was.who) return []
  // Of what was blank nobody has been told.
  return isBlank(before) ? [said(assembly, after)] : [{ type: 'corrected', turn, before: was }]
}

function isReady(assembly: Assembly, { segment: { sequence, start } }: Final): boolean {
  if (sequence !== undefined && sequence > assembly.floor) return false
  return [...assembly.partials.values()].every((pieces) => !endsBefore(pieces, start))
}

function tell(assembly: Assembly, final: Final): Assembled {
  const { sequence, id, start } = final.segment
  const told: Assembly = {
    ...assembly,
    finals: new Map([...assembly.finals, [id, { ...final, told: true }]]),
    // Nobody waits a second time for what did not come.
    partials: new Map([...assembly.partials].filter(([, pieces]) => !endsBefore(pieces, start))),
  }
  const news = isBlank(final.segment) ? [] : [said(assembly, final)]
  if (sequence === undefined || sequence <= assembly.floor) return { assembly: told, news }
  const below = [...assembly.ahead].filter((number) => number < sequence).length
  const missing = sequence - assembly.floor - 1 - below
  return {
    assembly: { ...told, ...raised(sequence, assembly.ahead) },
    news: missing > 0 ? [{ type: 'gap', missing }, ...news] : news,
  }
}

function said(assembly: Assembly, final: Final): TurnNews {
  const compare = comparison(assembly)
  const late = [...assembly.finals.values()].some((other) => other.told && !isBlank(other.segment) && compare(other, final) > 0)
  return { type: 'said', turn: turnOf(final.segment), late }
}

function inOrder(assembly: Assembly, wanted: (final: Final) => boolean): readonly Final[] {
  return [...assembly.finals.values()].filter(wanted).sort(comparison(assembly))
}

/** A host that numbers its segments decides the order; otherwise time does, and where that is not told either, how they came. */
function comparison({ numbered, timed }: Assembly): (a: Final, b: Final) => number {
  if (numbered) return (a, b) => a.sequence - b.sequence
  if (timed) return (a, b) => a.start - b.start || (a.segment.id < b.segment.id ? -1 : 1)
  return (a, b) => a.arrival - b.arrival
}
