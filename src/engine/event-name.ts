import type { Trigger } from '../core/pack.ts'

/** The XState event type of a trigger: `said`, `step.note-demand`, `move.customer.accepts`. */
export function eventName(trigger: Trigger): string {
  switch (trigger.type) {
    case 'said':
      return 'said'
    case 'step':
      return `step.${trigger.step}`
    case 'move':
      return `move.${trigger.move}`
  }
}
