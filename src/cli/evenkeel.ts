import { findPacks } from '../compiler/compile.ts'
import { bench } from './bench.ts'
import { check } from './check.ts'
import { type Command, type Invocation, parseInvocation, UsageError } from './command.ts'
import { drill } from './drill.ts'
import { graph } from './graph.ts'
import { hear } from './hear.ts'
import { lines } from './lines.ts'
import { publish } from './publish.ts'
import { replay } from './replay.ts'
import { search } from './search.ts'

/** Every command; one file each. */
const COMMANDS: readonly Command[] = [check, lines, graph, hear, replay, search, drill, publish, bench]

/**
 * Runs a command: data on standard output, diagnostics on standard error.
 *
 * @param cwd the folder whose packs it works on
 * @returns the exit code: 0 fine, 1 findings, 2 wrong use
 */
export async function evenkeel(argv: readonly string[], cwd: string): Promise<number> {
  const [name, ...rest] = argv
  const command = COMMANDS.find((each) => each.name === name)
  try {
    if (!command) throw new UsageError(name === undefined ? 'which command?' : `there is no command “${name}”`)
    const invocation: Invocation = parseInvocation(rest, command)
    const packs = findPacks(cwd)
    if (packs.length === 0) throw new UsageError(`no pack found under ${cwd}/scenarios: run this in the project's folder`)
    return await command.run(invocation, packs)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    process.stderr.write(`evenkeel: ${error.message}\n\n${usage()}\n`)
    return 2
  }
}

function usage(): string {
  const width = Math.max(...COMMANDS.map((command) => command.usage.length))
  return [
    'Usage: npm run --silent evenkeel -- <command>',
    '',
    ...COMMANDS.map((command) => `  ${command.usage.padEnd(width)}  ${command.about}`),
  ].join('\n')
}
