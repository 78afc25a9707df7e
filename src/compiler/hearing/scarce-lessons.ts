import type { Diagnostic } from '../diagnostics.ts'
import { LEAST } from './lesson-counts.ts'
import type { Lesson, LessonKind, Lessons } from './lessons.ts'

/** What has fewer lines than a recogniser needs to be shown. */
export function scarceLessons({ customer, agent }: Lessons, scenarios: readonly string[]): Diagnostic[] {
  const lessons = [...customer, ...agent]
  const found: Diagnostic[] = []
  const need = (kind: LessonKind, id: string, part: 'says' | 'unlike', least: number, lines: readonly Lesson[]) => {
    const [place] = lessons.filter(({ about }) => about.kind === kind && about.id === id)
    if (!place || lines.length >= least) return
    const words = part === 'says' ? 'lines' : 'look-alikes'
    const message = `“${id}” has ${lines.length} ${words}, ${least} are the least`
    found.push(
      place.file.report([], 'lessons-scarce', message, 'Add lines that different people would say, in any file about it.', 'warning'),
    )
  }
  const unlike = (kind: LessonKind, id: string) =>
    lessons.filter(({ about }) => about.kind === kind && about.id === id && about.part === 'unlike')
  const taught = (kind: LessonKind) => new Set(lessons.flatMap(({ about }) => (about.kind === kind ? [about.id] : [])))

  for (const id of scenarios) {
    const lines = customer.filter(({ scenario, about }) => scenario === id && about.part === 'says')
    need('scenario', id, 'says', LEAST.scenario.says, lines)
    need('scenario', id, 'unlike', LEAST.scenario.unlike, unlike('scenario', id))
  }
  for (const id of taught('signal')) {
    const lines = customer.filter(({ signals }) => signals?.includes(id))
    need('signal', id, 'says', LEAST.signal.says, lines)
  }
  for (const kind of ['act', 'violation'] as const) {
    for (const id of taught(kind)) {
      const lines = agent.filter(({ acts, violations }) => (kind === 'act' ? acts : violations)?.includes(id))
      need(kind, id, 'says', LEAST[kind].says, lines)
      need(kind, id, 'unlike', LEAST[kind].unlike, unlike(kind, id))
    }
  }
  need(
    'calm',
    'calm',
    'says',
    LEAST.calm,
    customer.filter(({ about }) => about.kind === 'calm'),
  )
  return found
}
