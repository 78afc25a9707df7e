/**
 * `npm run tune` writes from which score on each signal, act and violation of a pack is heard, into its `hearing/thresholds.yaml`. Run it
 * when lessons or frames have changed much; it takes some minutes.
 */
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { compilePack, findPacks } from '../src/compiler/compile.ts'
import { formatDiagnostic, hasErrors } from '../src/compiler/diagnostics.ts'
import { tune } from '../src/compiler/hearing/tune.ts'

const HEAD = `# yaml-language-server: $schema=../../schema/hearing-thresholds.schema.json
# From which score on each is heard, as log odds. Made by \`npm run tune\`: lessons are judged by what is learnt from the others.
`

for (const folder of findPacks(join(import.meta.dirname, '..'))) {
  if (!existsSync(join(folder.scenarios, 'hearing'))) continue
  const { pack, lessons, diagnostics } = compilePack(folder, { prove: false })
  if (!pack) {
    for (const each of diagnostics) process.stderr.write(`${formatDiagnostic(each)}\n`)
    process.exitCode = hasErrors(diagnostics) ? 1 : 0
    continue
  }
  const file = join(folder.scenarios, 'hearing', 'thresholds.yaml')
  writeFileSync(file, HEAD + stringify(tune(pack, lessons)))
  process.stdout.write(`wrote ${file}\n`)
}
