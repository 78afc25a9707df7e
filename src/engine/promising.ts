import type { Command, Refusal } from '../core/events.ts'
import { REFUSALS } from '../core/gates.ts'
import { authorised } from '../core/lines.ts'
import { dueAt } from '../core/promises.ts'
import { inFront } from '../core/state.ts'
import type { Recorder } from './recorder.ts'

/** Commits to something by a key or in words of the agent's own, where that is within the authority of this call. (docs/rules.md P2) */
export function promise(record: Recorder, { promise: id, within, words }: Extract<Command, { type: 'MakePromise' }>): Refusal | undefined {
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
    due: dueAt(pack, now, within ?? rule.within),
    about: inFront(state),
    ...(words ? { words } : {}),
  })
  return undefined
}
