import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { CompiledPack } from '../../core/pack.ts'
import type { Hearing } from '../../hearing/hearing.ts'
import { packHearing, unpackHearing } from '../../hearing/packed.ts'
import { filesIn, hashOf } from '../hash-files.ts'
import { compileHearing } from './compile-hearing.ts'
import type { Lessons } from './lessons.ts'

/** What a recogniser depends on beside the pack and its lessons: the program that learns. */
const PROGRAM = ['hearing', 'compiler/hearing']

/**
 * The recogniser of a pack. Learning takes a while, so the last results are kept in the project's `.cache`, by all that they
 * depend on; a cache that cannot be read or written is no fault.
 *
 * @param root the project's folder
 */
export function openHearing(root: string, pack: CompiledPack, lessons: Lessons): Hearing {
  const program = PROGRAM.flatMap((each) => filesIn(join(root, 'src', each))).map((path) => readFileSync(path, 'utf8'))
  const taught = JSON.stringify([lessons.customer.map(taughtBy), lessons.agent.map(taughtBy), lessons.words])
  const file = join(root, '.cache', 'hearing', hashOf([pack.hash, taught, ...program]))
  try {
    return unpackHearing(readFileSync(file))
  } catch {
    // Not there yet, or not whole: it is made again.
  }
  const hearing = compileHearing(pack, lessons)
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, packHearing(hearing))
  } catch {
    // A read-only folder only means that the recogniser learns again next time.
  }
  return hearing
}

/** A lesson without where it was written: moving a line about teaches nothing else. */
function taughtBy({ file, path, ...lesson }: Lessons['customer'][number] | Lessons['agent'][number]): object {
  return lesson
}
