import { compilePack } from '../compiler/compile.ts'
import { type Diagnostic, formatDiagnostic, hasErrors } from '../compiler/diagnostics.ts'
import { type Command, chosenPack, type Invocation, UsageError, writeJson } from './command.ts'

/** Compiles and proves every pack. */
export const check: Command = {
  name: 'check',
  usage: 'check [--json] [--pack ID] [--scenario ID,…]',
  about: 'compile and prove every pack; all diagnostics, and what was proved',
  options: { json: { type: 'boolean' }, scenario: { type: 'string' } },
  words: { min: 0, max: 0 },
  run: (invocation, packs) => {
    const chosen = invocation.options.pack === undefined ? packs : [chosenPack(invocation, packs)]
    const only = scenariosOf(invocation)
    const results = chosen.map((folder) => compilePack(folder, only ? { only } : {}))
    const compiled = results.flatMap(({ pack }) => pack ?? [])
    const unknown = only?.find((id) => compiled.length === results.length && compiled.every((pack) => !pack.scenarios[id]))
    if (unknown !== undefined) throw new UsageError(`there is no scenario “${unknown}”`)
    const diagnostics = results.flatMap((result) => result.diagnostics)
    const counts = { errors: count(diagnostics, 'error'), warnings: count(diagnostics, 'warning') }
    if (invocation.options.json) {
      for (const diagnostic of diagnostics) writeJson(diagnostic)
      for (const { summary } of results) writeJson({ summary: { ...summary, ...counts } })
    } else {
      for (const diagnostic of diagnostics) process.stderr.write(`${formatDiagnostic(diagnostic)}\n`)
      for (const { summary } of results) {
        const { sources } = summary
        process.stdout.write(
          [
            `${summary.pack}: ${counts.errors} errors, ${counts.warnings} warnings`,
            `  lines      ${summary.lines} (${summary.wordings} wordings), ${summary.swaps} swaps`,
            `  scenarios  ${summary.scenarios}, ${summary.states} states, ${summary.plans} plans`,
            `  proved     ${summary.pathsWalked} paths walked in the engine, ${summary.endsReached} of them to an outcome or into another scenario`,
            `  sources    ${sources.cited} of ${sources.all} covered; ${sources.deviating} deliberately deviated from, ${sources.pending} pending`,
            '',
          ].join('\n'),
        )
      }
    }
    return hasErrors(diagnostics) ? 1 : 0
  },
}

/** An author at work on a scenario need not wait for the proofs of all the others. */
function scenariosOf({ options }: Invocation): readonly string[] | undefined {
  return typeof options.scenario === 'string' ? options.scenario.split(',') : undefined
}

function count(diagnostics: readonly Diagnostic[], severity: Diagnostic['severity']): number {
  return diagnostics.filter((each) => each.severity === severity).length
}
