import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { CompiledPack } from '../../core/pack.ts'
import { ACTS, SIGNALS, VIOLATIONS } from '../../core/vocabulary.ts'
import type { Hearing } from '../../hearing/hearing.ts'
import { packHearing, unpackHearing } from '../../hearing/packed.ts'
import { filesIn, hashOf } from '../hash-files.ts'
import { compileHearing } from './compile-hearing.ts'
import type { Lessons } from './lessons.ts'
import { type Teaching, teachingOf } from './teaching.ts'

/** What a recogniser depends on beside what it is taught: the program that learns. */
const PROGRAM = ['hearing', 'compiler/hearing']

/** A few packs, each before and after an edit or two; one takes a megabyte. */
const MOST_KEPT = 12

/**
 * Names a recogniser by all that it depends on, before it has been learnt.
 *
 * @param root the project's folder
 */
export function hearingKey(root: string, teaching: Teaching): string {
  const program = PROGRAM.flatMap((each) => filesIn(join(root, 'src', each))).map((path) => readFileSync(path, 'utf8'))
  return hashOf([JSON.stringify([SIGNALS, ACTS, VIOLATIONS]), JSON.stringify(teaching), ...program])
}

/**
 * The recogniser of a pack. Learning takes a while, so the last results are kept in the project's `.cache`; a cache that cannot be read
 * or written is no fault.
 */
export function openHearing(root: string, pack: CompiledPack, lessons: Lessons): Hearing {
  const key = hearingKey(root, teachingOf(pack, lessons))
  const kept = readKept(root, key)
  if (kept) return kept.hearing
  const hearing = compileHearing(pack, lessons)
  keepHearing(root, key, packHearing(hearing))
  return hearing
}

/** Keeps a packed recogniser for the next time, and lets go of the oldest. */
export function keepHearing(root: string, key: string, bytes: Uint8Array): void {
  try {
    const file = fileOf(root, key)
    const folder = dirname(file)
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, bytes)
    const kept = readdirSync(folder).map((name) => join(folder, name))
    const byAge = kept.map((path) => ({ path, at: statSync(path).mtimeMs })).sort((a, b) => b.at - a.at)
    for (const { path } of byAge.slice(MOST_KEPT)) rmSync(path)
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
