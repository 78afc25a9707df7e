import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decide, holds } from '../../src/core/rules/decide.ts'
import type { DecisionTable, Facts } from '../../src/core/rules/decision-table.ts'
import { packOf } from '../engine/support.ts'
import { EXAMPLES, WORDS } from './examples.ts'

const { rules, roles } = packOf('telecom')

function table(id: string): DecisionTable {
  const found = rules[id]
  if (!found) throw new Error(`there is no table ${id}`)
  return found
}

function first(id: string, facts: Facts) {
  return decide(table(id), facts).map(({ gives }) => Object.values(gives)[0])
}

describe('[A1] each table answers', () => {
  const all = Object.entries(EXAMPLES).flatMap(([id, examples]) => examples.map(([facts, answers]) => ({ id, facts, answers })))
  test.each(all)('$id: $facts → $answers', ({ id, facts, answers }) => {
    expect(first(id, facts)).toEqual(answers)
  })

  test.each(Object.values(rules).map(({ id }) => id))('%s: every row holds of some example', (id) => {
    const facts = [...(EXAMPLES[id] ?? []).map(([asked]) => asked), ...(WORDS[id] ?? [])]
    const idle = table(id).rows.filter((row) => !facts.some((asked) => holds(row, asked)))
    expect(idle.map(({ at }) => at)).toEqual([])
    expect(table(id).otherwise !== undefined && !facts.some((asked) => table(id).rows.every((row) => !holds(row, asked)))).toBe(false)
  })

  test('each way to approve a refund is another', () => {
    const paths = (WORDS['refund-approval'] ?? []).map((facts) => first('refund-approval', facts))
    expect(paths.every((path) => path.length === 1)).toBe(true)
    expect(new Set(paths.map((path) => JSON.stringify(path))).size).toBe(paths.length)
  })
})

/** Sums in cents, so that each is one that can be paid. */
const amount = fc.integer({ min: 0, max: 1_000_000 }).map((cents) => cents / 100)

test('[A2] every sum has exactly one who decides, and never a lower one than a smaller sum', () => {
  const rank = (sum: number) => roles.findIndex(({ id }) => id === first('refund-authority', { amount: sum })[0])
  fc.assert(
    fc.property(amount, amount, (one, other) => {
      const holding = table('refund-authority').rows.filter((row) => holds(row, { amount: one }))
      expect(holding).toHaveLength(1)
      expect(rank(Math.max(one, other))).toBeGreaterThanOrEqual(rank(Math.min(one, other)))
    }),
  )
})

test('[A3] every class has exactly one time to reply, and an urgent one never a longer than an ordinary one', () => {
  const choices = (id: string, input: string): (string | undefined)[] => {
    const asked = table(id).inputs[input]
    return asked?.type === 'choice' ? [...Object.keys(asked.choices), ...(asked.optional ? [undefined] : [])] : []
  }
  const known = (facts: Facts) => Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined))
  for (const own of choices('reply-time', 'class'))
    for (const tier of choices('reply-time', 'tier'))
      for (const brand of choices('reply-time', 'brand'))
        for (const transfer of choices('reply-time', 'transfer'))
          for (const international of [false, true]) {
            const facts = { tier, brand, transfer, international }
            const [hours, ...others] = first('reply-time', known({ ...facts, class: own }))
            expect(others).toEqual([])
            expect(hours).toBeGreaterThan(0)
            expect(Number(hours)).toBeLessThanOrEqual(Number(first('reply-time', known({ ...facts, class: 'ordinary' }))[0]))
          }
})
