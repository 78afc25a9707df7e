import { compilePack, type PackFolder } from '../compiler/compile.ts'
import { compileDrills } from '../compiler/drills/compile-drills.ts'
import { openHearing } from '../compiler/hearing/open-hearing.ts'
import { chance } from '../core/chance.ts'
import { assess } from '../core/scoring/assess.ts'
import { beginDrill, perform } from '../engine/drill/drill-call.ts'
import { guided, isDone } from '../engine/drill/trainees.ts'
import { buildMachines } from '../engine/machines.ts'
import { listener } from '../hearing/hear.ts'
import { type Timing, timing } from './figures.ts'

/** Drills that are played before anything is counted. */
const WARM_UP = 20
const MOST_COMMANDS = 200

/** What a drill costs on this machine, in milliseconds. */
export interface DrillFigures {
  /** From what a trainee says to what the customer answers: heard, weighed, answered, heard again. */
  readonly answer: Timing
  /** To score a whole call. */
  readonly score: Timing
}

/** Plays every customer once with a good trainee. */
export function drillFigures(folder: PackFolder): DrillFigures {
  const { pack, lessons } = compilePack(folder, { prove: false })
  const drills = pack && compileDrills(folder, pack).drills
  if (!pack || !drills) throw new Error(`pack ${folder.id} has errors: run evenkeel check`)
  buildMachines(pack)
  const hear = listener(openHearing(folder.root, pack, lessons))
  const answers: number[] = []
  const scores: number[] = []
  for (const [i, persona] of drills.personas.entries()) {
    let ids = 0
    let now = Date.parse('2026-11-23T10:00:00+08:00')
    const env = () => ({ now, newId: () => `${persona.id}-${ids++}` })
    const dice = chance(i)
    let drill = beginDrill({ pack, rules: drills.rules, persona, level: 'standard', seed: i }, 'bench', env())
    for (let n = 0; n < MOST_COMMANDS && !isDone(drill); n++) {
      now += 3000
      const command = guided(drill, now, hear, dice)
      const began = performance.now()
      const next = perform(drill, command, env(), hear)
      if (next.answers !== drill.answers && i >= WARM_UP) answers.push(performance.now() - began)
      drill = next
    }
    const began = performance.now()
    assess(pack, drills.scoring, drill.call.events)
    if (i >= WARM_UP) scores.push(performance.now() - began)
  }
  return { answer: timing(answers), score: timing(scores) }
}
