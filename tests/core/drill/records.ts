import type { Assignment, DrillRecord, DrillResult } from '../../../src/core/drill/record.ts'
import type { CallEvent } from '../../../src/core/events.ts'

/** Ten in the morning of a Monday in Shanghai. */
export const MORNING = Date.parse('2026-11-23T10:00:00+08:00')

export function idOf(n: number): string {
  return `019a0000-0000-7000-8000-${String(n).padStart(12, '0')}`
}

export function result(change: Partial<DrillResult> = {}): DrillResult {
  return {
    total: 72,
    band: 'passed',
    passed: true,
    skills: { listen: 80, speak: 70, ask: 60, own: 90, rules: 100 },
    checkpoints: { 'peak-verify': 'met', 'peak-negotiate': 'met', 'end-care': 'met' },
    violations: [],
    time: 192_340,
    ...change,
  }
}

/** A drill that ended three minutes after it began, with marks. */
export function drill(n: number, change: Partial<DrillRecord> = {}): DrillRecord {
  const id = idOf(n)
  const startedAt = MORNING + n * 3_600_000
  return {
    id,
    persona: 'lin',
    level: 'standard',
    seed: n,
    hints: 'on',
    hinted: 0,
    trainee: '王芳',
    startedAt,
    pack: { id: 'telecom', version: '2.0.0', hash: 'abc' },
    drills: 'def',
    events: [begun(id, startedAt)],
    ended: { at: startedAt + 200_000, how: 'ended' },
    result: result(),
    ...change,
  }
}

function begun(call: string, at: number): CallEvent {
  return {
    type: 'CallStarted',
    id: `${call}-1`,
    call,
    seq: 1,
    at,
    origin: 'agent',
    cause: `${call}-1`,
    pack: { id: 'telecom', version: '2.0.0', hash: 'abc' },
    channel: 'phone',
    profile: {},
  }
}

/** The same, stopped: without marks. */
export function stopped(n: number, change: Partial<DrillRecord> = {}): DrillRecord {
  const { result: _, ...rest } = drill(n)
  return { ...rest, ended: { at: rest.startedAt + 61_500, how: 'stopped' }, ...change }
}

export function assignment(change: Partial<Assignment> = {}): Assignment {
  return { id: 'task', persona: 'lin', level: 'standard', due: '2026-11-25', passMark: 70, trainees: [], givenAt: MORNING, ...change }
}
