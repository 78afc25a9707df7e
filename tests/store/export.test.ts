import { describe, expect, test } from 'vitest'
import { exportLog } from '../../src/store/export.ts'
import { logOf, note } from './events.ts'

const log = logOf('a', note('第一行\n第二行'))

describe('a log as a file', () => {
  test('is named for the day in Shanghai on which the call began', () => {
    expect(exportLog('a', Date.UTC(2026, 10, 20, 17), { events: log }).name).toBe('evenkeel-2026-11-21-a.jsonl')
  })

  test('holds one event a line, exactly as stored', () => {
    const { text } = exportLog('a', 0, { events: log })
    expect(text.endsWith('\n')).toBe(true)
    expect(linesOf(text)).toEqual(log)
  })

  test('holds what is no sound part of the log as well, marked as such', () => {
    const [, unsaved] = log
    const { text } = exportLog('a', 0, { events: log.slice(0, 1), unreadable: [{ torn: true }, null], unsaved: unsaved ? [unsaved] : [] })
    expect(linesOf(text)).toEqual([log[0], { unreadable: { torn: true } }, { unreadable: null }, { unsaved }])
  })

  test('does not fail on a record that JSON cannot say', () => {
    const cycle: Record<string, unknown> = {}
    cycle.self = cycle
    const { text } = exportLog('a', 0, { events: [], unreadable: [cycle, 1n] })
    expect(linesOf(text)).toEqual([{ unreadable: '[object Object]' }, { unreadable: '1' }])
  })
})

function linesOf(text: string): unknown[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}
