import { chaptersOf, type Lead, type Way } from '../../../core/book/outline.ts'
import type { Machine, MachineState } from '../../../core/pack.ts'
import type { Stage } from '../../../core/vocabulary.ts'
import type { Link } from './layout.ts'

/** A machine as it is drawn: its steps with all that can happen there, and the lines between them. */
export interface MachineGraph {
  readonly nodes: readonly GraphNode[]
  /** Every pair of steps of which one leads to the other, loops to the same step left out. */
  readonly links: readonly Link[]
  /** The links that tell the story: how each step is first come to, and on to the next one. */
  readonly mainLinks: readonly Link[]
}

export interface GraphNode {
  readonly id: string
  readonly number: number
  readonly state: MachineState
  readonly stage: Stage
  readonly ways: readonly Way[]
}

/** @param machine a scenario or a journey */
export function machineGraph(machine: Machine): MachineGraph {
  const chapters = chaptersOf(machine)
  const numbers = new Map(chapters.map(({ state, number }) => [state.id, number]))
  const links = chapters.flatMap(({ state, ways }) =>
    targetsOf(ways)
      .filter((to) => to !== state.id && numbers.has(to))
      .map((to) => ({ from: state.id, to })),
  )
  return {
    nodes: chapters.map(({ state, number, ways }) => ({ id: state.id, number, state, stage: state.stage, ways })),
    links,
    mainLinks: mainLinksOf(links, numbers),
  }
}

function targetsOf(ways: readonly Way[]): readonly string[] {
  return [...new Set(ways.flatMap(({ leads }) => leads.flatMap(({ to }: Lead) => to ?? [])))]
}

/**
 * How each step is first come to, from what stands before it in reading order (or, for want of that, behind it), and every link to
 * the very next step. All links of a machine at once are a thicket; what these leave out stands in the boxes by number.
 */
function mainLinksOf(links: readonly Link[], numbers: ReadonlyMap<string, number>): readonly Link[] {
  const number = (id: string) => numbers.get(id) ?? 0
  return links.filter((link) => {
    const into = links.filter(({ to }) => to === link.to)
    const first = into.find(({ from, to }) => number(from) < number(to)) ?? into[0]
    return link === first || number(link.to) === number(link.from) + 1
  })
}
