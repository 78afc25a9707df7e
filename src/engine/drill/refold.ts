import { type TraineeTurn, traineeTurnOf } from '../../core/drill/trainee-turn.ts'
import type { CallEvent } from '../../core/events.ts'
import { fold } from '../../core/state.ts'
import type { Act, Violation } from '../../core/vocabulary.ts'
import { openMoves } from './drill-call.ts'
import { type Cast, curtain, type Played, react } from './react.ts'

/** Whose turn it is, after a log. */
export interface Refolded {
  readonly played: Played
  /** What the agent has said since the customer last spoke; absent when that is nothing. */
  readonly unanswered?: TraineeTurn
}

/** One answer of the customer, as it was played through again. */
export interface Step {
  /** What the agent had said; absent where nothing was. */
  readonly turn?: TraineeTurn
  /** Id of the event that tells the answer. */
  readonly answer: string
  readonly before: Played
  readonly after: Played
}

/**
 * How a customer stands after a log: they are played through it again. What they said stands in the log; what they made of it does not.
 *
 * @param events the log of a drill that was played by this cast
 */
export function refold(cast: Cast, events: readonly CallEvent[]): Refolded {
  const { steps, rest } = walk(cast, events)
  const unanswered = saidSince(rest)
  return { played: steps.at(-1)?.after ?? curtain(cast), ...(unanswered ? { unanswered } : {}) }
}

/** Plays a log through again, answer by answer; `rest` is what came after the last one. */
export function walk(cast: Cast, events: readonly CallEvent[]): { readonly steps: readonly Step[]; readonly rest: readonly CallEvent[] } {
  const steps: Step[] = []
  let before = curtain(cast)
  let begun = 0
  for (const [i, event] of events.entries()) {
    if (event.type !== 'Heard' || event.who !== 'customer') continue
    const state = fold(events.slice(0, i))
    const turn = saidSince(events.slice(begun, i))
    const { answer: _, ...next } = react(cast, before, turn, openMoves(cast.pack, state))
    // The log is what was really said, by whichever edition of the words.
    const after = { ...next, said: [...before.said, event.text] }
    steps.push({ answer: event.id, before, after, ...(turn ? { turn } : {}) })
    before = after
    begun = i + 1
  }
  return { steps, rest: events.slice(begun) }
}

/** All that the agent has said and done in a stretch of a log, as one turn; `undefined` when nothing was said. */
export function saidSince(events: readonly CallEvent[]): TraineeTurn | undefined {
  const batches = new Map<string, CallEvent[]>()
  for (const event of events) batches.set(event.cause, [...(batches.get(event.cause) ?? []), event])
  const turns = [...batches.values()].flatMap((batch) => traineeTurnOf(batch) ?? [])
  const last = turns.at(-1)
  if (!last) return undefined
  const acts = new Set<Act>(turns.flatMap((turn) => turn.acts))
  for (const event of events) if (event.type === 'StepDone') for (const act of event.acts) acts.add(act)
  const violations = new Set<Violation>(turns.flatMap((turn) => turn.violations))
  return {
    ...last,
    text: turns.map(({ text }) => text).join('\n'),
    acts: [...acts],
    violations: [...violations],
    sure: [...new Set(turns.flatMap((turn) => turn.sure))],
    own: turns.some(({ own }) => own),
  }
}
