import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { CompiledPack } from '../core/pack.ts'
import { filesIn, hashOf } from './hash-files.ts'
import type { AuthoredPlan } from './schema.ts'

/** What a proof depends on beside the pack: the program that walks it. */
const PROGRAM = ['core', 'engine', 'compiler']

/**
 * Remembers on disk which packs have passed all proofs. A proof takes half a minute, and the check, the build and the tests all ask
 * for it; the answer holds as long as neither the pack, nor its plans, nor the program has changed.
 */
interface ProofMemory {
  has: (pack: CompiledPack, plans: readonly AuthoredPlan[]) => boolean
  add: (pack: CompiledPack, plans: readonly AuthoredPlan[]) => void
}

/** @param root the project's folder; the memory is in its `.cache`, and a cache that cannot be written is no fault */
export function openProofMemory(root: string): ProofMemory {
  let program: string | undefined
  const file = (pack: CompiledPack, plans: readonly AuthoredPlan[]): string => {
    program ??= hashOf(PROGRAM.flatMap((folder) => filesIn(join(root, 'src', folder))).map((path) => readFileSync(path, 'utf8')))
    return join(root, '.cache', 'proved', hashOf([pack.hash, JSON.stringify(plans), program]))
  }
  return {
    has: (pack, plans) => existsSync(file(pack, plans)),
    add(pack, plans) {
      try {
        const path = file(pack, plans)
        mkdirSync(dirname(path), { recursive: true })
        writeFileSync(path, `${pack.id} ${pack.version} ${pack.edition}\n`)
      } catch {
        // A read-only folder only means that the proof is made again.
      }
    },
  }
}
