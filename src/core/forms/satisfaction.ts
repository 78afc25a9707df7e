import type { CallEvent } from '../events.ts'
import type { Signal } from '../vocabulary.ts'
import { lasting } from './deeds.ts'
import type { Satisfaction } from './fact-choices.ts'

const CONTENT: readonly Signal[] = ['accepts', 'thanks']

/**
 * How content the customer was, where that is evident: the last thing that was said to the matter accepts, thanks or softens. Otherwise
 * nothing: that somebody is displeased is for a person to write down, not for a program to conclude.
 */
export function satisfactionOf(events: readonly CallEvent[]): Satisfaction | undefined {
  let content = false
  for (const event of lasting(events)) {
    if (event.type === 'MoveMade') {
      if (event.kind === 'softens' || event.signals.some((signal) => CONTENT.includes(signal))) content = true
      else if (event.kind === 'resists' || event.kind === 'escalates') content = false
    }
    if (event.type === 'Heard' && event.who === 'customer') {
      const signals = event.findings.signals.map(({ id }) => id)
      // Turns that show nothing take nothing back.
      if (signals.length > 0) content = signals.every((signal) => CONTENT.includes(signal))
    }
  }
  return content ? 'satisfied' : undefined
}
