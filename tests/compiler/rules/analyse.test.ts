import fc from 'fast-check'
import { expect, test } from 'vitest'
import { analyse } from '../../../src/compiler/rules/analyse.ts'
import { holds } from '../../../src/core/rules/decide.ts'
import type { DecisionTable, Facts, HitPolicy, RuleRow, Test } from '../../../src/core/rules/decision-table.ts'

const words = { zh: '词', en: 'Word' }

function tableOf(hit: HitPolicy, whens: readonly RuleRow['when'][]): DecisionTable {
  return {
    id: 'any',
    title: words,
    hit,
    inputs: {
      count: { type: 'number', title: words, unit: 'count', optional: true },
      kind: { type: 'choice', title: words, choices: { a: words, b: words }, optional: false },
      urgent: { type: 'flag', title: words },
    },
    outputs: { hours: { type: 'number', title: words, unit: 'hours' } },
    rows: whens.map((when) => ({ when, gives: { hours: 1 }, source: ['x'], at: '' })),
    holds: '2026-11-22',
    at: '',
  }
}

const bound = fc.option(fc.record({ value: fc.integer({ min: 0, max: 6 }), included: fc.boolean() }), { nil: undefined })
const count: fc.Arbitrary<Test> = fc.oneof(
  fc.tuple(bound, bound).map(([from, to]): Test => ({ type: 'between', ...(from ? { from } : {}), ...(to ? { to } : {}) })),
  fc.constant<Test>({ type: 'absent' }),
)
const kind = fc.constantFrom('a', 'b').map((value): Test => ({ type: 'is', value }))
const urgent = fc.boolean().map((value): Test => ({ type: 'is', value }))
const when = fc.record(
  {
    count: fc.array(count, { minLength: 1, maxLength: 2 }),
    kind: fc.array(kind, { minLength: 1, maxLength: 2 }),
    urgent: fc.tuple(urgent),
  },
  { requiredKeys: [] },
)

/** Every fact that there is up to beyond the highest bound. */
const everything: readonly Facts[] = [undefined, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((count) =>
  ['a', 'b'].flatMap((kind) => [true, false].map((urgent) => ({ count, kind, urgent }))),
)

test('[A1] what is told of a table is what trying every fact shows', () => {
  fc.assert(
    fc.property(fc.constantFrom<HitPolicy>('unique', 'first', 'minimum'), fc.array(when, { minLength: 1, maxLength: 5 }), (hit, whens) => {
      const table = tableOf(hit, whens)
      const faults = analyse(table)
      const holding = everything.map((facts) => table.rows.flatMap((row, i) => (holds(row, facts) ? [i] : [])))
      expect(faults.some(({ type }) => type === 'gap')).toBe(holding.some((rows) => rows.length === 0))
      expect(faults.some(({ type }) => type === 'overlap')).toBe(hit === 'unique' && holding.some((rows) => rows.length > 1))
      const reached = new Set(holding.flatMap((rows) => (hit === 'first' ? rows.slice(0, 1) : rows)))
      expect(faults.flatMap((fault) => (fault.type === 'unreachable' ? [fault.row] : []))).toEqual(
        table.rows.flatMap((_, i) => (reached.has(i) ? [] : [i])),
      )
      for (const fault of faults) {
        if (fault.type === 'gap') expect(table.rows.some((row) => holds(row, fault.facts))).toBe(false)
        if (fault.type === 'overlap') expect(fault.rows.every((i) => holds(table.rows[i] as RuleRow, fault.facts))).toBe(true)
      }
    }),
  )
})
