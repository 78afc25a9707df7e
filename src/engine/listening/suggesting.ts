import { mayShow } from '../../core/attention.ts'
import { type Finding, keyOf, type Suggestable, type Suggestion } from '../../core/heard.ts'
import type { Recorder } from '../recorder.ts'

/** Something that could be done because of what was heard. */
export interface Chance {
  readonly what: Suggestable
  readonly found: Pick<Finding, 'score' | 'because'>
  readonly turn: string
}

/** Notes that something was done at once because of what was heard. */
export function noteApplied(record: Recorder, { what, found, turn }: Chance): void {
  record.emit({ type: 'Suggested', suggestion: nameOf(what, turn), what, way: 'applied', ...found, turn, danger: false })
}

/** Puts something to the agent: always when it is a danger, else while the agent has attention to spare. */
export function ask(record: Recorder, { what, found, turn }: Chance, danger: boolean): void {
  const { pack, state, now } = record
  if (!mayAsk(record, what, turn, danger)) return
  const way = danger || mayShow(pack.listening, state, now) ? 'asked' : 'held'
  record.emit({ type: 'Suggested', suggestion: nameOf(what, turn), what, way, ...found, turn, danger })
}

/** Whether something may be done at once: not what the agent has refused, put off or taken back before. */
export function mayApply({ state }: Recorder, what: Suggestable): boolean {
  const before = state.suggestions.findLast((each) => keyOf(each.what) === keyOf(what))
  return !before || !(refused(before) || before.answer === 'later')
}

/**
 * Whether something may be asked: not while it is being asked, not what was refused, and what was put off, lapsed or held only after a while.
 * A danger that was refused is asked again when it is heard again: better one key too many.
 */
function mayAsk({ pack, state, now }: Recorder, what: Suggestable, turn: string, danger: boolean): boolean {
  const before = state.suggestions.findLast((each) => keyOf(each.what) === keyOf(what))
  if (!before) return true
  if (before.turn === turn) return false
  if (danger) return before.answer !== undefined
  if (before.way === 'applied') return !before.undone && what.type !== 'scenario'
  return !refused(before) && now - before.at >= pack.listening.again
}

function refused({ answer, undone }: Suggestion): boolean {
  return answer === 'dismiss' || undone === true
}

/** One thing is suggested at most once a turn, so the two name a suggestion. */
function nameOf(what: Suggestable, turn: string): string {
  return `${keyOf(what)} @ ${turn}`
}
