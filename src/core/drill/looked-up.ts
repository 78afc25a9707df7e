import type { CallEvent } from '../events.ts'
import { batchesOf, traineeTurnOf } from './trainee-turn.ts'

/** Whether the agent has looked anything up so far, by saying so or by a step that does: from then on a drill shows what there is to be found. */
export function hasLookedUp(events: readonly CallEvent[]): boolean {
  return (
    events.some((event) => event.type === 'StepDone' && event.acts.includes('verify')) ||
    batchesOf(events).some((batch) => traineeTurnOf(batch)?.acts.includes('verify'))
  )
}
