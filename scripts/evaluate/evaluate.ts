/**
 * `npm run evaluate`: how well the recogniser of a pack hears lines that nobody wrote it from, as a report to read; `-- --misses` lists what it
 * missed and what it heard instead. The lines stand in `tests/hearing/held-back`: whoever writes lessons leaves them alone.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compilePack, findPacks } from '../../src/compiler/compile.ts'
import { openHearing } from '../../src/compiler/hearing/open-hearing.ts'
import { amountsIn } from '../../src/hearing/amounts.ts'
import { type Deadline, deadlinesIn } from '../../src/hearing/deadlines.ts'
import { listener } from '../../src/hearing/hear.ts'
import { macroF1, type Pair, type Score, scoresOf, share } from './scores.ts'

interface HeldBack {
  readonly text: string
  readonly scenario?: string | null
  readonly signals?: readonly string[]
  readonly acts?: readonly string[]
  readonly violations?: readonly string[]
  readonly amounts?: readonly number[]
  readonly deadlines?: readonly ({ readonly value: number; readonly unit: string } | { readonly by: string })[]
}

const root = join(import.meta.dirname, '../..')
const showMisses = process.argv.includes('--misses')
const folder = findPacks(root).find(({ id }) => id === 'telecom')
if (!folder) throw new Error('there is no telecom pack')
const { pack, lessons, diagnostics } = compilePack(folder, { prove: false })
if (!pack) throw new Error(`the pack has errors, see \`npm run packs:check\` (${diagnostics.length})`)
const hear = listener(openHearing(root, pack, lessons))
const ids = (found: readonly { readonly id: string }[]): string[] => found.map(({ id }) => id)

const scenarios = heldBack('scenarios')
const calm = heldBack('calm')
const agent = heldBack('agent')
const sums = heldBack('amounts')

heading(`Scenarios (${scenarios.length} lines)`)
const ranked = scenarios.map(({ text, scenario }) => ({ text, wanted: scenario ?? '', heard: ids(hear(text, 'customer').scenarios) }))
figure('best is right', share(ranked.filter(({ wanted, heard }) => heard[0] === wanted).length, ranked.length))
figure('among the first three', share(ranked.filter(({ wanted, heard }) => heard.slice(0, 3).includes(wanted)).length, ranked.length))
figure('nothing recognised', share(ranked.filter(({ heard }) => heard.length === 0).length, ranked.length))
misses(
  ranked.filter(({ wanted, heard }) => heard[0] !== wanted).map(({ text, wanted, heard }) => [text, wanted, heard.slice(0, 3).join(' ')]),
)

heading(`Calm talk (${calm.length} lines)`)
const alarmed = calm.map(({ text }) => ({ text, heard: ids(hear(text, 'customer').scenarios) })).filter(({ heard }) => heard.length > 0)
figure('wrongly given a scenario', share(alarmed.length, calm.length))
misses(alarmed.map(({ text, heard }) => [text, 'none', heard[0] ?? '']))

labels('Signals', [...scenarios, ...calm, ...heldBack('signals')], ({ text, signals = [] }) => ({
  wanted: signals,
  heard: ids(hear(text, 'customer').signals),
}))
labels('Acts', agent, ({ text, acts = [] }) => ({ wanted: acts, heard: ids(hear(text, 'agent').acts) }))
labels('Violations', agent, ({ text, violations = [] }) => ({ wanted: violations, heard: ids(hear(text, 'agent').violations) }))
const blameless = agent.filter(({ violations = [] }) => violations.length === 0)
const blamed = blameless.filter(({ text }) => hear(text, 'agent').violations.length > 0)
figure('blameless lines flagged', share(blamed.length, blameless.length))
const atFault = agent.filter(({ violations = [] }) => violations.length > 0)
figure('faulty lines flagged', share(atFault.filter(({ text }) => hear(text, 'agent').violations.length > 0).length, atFault.length))

heading(`Sums and limits of time (${sums.length} lines)`)
const counted = sums.map(({ text, amounts = [], deadlines = [] }) => ({
  text,
  wanted: [amounts.join(' '), deadlines.map(limit).join(' ')].join(' | '),
  heard: [
    amountsIn(text)
      .map(({ value }) => value)
      .join(' '),
    deadlinesIn(text).map(limit).join(' '),
  ].join(' | '),
}))
figure('lines with all right and nothing more', share(counted.filter(({ wanted, heard }) => wanted === heard).length, counted.length))
misses(counted.filter(({ wanted, heard }) => wanted !== heard).map(({ text, wanted, heard }) => [text, wanted, heard]))

function heldBack(name: string): HeldBack[] {
  const text = readFileSync(join(root, 'tests/hearing/held-back', `${name}.jsonl`), 'utf8')
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as HeldBack)
}

function limit(deadline: Deadline | { readonly value: number; readonly unit: string } | { readonly by: string }): string {
  return 'by' in deadline ? deadline.by : `${deadline.value} ${deadline.unit}`
}

function labels(name: string, lines: readonly HeldBack[], pairOf: (line: HeldBack) => Pair): void {
  heading(`${name} (${lines.length} lines)`)
  const pairs = lines.map((line) => ({ text: line.text, ...pairOf(line) }))
  const scores = scoresOf(pairs)
  figure('macro F1', macroF1(scores))
  for (const score of scores) print(row(score))
  misses(
    pairs
      .filter(({ wanted, heard }) => wanted.some((each) => !heard.includes(each)) || heard.some((each) => !wanted.includes(each)))
      .map(({ text, wanted, heard }) => [text, wanted.join(' ') || '-', heard.join(' ') || '-']),
  )
}

function row({ label, precision, recall, f1, right, wrong, missed }: Score): string {
  return `  ${label.padEnd(22)} precision ${precision.toFixed(2)}  recall ${recall.toFixed(2)}  F1 ${f1.toFixed(2)}  (${right} right, ${wrong} wrong, ${missed} missed)`
}

function heading(words: string): void {
  print(`\n${words}`)
}

function figure(name: string, value: number): void {
  print(`  ${name.padEnd(38)} ${value.toFixed(3)}`)
}

function misses(rows: readonly (readonly [text: string, wanted: string, heard: string])[]): void {
  if (showMisses) for (const [text, wanted, heard] of rows) print(`    ✗ ${text}\n        wanted ${wanted}, heard ${heard || 'nothing'}`)
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
