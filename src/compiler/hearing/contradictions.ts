import type { Diagnostic } from '../diagnostics.ts'
import type { AgentLesson, CustomerLesson, Lessons } from './lessons.ts'

type AnyLesson = CustomerLesson & AgentLesson

/** What a lesson may say of an utterance. */
const SAYS = ['scenario', 'signals', 'acts', 'violations'] as const

/** Lines that are written twice, and lines that are said to show one thing here and another there. */
export function contradictions({ customer, agent }: Lessons): Diagnostic[] {
  return [customer, agent].flatMap((lessons) => {
    const found: Diagnostic[] = []
    const byText = new Map<string, AnyLesson[]>()
    for (const lesson of lessons as readonly AnyLesson[]) {
      const text = lesson.text.replace(/[^\p{L}\p{N}]/gu, '')
      const before = byText.get(text) ?? []
      const other = before.find((each) => SAYS.some((what) => contradict(each[what], lesson[what])))
      const same = before.find((each) => SAYS.every((what) => (each[what] === undefined) === (lesson[what] === undefined)))
      const { file, path } = lesson
      if (other) {
        const tip = 'Keep the line where it is right, or give both the same labels.'
        found.push(file.report(path, 'lesson-contradicts', `“${lesson.text}” shows something else at ${other.file.at(other.path)}`, tip))
      } else if (same) {
        const message = `“${lesson.text}” is already a line at ${same.file.at(same.path)}`
        found.push(file.report(path, 'lesson-twice', message, 'Write what another customer or agent would say.', 'warning'))
      }
      byText.set(text, [...before, lesson])
    }
    return found
  })
}

/** Whether two lessons say different things of the same; where one says nothing it contradicts nothing. */
function contradict(one: string | readonly string[] | undefined, other: string | readonly string[] | undefined): boolean {
  if (one === undefined || other === undefined) return false
  return [one].flat().sort().join() !== [other].flat().sort().join()
}
