import type { Refusal } from '../../core/events.ts'
import { REFUSALS } from '../../core/gates.ts'
import type { Recorder } from '../recorder.ts'
import { hearAgent } from './hear-agent.ts'
import type { Hear } from './hear-command.ts'
import { hearCustomer } from './hear-customer.ts'

/**
 * Takes in what was said. What the customer says moves the call or is put to the agent; what the agent says counts as said and is checked, and
 * never raises anything of the customer's (docs/rules.md H1–H8).
 */
export function hear(record: Recorder, command: Hear): Refusal | undefined {
  const { turn, who, text, findings } = command
  const before = record.state.heard.find((each) => each.turn === turn)
  // Telephone systems send the same turn again after a broken connection.
  if (before?.text === text && before.who === who) return REFUSALS.noChange
  record.emit({ type: 'Heard', turn, who, text, findings })
  // The last words may come after the line was closed: they are kept, and change nothing any more.
  if (record.state.ended) return undefined
  if (who === 'customer') hearCustomer(record, command, before !== undefined)
  else hearAgent(record, command, before !== undefined)
  return undefined
}
