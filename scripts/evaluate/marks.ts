import type { Mark } from './report.ts'

/** What the recogniser must reach on lines that nobody tuned to, as they were said. */
export const MARKS = {
  scenarioFirst: { atLeast: 0.8 },
  scenarioFirstThree: { atLeast: 0.95 },
  calmAlarmed: { atMost: 0.05 },
  signalsMacroF1: { atLeast: 0.8 },
  dangerRecall: { atLeast: 0.95 },
  dangerPrecision: { atLeast: 0.85 },
  violationRecall: { atLeast: 0.8 },
  blamelessFlagged: { atMost: 0.1 },
  sums: { atLeast: 0.95 },
  structuredRecall: { atLeast: 0.995 },
  structuredPrecision: { atLeast: 0.97 },
  searchAll: { atLeast: 0.97 },
  searchEach: { atLeast: 0.92 },
} as const satisfies Readonly<Record<string, Mark>>

/** Signals that a person is asked about at once; missing one is worse than asking once too often. */
export const DANGEROUS: readonly string[] = [
  'threat-media',
  'threat-online',
  'threat-regulator',
  'threat-legal',
  'threat-police',
  'threat-violence',
  'threat-churn',
  'self-harm',
  'recording',
  'crowd',
]
