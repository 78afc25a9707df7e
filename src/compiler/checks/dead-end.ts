import { reachesFinal } from '../graph.ts'
import { atState, authoredMachine, type Check, machinesOf } from './check.ts'

export const deadEnd: Check = {
  id: 'dead-end',
  description: 'From every state some outcome can be reached, and every machine has one.',
  run: (context) =>
    machinesOf(context).flatMap((machine) => {
      const states = Object.values(machine.states)
      if (!states.some((state) => state.final)) {
        const placed = authoredMachine(context, machine.id)
        return placed
          ? [placed.file.report(['states'], 'dead-end', `${machine.id} has no outcome`, 'Add a state with `outcome` and `then`.')]
          : []
      }
      const reaching = reachesFinal(machine)
      return states.flatMap((state) => {
        if (state.final && state.on.length > 0) {
          return atState(
            context,
            machine,
            state.id,
            ['on'],
            'dead-end',
            'an outcome is the end; it answers to nothing',
            'Take `on` out, or the `outcome`.',
          )
        }
        if (reaching.has(state.id)) return []
        const message = state.on.length === 0 ? 'the call gets stuck here' : 'the moves from here only lead in circles'
        return atState(context, machine, state.id, ['on'], 'dead-end', message, 'Give it a move that leads towards an outcome.')
      })
    }),
}
