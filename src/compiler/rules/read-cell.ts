import type { Bound, RuleInput, Test } from '../../core/rules/decision-table.ts'
import { STEP } from '../../core/rules/decision-table.ts'
import { suggest } from '../source-file.ts'
import type { AuthoredCell } from './rule-schema.ts'

/** Why a cell cannot be read, and what to write instead. */
export interface CellFault {
  readonly message: string
  readonly tip: string
}

const NUMBER = '(\\d+(?:\\.\\d+)?)'
const RANGE = new RegExp(`^([[(])\\s*${NUMBER}\\s*\\.\\.\\s*${NUMBER}\\s*([\\])])$`, 'u')
const COMPARED = new RegExp(`^(<=|>=|<|>)\\s*${NUMBER}$`, 'u')
const ALONE = new RegExp(`^${NUMBER}$`, 'u')
const NOT = /^not\((.+)\)$/u
const ABSENT = 'none'
const NUMBERS = 'Write [0..100] with both ends in it, (100..500] with the first one out, > 10, <= 3, or a number.'

/** The tests that a cell of a table stands for; any of them may pass. */
export function readCell(input: RuleInput, cell: AuthoredCell): readonly Test[] | CellFault {
  const parts = Array.isArray(cell) ? cell : [cell]
  const tests: Test[] = []
  for (const part of parts) {
    const read = readPart(input, part)
    if ('message' in read) return read
    tests.push(...read)
  }
  return tests
}

function readPart(input: RuleInput, part: string | number | boolean): readonly Test[] | CellFault {
  if (part === ABSENT)
    return input.type !== 'flag' && input.optional
      ? [{ type: 'absent' }]
      : { message: 'this input is always known', tip: 'Give it “optional: true”, or leave “none” out.' }
  switch (input.type) {
    case 'number':
      return readNumber(STEP[input.unit], String(part))
    case 'flag':
      return typeof part === 'boolean'
        ? [{ type: 'is', value: part }]
        : { message: `“${part}” is neither true nor false`, tip: 'Write true or false.' }
    case 'choice':
      return readChoice(Object.keys(input.choices), String(part))
  }
}

function readNumber(step: number, part: string): readonly Test[] | CellFault {
  const range = RANGE.exec(part)
  const compared = COMPARED.exec(part)
  const test = range
    ? between({ value: Number(range[2]), included: range[1] === '[' }, { value: Number(range[3]), included: range[4] === ']' })
    : compared
      ? comparison(compared[1] ?? '', Number(compared[2]))
      : ALONE.test(part)
        ? between({ value: Number(part), included: true }, { value: Number(part), included: true })
        : undefined
  if (!test) return { message: `“${part}” is no range of numbers`, tip: NUMBERS }
  const { from, to } = test
  if (from && to && (from.value > to.value || (from.value === to.value && !(from.included && to.included))))
    return { message: `nothing lies in “${part}”`, tip: 'The smaller number comes first.' }
  const odd = [from, to].find((bound) => bound && !isStep(bound.value, step))
  return odd ? { message: `${odd.value} falls between two values: they are ${step} apart`, tip: 'Round it.' } : [test]
}

type Between = Extract<Test, { type: 'between' }>

function between(from: Bound, to: Bound): Between {
  return { type: 'between', from, to }
}

function comparison(sign: string, value: number): Between {
  const bound = { value, included: sign.endsWith('=') }
  return sign.startsWith('>') ? { type: 'between', from: bound } : { type: 'between', to: bound }
}

function isStep(value: number, step: number): boolean {
  return Math.abs(Math.round(value / step) - value / step) < 1e-6
}

function readChoice(known: readonly string[], part: string): readonly Test[] | CellFault {
  const negated = NOT.exec(part)?.[1]
  const named = (negated ?? part).split(',').map((name) => name.trim())
  const unknown = named.find((name) => !known.includes(name))
  if (unknown !== undefined) return { message: `there is no choice “${unknown}”`, tip: suggest(unknown, known) }
  return known.filter((name) => named.includes(name) !== (negated !== undefined)).map((value) => ({ type: 'is', value }))
}
