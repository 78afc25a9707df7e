import {
  type Choices,
  type Conclusion,
  type DecisionTable,
  type Output,
  type RuleInput,
  type RuleOutput,
  type RuleRow,
  type Test,
  UNITS,
  type Unit,
} from '../../core/rules/decision-table.ts'
import type { Diagnostic } from '../diagnostics.ts'
import type { Placed } from '../read-pack.ts'
import { type Path, suggest } from '../source-file.ts'
import { readCell } from './read-cell.ts'
import type { AuthoredRule, List } from './rule-schema.ts'

/** What a pack lets be chosen elsewhere. */
export type Lists = Readonly<Record<List, Choices>>

/** A table as it is shipped. What cannot be read is left out and told, with its line; whether its sources are known is asked elsewhere. */
export function linkRule({ value, file }: Placed<AuthoredRule>, lists: Lists, found: Diagnostic[]): DecisionTable {
  const report = (path: Path, message: string, tip: string) => found.push(file.report(path, 'rule-table', message, tip))
  const inputs = mapValues(value.inputs, (input) => linkInput(input, lists))
  const outputs = mapValues(value.outputs, (output) => linkOutput(output, lists))

  const conclusion = ({ gives, source, note }: Omit<AuthoredRule['rows'][number], 'when'>, path: Path): Conclusion => {
    for (const id of Object.keys(outputs))
      if (!(id in gives)) report([...path, 'gives'], `“${id}” is missing`, 'Every row answers every output.')
    const told = Object.entries(gives).flatMap(([id, each]): [string, Output][] => {
      const output = outputs[id]
      const fault = output ? faultOf(output, each) : { message: `there is no output “${id}”`, tip: suggest(id, Object.keys(outputs)) }
      if (fault) report([...path, 'gives', id], fault.message, fault.tip)
      return fault ? [] : [[id, each]]
    })
    return { gives: Object.fromEntries(told), source, ...(note ? { note } : {}), at: file.at(path) }
  }

  const rows = value.rows.map((row, i): RuleRow => {
    const path = ['rows', i]
    const when = Object.entries(row.when).flatMap(([id, cell]): [string, readonly Test[]][] => {
      const input = inputs[id]
      const read = input ? readCell(input, cell) : { message: `there is no input “${id}”`, tip: suggest(id, Object.keys(inputs)) }
      if (!('message' in read)) return [[id, read]]
      report([...path, 'when', id], read.message, read.tip)
      return []
    })
    return { when: Object.fromEntries(when), ...conclusion(row, path) }
  })
  return {
    id: value.id,
    title: value.title,
    hit: value.hit,
    inputs,
    outputs,
    rows,
    ...(value.otherwise ? { otherwise: conclusion(value.otherwise, ['otherwise']) } : {}),
    holds: value.holds,
    ...(value.counsel ? { counsel: value.counsel } : {}),
    at: file.at([]),
  }
}

function linkInput(input: AuthoredRule['inputs'][string], lists: Lists): RuleInput {
  const title = { zh: input.zh, en: input.en }
  const optional = input.optional ?? false
  if ('choices' in input) return { type: 'choice', title, choices: input.choices, optional }
  if (input.type === 'flag') return { type: 'flag', title }
  return isUnit(input.type)
    ? { type: 'number', title, unit: input.type, optional }
    : { type: 'choice', title, choices: lists[input.type], optional }
}

function linkOutput(output: AuthoredRule['outputs'][string], lists: Lists): RuleOutput {
  const title = { zh: output.zh, en: output.en }
  if ('choices' in output) return { type: 'choice', title, choices: output.choices }
  if (output.type === 'flag' || output.type === 'text') return { type: output.type, title }
  return isUnit(output.type) ? { type: 'number', title, unit: output.type } : { type: 'choice', title, choices: lists[output.type] }
}

function isUnit(type: string): type is Unit {
  return (UNITS as readonly string[]).includes(type)
}

function faultOf(output: RuleOutput, value: Output): { readonly message: string; readonly tip: string } | undefined {
  switch (output.type) {
    case 'number':
      return typeof value === 'number' && value >= 0
        ? undefined
        : { message: `expected a number of ${output.unit}`, tip: 'Write it without its unit.' }
    case 'flag':
      return typeof value === 'boolean' ? undefined : { message: 'expected true or false', tip: 'Write true or false.' }
    case 'text':
      return typeof value === 'object' ? undefined : { message: 'expected words in both languages', tip: 'Write {zh: …, en: …}.' }
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(output.choices, value)
        ? undefined
        : { message: `there is no choice “${String(value)}”`, tip: suggest(String(value), Object.keys(output.choices)) }
  }
}

function mapValues<V, W>(of: Readonly<Record<string, V>>, change: (value: V) => W): Record<string, W> {
  return Object.fromEntries(Object.entries(of).map(([key, value]) => [key, change(value)]))
}
