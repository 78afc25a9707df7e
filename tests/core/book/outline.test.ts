import { describe, expect, test } from 'vitest'
import { chaptersOf, endsOf, hintsAt, machineLines } from '../../../src/core/book/outline.ts'
import { placesOf, scenarioOf } from '../../../src/core/book/places.ts'
import { packOf } from '../../engine/support.ts'

const mini = packOf('mini')
const telecom = packOf('telecom')

describe('a machine is told', () => {
  test('in the order in which its author wrote it, ends apart, every way once', () => {
    for (const machine of Object.values(telecom.machines)) {
      const chapters = chaptersOf(machine)
      expect([...chapters.map(({ state }) => state.id), ...endsOf(machine).map(({ id }) => id)].sort()).toEqual(
        Object.keys(machine.states).sort(),
      )
      expect(chapters.map(({ number }) => number)).toEqual(chapters.map((_, i) => i + 1))
      for (const { state, ways } of chapters) {
        expect(ways.flatMap(({ leads }) => leads)).toHaveLength(state.on.length)
        expect(new Set(ways.map(({ trigger }) => JSON.stringify(trigger))).size).toBe(ways.length)
      }
    }
  })

  test('with all of its lines, those at the close too', () => {
    expect(machineLines(mini, 'upset')).toContain('upset.thank')
    for (const line of machineLines(telecom, 'card-used-code')) expect(telecom.lines[line]).toBeDefined()
  })
})

test('every line has a place, and a line that is named for a scenario belongs to it', () => {
  const places = placesOf(telecom)
  expect(Object.keys(telecom.lines).filter((id) => !places.has(id))).toEqual([])
  for (const [line, own] of places) {
    const name = line.split('.')[0] ?? ''
    if (telecom.scenarios[name]) expect(scenarioOf(telecom, own), line).toBe(name)
  }
})

describe('hints help where everything that they name fits', () => {
  const at = (stage: 'soothe' | 'verify', temper: 'calm' | 'angry') => hintsAt(mini, { stage, temper, scenarios: [] }).map(({ id }) => id)

  test('the more particular first', () => {
    expect(at('soothe', 'angry')).toEqual(['hear-first', 'pen-in-hand'])
  })

  test('and nowhere else', () => {
    expect(at('soothe', 'calm')).toEqual(['pen-in-hand'])
    expect(at('verify', 'angry')).toEqual(['pen-in-hand'])
  })
})
