import type { Command, Refusal } from '../core/events.ts'
import { REFUSALS } from '../core/gates.ts'
import { invariant } from '../core/invariant.ts'
import { fill, slotValues, usable, wordingsOf } from '../core/lines.ts'
import { promiseDue } from '../core/promises.ts'
import { inFront } from '../core/state.ts'
import { cardLine } from '../core/view.ts'
import { trigger } from './moving.ts'
import type { Recorder } from './recorder.ts'

/** Marks a line as said: its acts count, its promises stand, and the machine goes on if the line was its own. */
export function say(record: Recorder, { line: id, wording, via }: Extract<Command, { type: 'SayLine' }>): Refusal | undefined {
  const { pack, state, now } = record
  const line = pack.lines[id]
  const card = cardLine(state, pack, now)
  const onCard = card.line.id === id
  if (!line || (via !== 'search' && !onCard) || !usable(pack, line, now, state)) return REFUSALS.lineNotUsable
  const text = wording === 'own' ? '' : wordingsOf(line)[wording]
  if (text === undefined) return REFUSALS.lineNotUsable

  // What was heard in the agent's own words has been counted for what it really did.
  const acts = via === 'heard' && wording === 'own' ? [] : line.acts
  record.emit({ type: 'LineSaid', line: id, wording, text: fill(pack, text, slotValues(pack, state)), acts, via })
  for (const promise of state.promises) {
    const eased = pack.promises[promise.promise]?.nudge.includes(id)
    if (eased && promise.keptAt === undefined) record.emit({ type: 'PromiseKept', promise: promise.promise, made: promise.id })
  }
  for (const promise of line.promises) {
    const rule = pack.promises[promise]
    invariant(rule, `promises are linked: ${promise}`)
    record.emit({ type: 'PromiseMade', promise, line: id, due: promiseDue(pack, state, rule, now), about: inFront(state) })
  }
  // A line that stood in for the script leaves the script where it is.
  if (onCard && (card.kind === 'script' || card.kind === 'danger')) trigger(record, { type: 'said' })
  return undefined
}

/** Puts another wording of a line on the card; the same one is on show after a reload. */
export function pickWording(record: Recorder, id: string, wording: number): Refusal | undefined {
  const line = record.pack.lines[id]
  if (!line || wordingsOf(line)[wording] === undefined) return REFUSALS.lineNotUsable
  if ((record.state.wordings[id] ?? 0) === wording) return REFUSALS.noChange
  record.emit({ type: 'WordingPicked', line: id, wording })
  return undefined
}
