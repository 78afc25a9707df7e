import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { compilePack } from '../compiler/compile.ts'
import { formatDiagnostic } from '../compiler/diagnostics.ts'
import { recordEdition } from '../core/book/edition.ts'
import { type Command, chosenPack } from './command.ts'

/** Keeps the edition that stands as published, so that the next one can be held against it. */
export const publish: Command = {
  name: 'publish',
  usage: 'publish [--pack ID]',
  about: 'keep this edition as published, once it passes every check; later ones are compared with it',
  options: {},
  words: { min: 0, max: 0 },
  run: (invocation, packs) => {
    const folder = chosenPack(invocation, packs)
    const { pack, diagnostics } = compilePack(folder)
    for (const diagnostic of diagnostics) process.stderr.write(`${formatDiagnostic(diagnostic)}\n`)
    if (!pack) return 1
    const path = join(folder.scenarios, 'editions', `${pack.edition}.json`)
    const text = `${JSON.stringify(recordEdition(pack), null, 1)}\n`
    if (existsSync(path) && readFileSync(path, 'utf8') !== text) {
      process.stderr.write(`${relative(folder.root, path)} exists and differs. Give the pack the name of its next edition in pack.yaml.\n`)
      return 1
    }
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
    process.stdout.write(`${relative(folder.root, path)}\n`)
    return 0
  },
}
