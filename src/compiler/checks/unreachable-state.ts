import { reachable } from '../graph.ts'
import { atState, type Check, machinesOf } from './check.ts'

export const unreachableState: Check = {
  id: 'unreachable-state',
  description: 'Every state can be reached from the entry of its machine.',
  run: (context) =>
    machinesOf(context).flatMap((machine) => {
      const reached = reachable(machine)
      return Object.keys(machine.states)
        .filter((id) => !reached.has(id))
        .flatMap((id) =>
          atState(context, machine, id, [], 'unreachable-state', 'nothing leads here', 'Lead a move here, or take the state out.'),
        )
    }),
}
