import type { CallEvent } from '../events.ts'
import type { Finding, Quote } from '../heard.ts'
import { idsOf } from '../heard-turns.ts'
import type { Act, Violation } from '../vocabulary.ts'
import { actsInWords } from './acts-in-words.ts'

/** One thing that the agent said, and what it did. */
export interface TraineeTurn {
  /** Id of the event that tells it. */
  readonly id: string
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly text: string
  readonly acts: readonly Act[]
  readonly violations: readonly Violation[]
  /** Those that were heard beyond doubt, or stand in so many words on the list of what not to say. */
  readonly sure: readonly Violation[]
  /** Whether they are words of the agent's own, not an approved line. */
  readonly own: boolean
}

/** How sure something must be heard before anybody is hurt by it, or fails for it. */
export const SURE = 0.75

/**
 * What the agent said in one step of a call; `undefined` for a step in which nothing was said.
 *
 * @param batch the events that one command led to
 */
export function traineeTurnOf(batch: readonly CallEvent[]): TraineeTurn | undefined {
  const spoken = batch.find((event) => event.type === 'Heard' && event.who === 'agent') ?? batch.find((event) => event.type === 'LineSaid')
  if (spoken?.type !== 'Heard' && spoken?.type !== 'LineSaid') return undefined
  const acts = new Set<Act>()
  const violations = new Set<Violation>()
  const heard = new Map<Violation, Finding<Violation>>()
  for (const event of batch) {
    if (event.type === 'LineSaid') for (const act of event.acts) acts.add(act)
    if (event.type === 'Heard' && event.who === 'agent') for (const act of idsOf(event.findings.acts)) acts.add(act)
    if (event.type === 'Heard' && event.who === 'agent') for (const found of event.findings.violations) heard.set(found.id, found)
  }
  const sure = new Set<Violation>()
  for (const event of batch) {
    if (event.type !== 'SlipNoted') continue
    violations.add(event.violation)
    const found = heard.get(event.violation)
    if (!found || found.score >= SURE || !sameQuotes(found.because, event.because)) sure.add(event.violation)
  }
  return {
    id: spoken.id,
    at: spoken.at,
    text: spoken.text,
    acts: spoken.type === 'Heard' ? actsInWords(spoken.text, acts) : [...acts],
    violations: [...violations],
    sure: [...sure],
    own: spoken.type === 'Heard',
  }
}

/** What stands on the list is noted with the words of the list, not with those that it was recognised by. */
function sameQuotes(a: readonly Quote[], b: readonly Quote[]): boolean {
  return a.length === b.length && a.every(({ start, end }, i) => start === b[i]?.start && end === b[i]?.end)
}

/** What the agent has done without a word since the customer last spoke: looked something up, noted something down. */
export function doneSilently(events: readonly CallEvent[]): readonly Act[] {
  const heard = events.findLastIndex((event) => event.type === 'Heard' && event.who === 'customer')
  return events.slice(heard + 1).flatMap((event) => (event.type === 'StepDone' ? event.acts : []))
}

/** The steps of a log: events in a row that one command led to. */
export function batchesOf(events: readonly CallEvent[]): readonly (readonly CallEvent[])[] {
  const batches: CallEvent[][] = []
  for (const event of events) {
    const last = batches.at(-1)
    if (last && last[0]?.cause === event.cause) last.push(event)
    else batches.push([event])
  }
  return batches
}
