import { stillAt } from '../../core/attention.ts'
import type { Command, Refusal } from '../../core/events.ts'
import { moveGate, REFUSALS } from '../../core/gates.ts'
import type { Suggestable, Suggestion } from '../../core/heard.ts'
import { pushOf } from '../../core/temper.ts'
import { makeMove, shiftTemper } from '../moving.ts'
import type { Recorder } from '../recorder.ts'
import { startScenario } from '../scenarios.ts'

/** The agent's word on what was put to them: accepted it happens, dismissed it is not asked again, later it may be. */
export function answerSuggestion(record: Recorder, command: Extract<Command, { type: 'AnswerSuggestion' }>): Refusal | undefined {
  const { suggestion: id, answer } = command
  const asked = record.state.suggestions.find((each) => each.id === id)
  if (!asked || asked.way === 'applied' || asked.answer !== undefined) return REFUSALS.suggestionNotOpen
  if (answer !== 'accept') {
    record.emit({ type: 'SuggestionAnswered', suggestion: id, answer })
    return undefined
  }
  const refusal = closed(record, asked)
  if (refusal) return refusal
  record.emit({ type: 'SuggestionAnswered', suggestion: id, answer })
  carryOutSuggested(record, asked.what)
  return undefined
}

/** Why something cannot be done any more that was suggested before. */
function closed({ pack, state }: Recorder, { what, step }: Suggestion): Refusal | undefined {
  if (what.type !== 'move') return undefined
  return stillAt(state, what.machine, step) ? moveGate(pack, state, what.move) : REFUSALS.moveNotHere
}

function carryOutSuggested(record: Recorder, what: Suggestable): void {
  switch (what.type) {
    case 'scenario':
      startScenario(record, what.scenario)
      break
    case 'move':
      makeMove(record, what.move)
      break
    case 'signal': {
      const push = pushOf([what.signal])
      if (push) shiftTemper(record, push, { type: 'signals', signals: [what.signal] })
    }
  }
}
