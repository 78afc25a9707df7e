import { dayOf, startOf } from '../core/calendar/days.ts'
import type { Command, Refusal } from '../core/events.ts'
import { REFUSALS } from '../core/gates.ts'
import { authorised } from '../core/lines.ts'
import { dueAt, promiseDue } from '../core/promises.ts'
import { resemblance } from '../core/resemblance.ts'
import { inFront } from '../core/state.ts'
import type { Recorder } from './recorder.ts'

/** The rule that promises in the agent's own words fall under. */
const SPOKEN = 'spoken'

/** Longer than this is no promise but a speech: characters of the clause around the time that was named. */
const MOST_WORDS = 40
const CLAUSE = /[，,。；;！!？?\s]/u

/** Times that are no further apart name the same moment: milliseconds. */
const SAME_MOMENT = 10 * 60_000
/** From here on two wordings promise the same thing, when it is for the same moment. */
const SAME_THING = 0.3

/** Takes times that the agent has named aloud into the ledger, in the agent's words; what is only said again stands already. (docs/rules.md M3) */
export function noteCommitments(record: Recorder, { text, findings: { commitments = [] } }: Extract<Command, { type: 'Hear' }>): void {
  const { pack, now } = record
  if (!pack.promises[SPOKEN]) return
  for (const commitment of commitments) {
    const due = 'day' in commitment ? endOfDay(now, commitment.day) : dueAt(pack, now, commitment.within)
    const words = clauseOf(text, commitment.because[0]?.start ?? 0)
    const standing = record.state.promises.some(
      (each) =>
        each.keptAt === undefined &&
        Math.abs(each.due - due) <= SAME_MOMENT &&
        (each.words === undefined || resemblance(words, each.words) >= SAME_THING),
    )
    if (!standing) record.emit({ type: 'PromiseMade', promise: SPOKEN, line: '', due, about: inFront(record.state), words })
  }
}

/** The midnight that ends a day, so many days from the one that a moment falls on. */
function endOfDay(now: number, day: number): number {
  return startOf(dayOf(now) + day + 1)
}

/** The clause in which something stands. */
function clauseOf(text: string, at: number): string {
  let from = at
  while (from > 0 && !CLAUSE.test(text[from - 1] ?? '')) from--
  let to = at
  while (to < text.length && !CLAUSE.test(text[to] ?? '')) to++
  return text.slice(from, Math.min(to, from + MOST_WORDS))
}

/** Commits to something by a key or in words of the agent's own, where that is within the authority of this call. (docs/rules.md M4) */
export function promise(
  record: Recorder,
  { promise: id, within, day, words }: Extract<Command, { type: 'MakePromise' }>,
): Refusal | undefined {
  const { pack, state, now } = record
  const rule = pack.promises[id]
  if (!rule) return REFUSALS.noChange
  if (!authorised(pack, id, state)) {
    const role = pack.roles.find((each) => each.id === rule.authority)
    const who = role?.title ?? { zh: '上级', en: 'somebody above' }
    return { code: 'beyond-authority', why: { zh: `要${who.zh}才能答应`, en: `Only ${who.en} may promise this` } }
  }
  record.emit({
    type: 'PromiseMade',
    promise: id,
    line: '',
    due: day === undefined ? promiseDue(pack, state, within ? { ...rule, within } : rule, now) : endOfDay(now, day),
    about: inFront(state),
    ...(words ? { words } : {}),
  })
  return undefined
}
