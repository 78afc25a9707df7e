import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { CompiledPack } from '../../core/pack.ts'
import type { Hearing } from '../../hearing/hearing.ts'
import { packHearing, unpackHearing } from '../../hearing/packed.ts'
import { filesIn, hashOf } from '../hash-files.ts'
import { compileHearing } from './compile-hearing.ts'
import type { Lessons } from './lessons.ts'
import { teachingOf } from './teaching.ts'

/** What a recogniser depends on beside the pack and its lessons: the program that learns. */
const PROGRAM = ['hearing', 'compiler/hearing']

/**
 * Names the recogniser of a pack by all that it depends on, before it has been learnt.
 *
 * @param root the project's folder
 */
export function hearingKey(root: string, pack: CompiledPack, lessons: Lessons): string {
  const program = PROGRAM.flatMap((each) => filesIn(join(root, 'src', each))).map((path) => readFileSync(path, 'utf8'))
  // Without where each was written: moving a line about teaches nothing else.
  return hashOf([pack.hash, JSON.stringify(teachingOf(lessons)), ...program])
}

/**
 * The recogniser of a pack. Learning takes a while, so the last results are kept in the project's `.cache`; a cache that cannot be read
 * or written is no fault.
 */
export function openHearing(root: string, pack: CompiledPack, lessons: Lessons): Hearing {
  const key = hearingKey(root, pack, lessons)
  const kept = readKept(root, key)
  if (kept) return kept.hearing
  const hearing = compileHearing(pack, lessons)
  keepHearing(root, key, packHearing(hearing))
  return hearing
}

/** Keeps a packed recogniser for the next time. */
export function keepHearing(root: string, key: string, bytes: Uint8Array): void {
  try {
    const file = fileOf(root, key)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, bytes)
  } catch {
    // A read-only folder only means that the recogniser learns again next time.
  }
}

/** The packed recogniser, when it has been learnt before. */
export function keptHearing(root: string, key: string): Uint8Array | undefined {
  return readKept(root, key)?.bytes
}

function readKept(root: string, key: string): { readonly bytes: Uint8Array; readonly hearing: Hearing } | undefined {
  try {
    const bytes = readFileSync(fileOf(root, key))
    return { bytes, hearing: unpackHearing(bytes) }
  } catch {
    // Not there yet, or cut short by a crash.
    return undefined
  }
}

function fileOf(root: string, key: string): string {
  return join(root, '.cache', 'hearing', key)
}
