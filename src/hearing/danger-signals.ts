import type { Signal } from '../core/vocabulary.ts'

/** Signals that must be heard whatever is said before and after them. */
export const DANGER_SIGNALS = [
  'threat-media',
  'threat-online',
  'threat-regulator',
  'threat-legal',
  'threat-police',
  'threat-violence',
  'threat-churn',
  'self-harm',
  'crowd',
  'recording',
] as const satisfies readonly Signal[]

export function isDangerSignal(signal: string): boolean {
  return DANGER_SIGNALS.some((each) => each === signal)
}
