import { chance } from '../../core/chance.ts'
import { beginDrill, type DrillCall, farewell, type HearDrill, perform } from './drill-call.ts'
import type { Cast } from './react.ts'
import { isOver } from './react.ts'
import { isDone, type Trainee } from './trainees.ts'

/** More commands than any drill takes: what goes on longer goes on for ever. */
const MOST_COMMANDS = 400
/** How long everybody takes for a turn, in milliseconds. */
const TURN = 6000

/**
 * Plays a whole drill with a scripted trainee.
 *
 * @throws never; a drill that does not end is given back as it stands after so many commands
 */
export function playDrill(cast: Cast, trainee: Trainee, hear: HearDrill, startAt: number): DrillCall {
  let ids = 0
  let now = startAt
  const env = () => ({ now, newId: () => `${cast.persona.id}-${cast.level}-${cast.seed}-${ids++}` })
  const dice = chance(cast.seed + 1)
  let drill = beginDrill(cast, env().newId(), env())
  for (let i = 0; i < MOST_COMMANDS && !isDone(drill); i++) {
    const command = trainee(drill, now, hear, dice)
    const before = drill
    drill = perform(drill, command, env(), hear)
    if (drill.answers !== before.answers) now += TURN
  }
  if (isOver(drill.played)) for (const command of farewell(drill.call)) drill = perform(drill, command, env(), hear)
  return drill
}
