import { describe, expect, test } from 'vitest'
import { compareEditions, type EditionRecord, recordEdition } from '../../../src/core/book/edition.ts'
import type { CompiledPack } from '../../../src/core/pack.ts'
import { packOf } from '../../engine/support.ts'

const mini = packOf('mini')
const before = recordEdition(mini)

/** The record of the pack after something was done to it. */
function changed(change: (pack: CompiledPack) => CompiledPack): EditionRecord {
  return recordEdition(change(structuredClone(mini) as CompiledPack))
}

describe('[B3] two editions are told apart by what a reader would see', () => {
  test('the same pack has no changes', () => {
    expect(compareEditions(before, recordEdition(mini))).toEqual([])
  })

  test('a line that is worded anew, field by field', () => {
    const line = mini.lines['upset.propose']
    if (!line) throw new Error('the fixture lacks its line')
    const now = changed((pack) => ({ ...pack, lines: { ...pack.lines, [line.id]: { ...line, short: '换个说法' } } }))
    expect(compareEditions(before, now)).toEqual([
      { kind: 'line', id: line.id, what: 'changed', fields: [{ field: 'short', before: line.short, after: '换个说法' }] },
    ])
  })

  test('a scenario that is new or gone is one change, whatever it holds', () => {
    const { press: _, ...rest } = mini.machines
    const without = changed((pack) => ({ ...pack, machines: rest }))
    const gone = compareEditions(before, without)
    expect(gone).toEqual([{ kind: 'scenario', id: 'press', machine: 'press', what: 'removed', fields: [] }])
    expect(compareEditions(without, before)).toEqual([{ kind: 'scenario', id: 'press', machine: 'press', what: 'added', fields: [] }])
  })

  test('a step that leads elsewhere, in words', () => {
    const machine = mini.machines.upset
    const [entry] = Object.values(machine?.states ?? {})
    if (!machine || !entry) throw new Error('the fixture lacks its scenario')
    const now = changed((pack) => ({
      ...pack,
      machines: { ...pack.machines, upset: { ...machine, states: { ...machine.states, [entry.id]: { ...entry, on: entry.on.slice(1) } } } },
    }))
    const [change, ...more] = compareEditions(before, now)
    expect(more).toEqual([])
    expect(change).toMatchObject({ kind: 'state', id: entry.id, machine: 'upset', what: 'changed', fields: [{ field: 'on' }] })
  })

  test('a swap that is gone', () => {
    const [id] = Object.keys(mini.swaps)
    const now = changed((pack) => ({ ...pack, swaps: {} }))
    expect(compareEditions(before, now)).toContainEqual({ kind: 'swap', id, what: 'removed', fields: [] })
  })
})
