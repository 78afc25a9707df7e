import { readingOf } from '../../hearing/script.ts'
import type { Diagnostic } from '../diagnostics.ts'
import { checkFrames } from './check-frames.ts'
import { contradictions } from './contradictions.ts'
import { type Lessons, saidLines } from './lessons.ts'
import { scarceLessons } from './scarce-lessons.ts'
import { makeScript } from './script.ts'

/** What the last check found, and what it read: an author who saves another file doesn't wait for this one. */
let last: { readonly read: readonly unknown[]; readonly found: readonly Diagnostic[] } | undefined

/** All that is wrong with what a pack teaches its recogniser, beside form and names. A pack that teaches nothing is left alone. */
export function checkLessons(lessons: Lessons, scenarios: readonly string[]): readonly Diagnostic[] {
  const { customer, agent, frames } = lessons
  if (customer.length + agent.length === 0) return []
  const files = new Set([...customer, ...agent, ...frames.frames].map(({ file }) => file))
  const read = [...files, scenarios.join(), JSON.stringify([frames.groups, frames.negations])]
  if (!last || last.read.length !== read.length || last.read.some((each, i) => each !== read[i])) {
    const examples = frames.frames.length > 0 ? checkFrames(frames, readingOf(makeScript()), saidLines(lessons)) : []
    last = { read, found: [...examples, ...contradictions(lessons), ...scarceLessons(lessons, scenarios)] }
  }
  return last.found
}
