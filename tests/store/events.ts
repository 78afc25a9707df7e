import type { CallEvent, Fact } from '../../src/core/events.ts'
import type { CallSummary } from '../../src/store/summary.ts'

/** A log of the given facts behind `CallStarted`, one step each. */
export function logOf(call: string, ...facts: readonly Fact[]): readonly CallEvent[] {
  const started: Fact = {
    type: 'CallStarted',
    pack: { id: 'telecom', version: '0.1.0', hash: 'abc' },
    channel: 'phone',
    profile: { surname: '王', title: 'ms' },
  }
  return [started, ...facts].map((fact, index) => ({
    id: `${call}-${index + 1}`,
    call,
    seq: index + 1,
    at: 1_000 * (index + 1),
    origin: 'agent',
    cause: `${call}-${index + 1}`,
    ...fact,
  }))
}

export function note(text: string): Fact {
  return { type: 'NoteWritten', text }
}

export function summaryOf(id: string, rest: Partial<CallSummary> = {}): CallSummary {
  return { id, channel: 'phone', startedAt: 1_000, lastAt: 2_000, status: 'open', ...rest }
}
