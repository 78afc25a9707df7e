import 'fake-indexeddb/auto'
import { describe, expect, test } from 'vitest'
import type { Assignment, DrillRecord } from '../../src/core/drill/record.ts'
import { createMemoryDrillStore, openDrillStore } from '../../src/store/drill-store.ts'

const record = (id: string, startedAt: number): DrillRecord => ({
  id,
  persona: 'hard-line-tripled',
  level: 'standard',
  seed: 1,
  hints: 'on',
  hinted: 0,
  trainee: '甲',
  startedAt,
  pack: { id: 'telecom', version: '1', hash: 'a' },
  drills: 'b',
  events: [],
})
const assignment: Assignment = { id: 'a1', persona: 'x', level: 'easy', due: '2026-12-01', passMark: 70, trainees: [], givenAt: 1 }

describe.each([
  ['in the browser’s database', openDrillStore],
  ['in memory', async () => createMemoryDrillStore()],
])('drills %s', (_where, open) => {
  test('[V11] are kept, the newest first, and one key erases all of them with the assignments', async () => {
    const store = await open()
    await store.keep(record('one', 1))
    await store.keep(record('two', 2))
    await store.keep({ ...record('one', 1), hinted: 3 })
    await store.assign(assignment)
    expect((await store.records()).map(({ id }) => id)).toEqual(['two', 'one'])
    expect((await store.record('one'))?.hinted).toBe(3)
    expect(await store.assignments()).toEqual([assignment])
    await store.erase()
    expect(await store.records()).toEqual([])
    expect(await store.assignments()).toEqual([])
    store.close()
  })

  test('are kept where no real call is', async () => {
    const store = await open()
    await store.keep(record('one', 1))
    const names = (await indexedDB.databases()).map(({ name }) => name)
    expect(names).not.toContain('evenkeel')
    await store.withdraw('nobody')
    store.close()
  })
})
