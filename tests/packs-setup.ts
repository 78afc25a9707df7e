import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { compilePack, findPacks } from '../src/compiler/compile.ts'
import { formatDiagnostic } from '../src/compiler/diagnostics.ts'

const ROOT = join(import.meta.dirname, '..')

/** Compiles the packs that tests run on once for all test files: it takes seconds, and there are dozens of files. */
export function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'evenkeel-packs-'))
  const made = [...findPacks(ROOT), ...findPacks(join(ROOT, 'tests/fixtures/packs/sound'))].map((each) => {
    const { pack, diagnostics } = compilePack(each, { today: '2026-11-22', prove: false })
    if (!pack) throw new Error(diagnostics.map(formatDiagnostic).join('\n'))
    const path = join(folder, `${pack.id}.json`)
    writeFileSync(path, JSON.stringify(pack))
    return [pack.id, path] as const
  })
  project.provide('packs', Object.fromEntries(made))
  return () => rmSync(folder, { recursive: true })
}

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of each compiled pack, by its id. */
    readonly packs: Readonly<Record<string, string>>
  }
}
