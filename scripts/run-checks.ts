import { spawnSync } from 'node:child_process'
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
}

interface Result {
  readonly check: Check
  readonly passed: boolean
  readonly seconds: number
}

const CHECKS: readonly Check[] = [
  { name: 'lint', about: 'form and common mistakes', command: ['biome', 'check', '--error-on-warnings', '.'] },
  { name: 'types', about: 'strict TypeScript', command: ['tsc', '--noEmit'] },
  { name: 'unused', about: 'files, exports and packages that nobody needs', command: ['knip'] },
  {
    name: 'layers',
    about: 'imports point inward',
    command: ['depcruise', '--config', '.dependency-cruiser.cjs', 'src', 'tests', 'scripts', 'vite.config.ts', 'vitest.config.ts'],
  },
  { name: 'packs', about: 'every pack, every path', command: ['tsx', 'src/cli/main.ts', 'check'] },
  { name: 'unit', about: 'rules, components, properties', command: ['vitest', 'run', '--project', 'unit', '--project', 'dom'] },
  { name: 'build', about: 'the panel as it is served', command: ['vite', 'build'] },
  { name: 'e2e', about: 'whole calls in a real browser', command: ['vitest', 'run', '--project', 'e2e'], prepare: ensureBrowser },
]

const root = fileURLToPath(new URL('..', import.meta.url))
process.exitCode = main(process.argv.slice(2))

/** Runs the named checks, or all of them, to the end, and answers with the exit code. */
function main(names: readonly string[]): number {
  const unknown = names.filter((name) => CHECKS.every((check) => check.name !== name))
  if (unknown.length > 0) {
    console.error(`There is no check ${unknown.join(', ')}. The checks are: ${CHECKS.map(({ name }) => name).join(' ')}`)
    return 2
  }
  const results = CHECKS.filter(({ name }) => names.length === 0 || names.includes(name)).map(run)
  console.log(['', ...results.map(summary), ''].join('\n'))
  return results.every(({ passed }) => passed) ? 0 : 1
}

function run(check: Check): Result {
  console.log(`\n── ${check.name}: ${check.about}`)
  const began = performance.now()
  const passed = (check.prepare?.() ?? true) && succeeds(check.command)
  return { check, passed, seconds: (performance.now() - began) / 1000 }
}

function succeeds([program, ...args]: Check['command']): boolean {
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter)
  // On Windows the programs of node_modules/.bin are scripts, which only a shell runs.
  const options = { cwd: root, stdio: 'inherit', env: { ...process.env, PATH: path }, shell: process.platform === 'win32' } as const
  return spawnSync(program, args, options).status === 0
}

function summary({ check, passed, seconds }: Result): string {
  return `${passed ? '✓' : '✗'} ${check.name.padEnd(8)} ${seconds.toFixed(1).padStart(6)} s  ${passed ? check.about : 'failed'}`
}
