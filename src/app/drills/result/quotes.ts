import type { Persona } from '../../../core/drill/persona.ts'
import type { CallEvent } from '../../../core/events.ts'
import type { CompiledPack, Title } from '../../../core/pack.ts'
import { turnsOf } from '../../../core/scoring/call-turns.ts'
import { withNames } from '../names.ts'

/** What a point quotes: words that were said, or something that was done. */
export type Quote =
  | { readonly type: 'said'; readonly who: 'agent' | 'customer'; readonly words: string; readonly number: number; readonly at: number }
  | { readonly type: 'done'; readonly title: Title; readonly at: number }

/**
 * All that points can quote, by the id of its event; turns are numbered as they were spoken.
 *
 * @param persona who the customer was, where they are still known
 */
export function quotesOf(pack: CompiledPack, events: readonly CallEvent[], persona: Persona | undefined): ReadonlyMap<string, Quote> {
  const begun = events[0]?.at ?? 0
  const quotes = new Map<string, Quote>()
  let number = 0
  for (const turn of turnsOf(events)) {
    if (turn.text) {
      const words = turn.who === 'customer' ? withNames(turn.text, persona) : turn.text
      quotes.set(turn.id, { type: 'said', who: turn.who, words, number: ++number, at: turn.at - begun })
    } else if (turn.who === 'agent' && turn.step) {
      const title = pack.steps[turn.step]?.title
      if (title) quotes.set(turn.id, { type: 'done', title, at: turn.at - begun })
    }
  }
  for (const event of events) {
    const heard = event.type === 'Suggested' ? quotes.get(heardAs(events, event.turn) ?? '') : undefined
    const title = titleOf(pack, event)
    // What was heard in somebody's words is quoted by them: nobody has done it.
    if (heard) quotes.set(event.id, heard)
    else if (title) quotes.set(event.id, { type: 'done', title, at: event.at - begun })
  }
  return quotes
}

function titleOf(pack: CompiledPack, event: CallEvent): Title | undefined {
  if (event.type === 'PromiseMade') return pack.promises[event.promise]?.what
  if (event.type === 'Interrupted') return pack.scenarios[event.scenario]?.title
  if (event.type === 'Suggested' && event.what.type === 'scenario') return pack.scenarios[event.what.scenario]?.title
  return undefined
}

/** The event that tells a turn as it was heard in the end. */
function heardAs(events: readonly CallEvent[], turn: string): string | undefined {
  return events.findLast((event) => event.type === 'Heard' && event.turn === turn)?.id
}
