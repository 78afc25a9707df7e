import type { MachineState } from '../../core/pack.ts'
import { type Edge, track } from '../graph.ts'
import { atState, authoredMachine, type Check, type CheckContext, linesOf, machinesOf, showPath } from './check.ts'

export const identityFirst: Check = {
  id: 'identity-first',
  description: 'On every path the customer is verified before account data is looked up or told.',
  run: (context) =>
    machinesOf(context).flatMap((machine) => {
      const entry = machine.states[machine.entry]
      if (!entry) return []
      const found: ReturnType<Check['run']> = []
      const asked = (state: MachineState) =>
        authoredMachine(context, machine.id)?.value.states[state.id]?.requires?.includes('identity') ?? false
      track(
        machine,
        asked(entry),
        (verified, edge) => verified || verifies(context, edge) || asked(edge.to),
        ({ state, fact: verified, path }) => {
          const data = verified ? undefined : touches(context, state)
          if (!data) return
          found.push(
            ...atState(
              context,
              machine,
              state.id,
              [data.field],
              'identity-first',
              `“${data.name}” touches account data before identity was verified: ${showPath(path)}`,
              'Lead here by `step.verify-identity`, or declare `requires: [identity]`.',
            ),
          )
        },
      )
      return found
    }),
}

/** Leaving a state by a step that settles who is speaking. */
function verifies({ pack }: CheckContext, { by: { trigger } }: Edge): boolean {
  return trigger.type === 'step' && (pack.steps[trigger.step]?.identifies ?? false)
}

function touches({ pack }: CheckContext, state: MachineState): { readonly field: 'say' | 'do'; readonly name: string } | undefined {
  const line = linesOf(pack, state).find((each) => each.account)
  if (line) return { field: 'say', name: line.id }
  // A state may offer the verification and the look-up side by side: the look-up's own key stays closed till then.
  if (state.do.some((id) => pack.steps[id]?.identifies)) return undefined
  const step = state.do.find((id) => pack.steps[id]?.account)
  return step ? { field: 'do', name: step } : undefined
}
