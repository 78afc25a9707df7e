import { parseArgs } from 'node:util'
import { compilePack, type PackFolder } from '../compiler/compile.ts'
import { formatDiagnostic, hasErrors } from '../compiler/diagnostics.ts'
import type { CompiledPack } from '../core/pack.ts'

/** A command of the command line. */
export interface Command {
  readonly name: string
  readonly usage: string
  readonly about: string
  readonly options: Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>
  /** How many words it takes beside options. */
  readonly words: { readonly min: number; readonly max: number }
  /** @returns the exit code: 0 fine, 1 findings */
  readonly run: (invocation: Invocation, packs: readonly PackFolder[]) => number | Promise<number>
}

export interface Invocation {
  readonly words: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | undefined>>
}

/** Wrong use of the command line: exit code 2, with the usage. */
export class UsageError extends Error {}

export function parseInvocation(argv: readonly string[], { options, words, name }: Command): Invocation {
  try {
    const parsed = parseArgs({ args: [...argv], options: { pack: { type: 'string' }, ...options }, allowPositionals: true })
    const { length } = parsed.positionals
    if (length < words.min) throw new UsageError(`${name} needs one more word`)
    if (length > words.max) throw new UsageError(`${name} does not take “${parsed.positionals[words.max]}”`)
    return { words: parsed.positionals, options: { ...parsed.values } }
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** The pack that `--pack` names, `telecom` when left out. */
export function chosenPack({ options }: Invocation, packs: readonly PackFolder[]): PackFolder {
  const id = typeof options.pack === 'string' ? options.pack : 'telecom'
  const folder = packs.find((each) => each.id === id)
  if (!folder) throw new UsageError(`there is no pack “${id}”; there is ${packs.map((each) => each.id).join(', ')}`)
  return folder
}

/** Compiles the chosen pack without the long proofs; its errors go to standard error. */
export function loadPack(invocation: Invocation, packs: readonly PackFolder[]): CompiledPack | undefined {
  const { pack, diagnostics } = compilePack(chosenPack(invocation, packs), { prove: false })
  if (hasErrors(diagnostics)) for (const each of diagnostics) process.stderr.write(`${formatDiagnostic(each)}\n`)
  return pack
}

/** One JSON value a line on standard output. */
export function writeJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`)
}
