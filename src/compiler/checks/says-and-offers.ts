import { expired } from '../../core/lines.ts'
import { STEPS_SHOWN } from '../../core/view.ts'
import { atState, type Check, machinesOf } from './check.ts'

export const saysAndOffers: Check = {
  id: 'says-and-offers',
  description: 'Every state says something approved in every circumstance, offers a step, and stays within what a glance can hold.',
  run: (context) =>
    machinesOf(context).flatMap((machine) =>
      Object.values(machine.states).flatMap((state) => {
        if (state.final) return []
        const report = (field: string, message: string, tip: string) =>
          atState(context, machine, state.id, [field], 'says-and-offers', message, tip)
        const always = state.say.find((say) => !say.when)
        const line = always && context.pack.lines[always.line]
        const moves = new Set(state.on.flatMap(({ trigger }) => (trigger.type === 'move' ? [trigger.move] : [])))
        return [
          ...(state.say.length === 0 ? report('say', 'says nothing', 'Add `say:` with an approved line.') : []),
          ...(state.say.length > 0 && !always
            ? report('say', 'says something only in some circumstances', 'End the list with a line that has no `when`.')
            : []),
          ...(line && line.status !== 'approved'
            ? report('say', `says “${line.id}”, which is ${line.status}`, 'Have the line approved, or say another.')
            : []),
          ...(line && expired(line, noon(context.today))
            ? report('say', `says “${line.id}”, which expired on ${line.expires}`, 'Renew the line, or say another.')
            : []),
          ...(state.do.length === 0 ? report('do', 'offers no step', 'Add `do:` with one to three steps.') : []),
          ...(state.do.length > STEPS_SHOWN
            ? report('do', `offers ${state.do.length} steps`, `At most ${STEPS_SHOWN} fit in a glance.`)
            : []),
          ...(state.avoid.length > 2 ? report('avoid', `warns of ${state.avoid.length} wordings`, 'At most two fit in a glance.') : []),
          ...(moves.size > MOVES_SHOWN ? report('on', `answers to ${moves.size} moves`, `At most ${MOVES_SHOWN} have a key.`) : []),
        ]
      }),
    ),
}

/** Keys q to p. */
const MOVES_SHOWN = 10

function noon(date: string): number {
  return Date.parse(`${date}T12:00:00+08:00`)
}
