import { describe, expect, test } from 'vitest'
import { checkpointReach, sourceByScenario, sourceUses } from '../../../src/core/book/coverage.ts'
import { packOf } from '../../engine/support.ts'

const mini = packOf('mini')
const deviates = { ids: ['book.later'], kind: 'deviates', reason: { zh: '另写', en: 'Otherwise' } } as const
const pending = { ...deviates, kind: 'pending' } as const

describe('each source tells what rests on it', () => {
  const status = (deviations: Parameters<typeof sourceUses>[1]) =>
    Object.fromEntries(sourceUses(mini, deviations).map((use) => [use.source.id, use.status]))

  test('what cites it, by kind', () => {
    const use = sourceUses(mini, []).find(({ source }) => source.id === 'book.care')
    expect(use?.lines).toContain('upset.propose')
    expect(use?.scenarios).toContain('upset')
    expect(use?.hints).toEqual(['hear-first', 'pen-in-hand'])
    expect(use?.rules).toContain('end-care')
  })

  test('followed, followed otherwise, left out with a reason, or not written yet', () => {
    expect(status([])).toEqual({ 'book.care': 'cited', 'book.later': 'pending' })
    expect(status([pending])).toEqual({ 'book.care': 'cited', 'book.later': 'pending' })
    expect(status([deviates])).toEqual({ 'book.care': 'cited', 'book.later': 'reasoned' })
    expect(status([{ ...deviates, ids: ['book.care'] }])).toEqual({ 'book.care': 'deviates', 'book.later': 'pending' })
  })
})

test('a scenario counts for a source once by itself and once a line', () => {
  const counts = sourceByScenario(mini).get('upset')
  const lines = Object.values(mini.lines).filter(({ id, source }) => id.startsWith('upset.') && source.includes('book.care'))
  expect(counts?.get('book.care')).toBe(lines.length + 1)
  expect(counts?.has('book.later')).toBe(false)
})

test('what a scenario can do for a checkpoint is what its own lines and steps show', () => {
  const reach = checkpointReach(mini).get('upset')
  const acts = new Set(Object.values(mini.lines).flatMap(({ id, acts: own }) => (id.startsWith('upset.') ? own : [])))
  const { needs } = mini.checkpoints['peak-negotiate']
  expect(reach?.['peak-negotiate']).toEqual({
    needs: needs.length,
    met: needs.filter(({ anyOf }) => anyOf.some((act) => acts.has(act))).length,
  })
})
