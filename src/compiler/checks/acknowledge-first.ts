import type { MachineState } from '../../core/pack.ts'
import { ACKNOWLEDGING } from '../../core/state.ts'
import { track } from '../graph.ts'
import { SOLVING } from '../link.ts'
import { atState, authoredMachine, type Check, type CheckContext, linesOf, machinesOf, showPath } from './check.ts'

export const acknowledgeFirst: Check = {
  id: 'acknowledge-first',
  description: 'On every path something acknowledges the customer before, or in the same breath as, the first offer, position or promise.',
  run: (context) =>
    machinesOf(context).flatMap((machine) => {
      const entry = machine.states[machine.entry]
      if (!entry) return []
      const found: ReturnType<Check['run']> = []
      const asked = (state: MachineState) => requires(context, machine.id, state.id)
      track(
        machine,
        asked(entry),
        (acknowledged, { from, to }) => acknowledged || acknowledges(context, from) || asked(to),
        ({ state, fact: acknowledged, path }) => {
          if (acknowledged || acknowledges(context, state) || !solves(context, state)) return
          found.push(
            ...atState(
              context,
              machine,
              state.id,
              ['say'],
              'acknowledge-first',
              `proposes something before anything was acknowledged: ${showPath(path)}`,
              'Say a line with empathy, apology or restate first, or declare `requires: [acknowledged]`.',
            ),
          )
        },
      )
      return found
    }),
}

/** Whatever the circumstances, the state's line acknowledges. */
function acknowledges({ pack }: CheckContext, state: MachineState): boolean {
  const lines = linesOf(pack, state)
  return lines.length > 0 && lines.every((line) => line.acts.some((act) => ACKNOWLEDGING.includes(act)))
}

function solves({ pack }: CheckContext, state: MachineState): boolean {
  return linesOf(pack, state).some((line) => line.acts.some((act) => SOLVING.includes(act)))
}

/** What the author asked for: what the compiler adds by itself is the net below, not the script. */
function requires(context: CheckContext, machine: string, state: string): boolean {
  return authoredMachine(context, machine)?.value.states[state]?.requires?.includes('acknowledged') ?? false
}
