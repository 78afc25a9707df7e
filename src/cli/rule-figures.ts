import { compilePack, type PackFolder } from '../compiler/compile.ts'
import { decide } from '../core/rules/decide.ts'
import type { DecisionTable, Fact, Facts } from '../core/rules/decision-table.ts'
import { type Timing, time } from './figures.ts'

const RUNS = 5000

/** What it costs to ask every table of a pack once, which no call does more often than once a turn; in milliseconds. */
export function ruleFigures(folder: PackFolder): Timing {
  const { pack } = compilePack(folder, { prove: false })
  if (!pack) throw new Error(`pack ${folder.id} has errors: run evenkeel check`)
  const asked = Object.values(pack.rules).map((table) => ({ table, facts: factsFor(table) }))
  const all = () => asked.map(({ table, facts }) => decide(table, facts))
  for (let i = 0; i < RUNS; i++) all()
  return time(RUNS, all)
}

/** Facts that a table can be asked about: a middling number, the last choice, no. */
function factsFor({ inputs }: DecisionTable): Facts {
  return Object.fromEntries(
    Object.entries(inputs).map(([id, input]): [string, Fact] => [
      id,
      input.type === 'number' ? 30 : input.type === 'flag' ? false : Object.keys(input.choices).at(-1),
    ]),
  )
}
