import type { CompiledPack, Line, Machine, MachineState, Scenario } from '../../core/pack.ts'
import type { Diagnostic } from '../diagnostics.ts'
import type { AuthoredFiles, Placed } from '../read-pack.ts'
import type { AuthoredJourney, AuthoredPack, AuthoredScenario } from '../schema.ts'

/** One idea of what a sound pack is. Adding an idea is one file, and one line in `index.ts`. */
export interface Check {
  readonly id: string
  readonly description: string
  readonly run: (context: CheckContext) => Diagnostic[]
}

export interface CheckContext {
  readonly pack: CompiledPack
  readonly authored: AuthoredFiles
  readonly packFile: Placed<AuthoredPack>
  /** ISO date that expiry is measured against. */
  readonly today: string
  /** The scenarios to prove; left out, all machines. */
  readonly only?: readonly string[]
}

/** The authored file behind a machine. */
export function authoredMachine({ authored }: CheckContext, id: string): Placed<AuthoredJourney | AuthoredScenario> | undefined {
  return [...authored.journeys, ...authored.scenarios].find((each) => each.value.id === id)
}

/** The scenarios that are to be proved in the engine. */
export function provedScenarios({ pack, only }: CheckContext): readonly Scenario[] {
  return Object.values(pack.scenarios).filter(({ id }) => only?.includes(id) ?? true)
}

export function machinesOf({ pack }: CheckContext): readonly Machine[] {
  return Object.values(pack.machines)
}

/** Reports at a state of a machine, or deeper. */
export function atState(
  context: CheckContext,
  machine: Machine,
  state: string,
  within: readonly string[],
  rule: string,
  message: string,
  tip: string,
): Diagnostic[] {
  const placed = authoredMachine(context, machine.id)
  return placed ? [placed.file.report(['states', state, ...within], rule, `${machine.id}.${state}: ${message}`, tip)] : []
}

/** The lines that a state can say, in whatever circumstances. */
export function linesOf(pack: CompiledPack, state: MachineState): readonly Line[] {
  return state.say.flatMap((say) => pack.lines[say.line] ?? [])
}

/** `affirm → position → hold` */
export function showPath(path: readonly string[]): string {
  return path.join(' → ')
}
