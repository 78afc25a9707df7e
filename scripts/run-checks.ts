import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBrowser } from './ensure-browser.ts'

interface Check {
  readonly name: string
  readonly about: string
  /** A program of node_modules/.bin with its arguments. */
  readonly command: readonly [string, ...string[]]
  /** What the check needs of the machine; it fails when this answers false. */
  readonly prepare?: () => boolean
  /** Uses one core only, so that another such check may run beside it. */
  readonly single?: true
}

interface Result {
  readonly check: Check
  readonly passed: boolean
  readonly seconds: number
}

const CHECKS: readonly Check[] = [
  { name: 'types', about: 'strict TypeScript', command: ['tsc', '--noEmit'], single: true },
  { name: 'packs', about: 'every pack, every path', command: ['tsx', 'src/cli/main.ts', 'check'], single: true },
  { name: 'lint', about: 'form and common mistakes', command: ['biome', 'check', '--error-on-warnings', '.'], single: true },
  { name: 'unused', about: 'files, exports and packages that nobody needs', command: ['knip'], single: true },
  {
    name: 'layers',
    about: 'imports point inward',
    command: ['depcruise', '--config', '.dependency-cruiser.cjs', 'src', 'tests', 'scripts', 'vite.config.ts', 'vitest.config.ts'],
    single: true,
  },
  { name: 'unit', about: 'rules, components, properties', command: ['vitest', 'run', '--project', 'unit', '--project', 'dom'] },
  { name: 'build', about: 'the panel as it is served', command: ['vite', 'build'] },
  {
    name: 'e2e',
    about: 'whole calls in a real browser',
    // One more than there are cores: browsers wait for one another, for timers and for talk that is streamed.
    command: ['vitest', 'run', '--project', 'e2e', '--maxWorkers', String(availableParallelism() + 1)],
    prepare: ensureBrowser,
  },
]

const root = fileURLToPath(new URL('..', import.meta.url))
process.exitCode = await main(process.argv.slice(2))

/** Runs the named checks, or all of them, to the end, and answers with the exit code. */
async function main(names: readonly string[]): Promise<number> {
  const unknown = names.filter((name) => CHECKS.every((check) => check.name !== name))
  if (unknown.length > 0) {
    console.error(`There is no check ${unknown.join(', ')}. The checks are: ${CHECKS.map(({ name }) => name).join(' ')}`)
    return 2
  }
  const chosen = CHECKS.filter(({ name }) => names.length === 0 || names.includes(name))
  const singles = chosen.filter(({ single }) => single)
  const results = await sideBySide(singles, singles.length > 1 ? availableParallelism() : 1)
  for (const check of chosen.filter(({ single }) => !single)) results.push(await run(check, 'shown'))
  // In the order of the list, whichever ended first.
  results.sort((a, b) => CHECKS.indexOf(a.check) - CHECKS.indexOf(b.check))
  console.log(['', ...results.map(summary), ''].join('\n'))
  return results.every(({ passed }) => passed) ? 0 : 1
}

/** Runs checks of one core each, so many at a time; what they print is kept together. */
async function sideBySide(checks: readonly Check[], places: number): Promise<Result[]> {
  const waiting = [...checks]
  const results: Result[] = []
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) results.push(await run(check, places > 1 ? 'kept' : 'shown'))
  }
  await Promise.all(Array.from({ length: places }, work))
  return results
}

async function run(check: Check, output: 'shown' | 'kept'): Promise<Result> {
  const heading = `\n── ${check.name}: ${check.about}`
  if (output === 'shown') console.log(heading)
  const began = performance.now()
  const passed = (check.prepare?.() ?? true) && (await succeeds(check.command, output === 'kept' ? heading : undefined))
  return { check, passed, seconds: (performance.now() - began) / 1000 }
}

/** @param heading printed together with all that the program printed, when it has ended; left out: everything is shown at once */
async function succeeds([program, ...args]: Check['command'], heading?: string): Promise<boolean> {
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter)
  const child = spawn(program, args, {
    cwd: root,
    stdio: heading === undefined ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PATH: path },
    // On Windows the programs of node_modules/.bin are scripts, which only a shell runs.
    shell: process.platform === 'win32',
  })
  const printed: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => printed.push(chunk))
  const code = await once(child, 'close').then(
    ([exit]: (number | null)[]) => exit,
    (error: Error) => {
      console.error(`${program} cannot be started: ${error.message}`)
      return 1
    },
  )
  if (heading !== undefined) process.stdout.write(`${heading}\n${Buffer.concat(printed).toString('utf8')}`)
  return code === 0
}

function summary({ check, passed, seconds }: Result): string {
  return `${passed ? '✓' : '✗'} ${check.name.padEnd(8)} ${seconds.toFixed(1).padStart(6)} s  ${passed ? check.about : 'failed'}`
}
