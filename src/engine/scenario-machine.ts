import { type AnyStateMachine, setup } from 'xstate'
import { holds } from '../core/machines.ts'
import type { Machine, MachineState, Transition } from '../core/pack.ts'
import { eventName } from './event-name.ts'

interface Context {
  /** How often each state has been entered; kept by the fold, handed in when the machine is restored. */
  readonly seen: Readonly<Record<string, number>>
}

/**
 * A scenario as an XState machine.
 *
 * It performs nothing: entering a state and opening another scenario come back from `transition()` as the actions
 * `entered` and `open`, which the engine turns into facts.
 */
export function scenarioMachine(machine: Machine): AnyStateMachine {
  return setup({
    types: { context: {} as Context, events: {} as { type: string } },
    guards: {
      seen: ({ context }, when: { readonly seen: string; readonly times: number }) => holds({ when }, context.seen),
    },
    actions: {
      entered: (_, _params: { readonly state: string }) => {},
      open: (_, _params: { readonly scenario: string }) => {},
    },
  }).createMachine({
    id: machine.id,
    context: { seen: {} },
    initial: machine.entry,
    states: Object.fromEntries(
      Object.values(machine.states).map((state) => [
        state.id,
        {
          entry: { type: 'entered' as const, params: { state: state.id } },
          ...(state.final ? { type: 'final' as const } : { on: transitionsOf(state) }),
        },
      ]),
    ),
  })
}

/** A state's transitions by event name, each a list of branches that are tried in order. */
export function transitionsOf(state: MachineState, leadsOn: (transition: Transition) => boolean = () => true) {
  const byEvent: Record<string, ReturnType<typeof branchOf>[]> = {}
  for (const transition of state.on.filter(leadsOn)) {
    const name = eventName(transition.trigger)
    byEvent[name] = [...(byEvent[name] ?? []), branchOf(transition)]
  }
  return byEvent
}

function branchOf({ to, start, when }: Transition) {
  return {
    // A state that leads back to itself is entered again, so that repeats are counted.
    ...(to ? { target: to, reenter: true } : {}),
    ...(when ? { guard: { type: 'seen' as const, params: when } } : {}),
    ...(start ? { actions: { type: 'open' as const, params: { scenario: start } } } : {}),
  }
}
