import type { MoveKind } from '../../core/pack.ts'
import { authoredMachine, type Check } from './check.ts'

const KINDS: readonly { readonly kind: MoveKind; readonly what: string }[] = [
  { kind: 'resists', what: 'a customer who does not follow' },
  { kind: 'escalates', what: 'a customer who escalates' },
  { kind: 'softens', what: 'a customer who softens' },
]

export const counterMoves: Check = {
  id: 'counter-moves',
  description: 'Every scenario knows what to do when the customer does not follow, escalates, or softens.',
  run: (context) =>
    Object.values(context.pack.scenarios).flatMap((scenario) => {
      const machine = context.pack.machines[scenario.id]
      const placed = authoredMachine(context, scenario.id)
      if (!machine || !placed) return []
      const triggers = Object.values(machine.states).flatMap((state) => state.on.map(({ trigger }) => trigger))
      const kinds = new Set(triggers.flatMap((trigger) => (trigger.type === 'move' ? (context.pack.moves[trigger.move]?.kind ?? []) : [])))
      return KINDS.filter(({ kind }) => !kinds.has(kind)).map(({ kind, what }) =>
        placed.file.report(
          ['states'],
          'counter-moves',
          `${scenario.id} has no answer to ${what}`,
          `Let some state answer to a move of kind “${kind}”.`,
        ),
      )
    }),
}
