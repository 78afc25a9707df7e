import type { Diagnostic } from '../diagnostics.ts'
import type { SourceFile } from '../source-file.ts'
import { LEAST } from './lesson-counts.ts'
import type { AgentLesson, CustomerLesson, LessonKind, Lessons } from './lessons.ts'

/** What has fewer lines than a recogniser needs to be shown. */
export function scarceLessons({ customer, agent }: Lessons, scenarios: readonly string[]): Diagnostic[] {
  const { files, says, unlike } = countOf([...customer, ...agent])
  const found: Diagnostic[] = []
  const need = (kind: LessonKind, id: string, words: 'lines' | 'look-alikes', least: number) => {
    const name = nameOf(kind, id)
    const file = files.get(name)
    const there = (words === 'lines' ? says : unlike).get(name) ?? 0
    if (!file || there >= least) return
    const message = `“${id}” has ${there} ${words}, ${least} are the least`
    found.push(file.report([], 'lessons-scarce', message, 'Add lines that different people would say, in any file about it.', 'warning'))
  }
  const taught = (kind: LessonKind) => [...new Set([...customer, ...agent].flatMap(({ about }) => (about.kind === kind ? [about.id] : [])))]

  for (const id of scenarios) {
    need('scenario', id, 'lines', LEAST.scenario.says)
    need('scenario', id, 'look-alikes', LEAST.scenario.unlike)
  }
  for (const id of taught('signal')) need('signal', id, 'lines', LEAST.signal.says)
  for (const kind of ['act', 'violation'] as const) {
    for (const id of taught(kind)) {
      need(kind, id, 'lines', LEAST[kind].says)
      need(kind, id, 'look-alikes', LEAST[kind].unlike)
    }
  }
  need('calm', 'calm', 'lines', LEAST.calm)
  return found
}

/** A kind and one of its names as a key. */
const nameOf = (kind: LessonKind, id: string) => `${kind} ${id}`

/** A first file about each thing that is taught, how many lines show it, wherever they stand, and how many of its look-alikes there are. */
function countOf(lessons: readonly (CustomerLesson & AgentLesson)[]) {
  const files = new Map<string, SourceFile>()
  const says = new Map<string, number>()
  const unlike = new Map<string, number>()
  const add = (counts: Map<string, number>, name: string) => counts.set(name, (counts.get(name) ?? 0) + 1)
  for (const { about, file, scenario, signals = [], acts = [], violations = [] } of lessons) {
    const own = nameOf(about.kind, about.id)
    if (!files.has(own)) files.set(own, file)
    if (about.part === 'unlike') add(unlike, own)
    if (about.kind === 'calm') add(says, own)
    if (scenario !== undefined && about.part === 'says') add(says, nameOf('scenario', scenario))
    for (const signal of signals) add(says, nameOf('signal', signal))
    for (const act of acts) add(says, nameOf('act', act))
    for (const violation of violations) add(says, nameOf('violation', violation))
  }
  return { files, says, unlike }
}
