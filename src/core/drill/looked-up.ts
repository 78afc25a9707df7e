import type { CallEvent } from '../events.ts'

/** Whether the agent has looked anything up so far, by saying so or by a step that does: from then on a drill shows what there is to be found. */
export function hasLookedUp(events: readonly CallEvent[]): boolean {
  return events.some((event) => {
    if (event.type === 'LineSaid' || event.type === 'StepDone') return event.acts.includes('verify')
    return event.type === 'Heard' && event.who === 'agent' && event.findings.acts.some(({ id }) => id === 'verify')
  })
}
