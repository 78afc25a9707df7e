import { STAGES } from '../../core/vocabulary.ts'
import { type Edge, track } from '../graph.ts'
import { atState, type Check, machinesOf, showPath } from './check.ts'

const CARE = STAGES.indexOf('care')

export const caringClose: Check = {
  id: 'caring-close',
  description: 'Every path to an outcome passes the caring close, or logs a reason.',
  run: (context) => [
    ...Object.values(context.pack.journeys).flatMap((id) => {
      const journey = context.pack.machines[id]
      if (!journey) return []
      const found: ReturnType<Check['run']> = []
      const caring = (cared: boolean, { to }: Edge) => cared || to.stage === 'care'
      track(journey, journey.states[journey.entry]?.stage === 'care', caring, ({ state, fact: cared, path }) => {
        if (!state.final || cared || state.final.reason) return
        found.push(
          ...atState(
            context,
            journey,
            state.id,
            [],
            'caring-close',
            `reached without a caring close: ${showPath(path)}`,
            'Lead the journey through its care states, or give a `reason`.',
          ),
        )
      })
      return found
    }),
    ...machinesOf(context).flatMap((machine) =>
      Object.values(machine.states).flatMap((state) => {
        if (!context.pack.scenarios[machine.id] || !state.final || state.final.reason || state.final.next === 'back') return []
        if (STAGES.indexOf(state.final.next) <= CARE) return []
        return atState(
          context,
          machine,
          state.id,
          ['then'],
          'caring-close',
          `sends the journey past the caring close, to “${state.final.next}”`,
          'Go on at `care` or before, or give a `reason` that is logged.',
        )
      }),
    ),
  ],
}
