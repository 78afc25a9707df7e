import type { CallEvent } from '../events.ts'
import { batchesOf } from './trainee-turn.ts'

/** One thing that was said in a drill, as it stands on the page. */
export interface Spoken {
  /** Id of the event that tells it. */
  readonly id: string
  readonly who: 'agent' | 'customer'
  readonly text: string
  /** Milliseconds since the call began. */
  readonly at: number
}

/** All that was said in a call, in order; a turn that was corrected stands once, and what a line's key stands for too. */
export function talkOf(events: readonly CallEvent[]): readonly Spoken[] {
  const begun = events[0]?.at ?? 0
  const latest = new Map(events.flatMap((event) => (event.type === 'Heard' ? [[event.turn, event] as const] : [])))
  const told = new Set<string>()
  return batchesOf(events).flatMap((batch): readonly Spoken[] => {
    const heard = batch.find((event) => event.type === 'Heard')
    if (heard?.type === 'Heard') {
      if (told.has(heard.turn)) return []
      told.add(heard.turn)
      const { who, text } = latest.get(heard.turn) ?? heard
      return [{ id: heard.id, who, text, at: heard.at - begun }]
    }
    return batch.flatMap((event) =>
      event.type === 'LineSaid' ? [{ id: event.id, who: 'agent' as const, text: event.text, at: event.at - begun }] : [],
    )
  })
}
