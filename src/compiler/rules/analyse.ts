import { holds } from '../../core/rules/decide.ts'
import { type DecisionTable, type Fact, type Facts, type RuleInput, type RuleRow, STEP } from '../../core/rules/decision-table.ts'

/** What is wrong with a table as a whole; rows count from 0. */
export type TableFault =
  | { readonly type: 'gap'; readonly facts: Facts }
  | { readonly type: 'overlap'; readonly rows: readonly [number, number]; readonly facts: Facts }
  /** No facts make it hold, or earlier rows always hold instead. */
  | { readonly type: 'unreachable'; readonly row: number }
  /** More cases than can be gone through. */
  | { readonly type: 'too-wide'; readonly cases: number }

/** Beyond so many cases a table cannot be proved in a reasonable time, nor read. */
const MOST_CASES = 1_000_000

/**
 * Everything that a table leaves open or says twice. Between the bounds that its rows name nothing changes, so one fact from each piece
 * stands for all of it: the rows are tried with every combination of such facts, and nothing is left to chance.
 */
export function analyse(table: DecisionTable): readonly TableFault[] {
  // Rows that each speak for themselves leave nothing open and take nothing from each other.
  if (table.hit === 'collect')
    return table.rows.flatMap(({ when }, row): TableFault[] =>
      Object.values(when).some((tests) => tests.length === 0) ? [{ type: 'unreachable', row }] : [],
    )
  const pieces = Object.entries(table.inputs).map(([id, input]) => ({ id, facts: piecesOf(id, input, table.rows) }))
  const cases = pieces.reduce((product, { facts }) => product * facts.length, 1)
  if (cases > MOST_CASES) return [{ type: 'too-wide', cases }]
  const reached = new Set<number>()
  const overlaps = new Map<string, TableFault>()
  let gap: TableFault | undefined
  for (const facts of combinations(pieces)) {
    const holding = table.rows.flatMap((row, i) => (holds(row, facts) ? [i] : []))
    const [first, second] = holding
    if (first === undefined) gap ??= { type: 'gap', facts }
    else if (table.hit === 'first') reached.add(first)
    else for (const row of holding) reached.add(row)
    if (table.hit === 'unique' && first !== undefined && second !== undefined && !overlaps.has(`${first} ${second}`))
      overlaps.set(`${first} ${second}`, { type: 'overlap', rows: [first, second], facts })
  }
  return [
    ...(gap && !table.otherwise ? [gap] : []),
    ...overlaps.values(),
    ...table.rows.flatMap((_, row): TableFault[] => (reached.has(row) ? [] : [{ type: 'unreachable', row }])),
  ]
}

/** One fact of each piece that an input falls into. */
function piecesOf(id: string, input: RuleInput, rows: readonly RuleRow[]): readonly Fact[] {
  if (input.type === 'flag') return [false, true]
  const unknown: readonly Fact[] = input.optional ? [undefined] : []
  if (input.type === 'choice') return [...Object.keys(input.choices), ...unknown]
  const step = STEP[input.unit]
  const bounds = rows.flatMap(({ when }) =>
    (when[id] ?? []).flatMap((test) => (test.type === 'between' ? [test.from, test.to].flatMap((bound) => bound?.value ?? []) : [])),
  )
  const facts = [0, ...bounds.flatMap((bound) => [bound - step, bound, bound + step])].filter((fact) => fact >= 0)
  // In steps, so that 0.1 + 0.2 is the same place as 0.3.
  const places = [...new Set(facts.map((fact) => Math.round(fact / step)))].sort((a, b) => a - b)
  return [...places.map((place) => Number((place * step).toFixed(2))), ...unknown]
}

function* combinations(pieces: readonly { readonly id: string; readonly facts: readonly Fact[] }[]): Generator<Facts> {
  const [first, ...others] = pieces
  if (!first) {
    yield {}
    return
  }
  for (const rest of combinations(others)) for (const fact of first.facts) yield { [first.id]: fact, ...rest }
}
