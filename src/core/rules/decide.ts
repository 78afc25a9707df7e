import { invariant } from '../invariant.ts'
import type { Conclusion, DecisionTable, Fact, Facts, RuleInput, RuleRow, Test } from './decision-table.ts'

/**
 * What a table says of some facts, by its hit policy: one conclusion, or for `collect` as many as hold. With no row that holds it is what
 * the table says otherwise, or nothing.
 *
 * @example
 * decide(pack.rules['refund-authority'], { amount: 300 }) // [{ gives: { role: 'shop-manager' }, source: ['tel.fee.authority'], … }]
 */
export function decide(table: DecisionTable, facts: Facts): readonly Conclusion[] {
  for (const [id, input] of Object.entries(table.inputs))
    invariant(isOf(input, facts[id]), `table ${table.id} was asked about ${id} = ${String(facts[id])}`)
  const holding = table.rows.filter((row) => holds(row, facts))
  if (holding.length === 0) return table.otherwise ? [table.otherwise] : []
  switch (table.hit) {
    case 'unique':
    case 'first':
      return holding.slice(0, 1)
    case 'collect':
      return holding
    case 'minimum':
      return [lowest(table, holding)]
  }
}

/** Whether a row holds of some facts. */
export function holds({ when }: RuleRow, facts: Facts): boolean {
  return Object.entries(when).every(([input, tests]) => tests.some((test) => passes(test, facts[input])))
}

function passes(test: Test, fact: Fact): boolean {
  switch (test.type) {
    case 'absent':
      return fact === undefined
    case 'is':
      return fact === test.value
    case 'between': {
      if (typeof fact !== 'number') return false
      const { from, to } = test
      const above = !from || fact > from.value || (from.included && fact === from.value)
      return above && (!to || fact < to.value || (to.included && fact === to.value))
    }
  }
}

function lowest({ outputs }: DecisionTable, rows: readonly RuleRow[]): RuleRow {
  const [first = ''] = Object.keys(outputs)
  return rows.reduce((least, row) => (Number(row.gives[first]) < Number(least.gives[first]) ? row : least))
}

/** Whether a fact is one that an input can take. */
function isOf(input: RuleInput, fact: Fact): boolean {
  if (fact === undefined) return input.type !== 'flag' && input.optional
  switch (input.type) {
    case 'number':
      return typeof fact === 'number' && fact >= 0 && fact < Number.POSITIVE_INFINITY
    case 'choice':
      return typeof fact === 'string' && Object.hasOwn(input.choices, fact)
    case 'flag':
      return typeof fact === 'boolean'
  }
}
