import type { Assessment } from '../scoring/assess.ts'
import { DRILL_LEVELS, type DrillLevel } from './level.ts'

/** The three scripted trainees that a drill has to tell apart. */
export const TRAINEES = ['good', 'polite', 'bad'] as const
export type TraineeKind = (typeof TRAINEES)[number]

/** What came of one simulated drill. */
export interface SimulatedRun {
  readonly persona: string
  readonly level: DrillLevel
  readonly seed: number
  readonly trainee: TraineeKind
  readonly ended: boolean
  readonly passed: boolean
  readonly total: number
  readonly band: Assessment['band']
  /** Utterances of the customer. */
  readonly turns: number
  /** Whether the customer said the same thing twice. */
  readonly repeated: boolean
}

/** One row of the table: a persona at a level, or all of them. */
export interface SimulationRow {
  readonly persona: string
  readonly level: DrillLevel | 'all'
  readonly runs: number
  /** Share of runs that passed, by trainee. */
  readonly passed: Readonly<Record<TraineeKind, number>>
  /** Mean totals. */
  readonly total: Readonly<Record<TraineeKind, number>>
  /** Share of triples in which the good one has more than the polite one, and the polite one more than the bad one. */
  readonly ordered: number
  readonly endless: number
  readonly repeated: number
}

/** Rows by persona and level, and a last one over everything. */
export function tabulate(runs: readonly SimulatedRun[]): readonly SimulationRow[] {
  const personas = [...new Set(runs.map(({ persona }) => persona))]
  const rows = personas.flatMap((persona) =>
    DRILL_LEVELS.flatMap((level) => {
      const own = runs.filter((run) => run.persona === persona && run.level === level)
      return own.length > 0 ? [rowOf(persona, level, own)] : []
    }),
  )
  return [...rows, rowOf('all', 'all', runs)]
}

function rowOf(persona: string, level: SimulationRow['level'], runs: readonly SimulatedRun[]): SimulationRow {
  const by = (trainee: TraineeKind) => runs.filter((run) => run.trainee === trainee)
  const share = (trainee: TraineeKind) => mean(by(trainee).map(({ passed }) => (passed ? 1 : 0)))
  const total = (trainee: TraineeKind) => mean(by(trainee).map((run) => run.total))
  return {
    persona,
    level,
    runs: runs.length,
    passed: { good: share('good'), polite: share('polite'), bad: share('bad') },
    total: { good: total('good'), polite: total('polite'), bad: total('bad') },
    ordered: orderedShare(runs),
    endless: runs.filter(({ ended }) => !ended).length,
    repeated: runs.filter(({ repeated }) => repeated).length,
  }
}

function orderedShare(runs: readonly SimulatedRun[]): number {
  const triples = new Map<string, Partial<Record<TraineeKind, number>>>()
  for (const { persona, level, seed, trainee, total } of runs) {
    const key = `${persona} ${level} ${seed}`
    triples.set(key, { ...triples.get(key), [trainee]: total })
  }
  const whole = [...triples.values()].filter(({ good, polite, bad }) => good !== undefined && polite !== undefined && bad !== undefined)
  return mean(whole.map(({ good = 0, polite = 0, bad = 0 }) => (good > polite && polite > bad ? 1 : 0)))
}

function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, each) => sum + each, 0) / numbers.length
}

/** What a simulation has to show, and whether it does: see docs/rules.md V12. */
export function marksOf(all: SimulationRow): readonly { readonly mark: string; readonly value: number; readonly met: boolean }[] {
  return [
    { mark: 'every drill ends', value: all.endless, met: all.endless === 0 },
    { mark: 'no customer says the same twice', value: all.repeated, met: all.repeated === 0 },
    { mark: 'the good trainee passes in 95 % or more', value: all.passed.good, met: all.passed.good >= 0.95 },
    { mark: 'the polite one passes in 10 % or fewer', value: all.passed.polite, met: all.passed.polite <= 0.1 },
    { mark: 'the bad one never passes', value: all.passed.bad, met: all.passed.bad === 0 },
    { mark: 'good over polite over bad in 98 % or more', value: all.ordered, met: all.ordered >= 0.98 },
  ]
}
