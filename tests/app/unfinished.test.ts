import { expect, test } from 'vitest'
import { toResume } from '../../src/app/unfinished.ts'
import type { CallSummary } from '../../src/store/summary.ts'

const HOUR = 3_600_000
const NOW = Date.parse('2026-11-23T18:00:00+08:00')
const call = (id: string, lastAt: number): CallSummary => ({ id, lastAt, startedAt: lastAt, channel: 'phone', status: 'open' })

test('the latest unfinished call goes on by itself', () => {
  expect(toResume([call('latest', NOW - HOUR), call('earlier', NOW - 2 * HOUR)], NOW)?.id).toBe('latest')
})

test('one from before the shift waits on the start page', () => {
  expect(toResume([call('yesterday', NOW - 12 * HOUR)], NOW)).toBeUndefined()
})

test('nothing goes on where nothing was left', () => {
  expect(toResume([], NOW)).toBeUndefined()
})
