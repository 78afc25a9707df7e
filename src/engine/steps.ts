import type { Refusal } from '../core/events.ts'
import { REFUSALS, stepGate } from '../core/gates.ts'
import { frontState } from '../core/machines.ts'
import { trigger } from './moving.ts'
import type { Recorder } from './recorder.ts'

/** Ticks a step off, and lets the machine in front go on if it waited for it. */
export function doStep(record: Recorder, id: string): Refusal | undefined {
  const { pack, state } = record
  const step = pack.steps[id]
  if (!step) return REFUSALS.noChange
  const refusal = stepGate(pack, state, id)
  if (refusal) return refusal
  if (!state.stepsDone.includes(id)) record.emit({ type: 'StepDone', step: id, acts: step.acts })
  // Done earlier in the call, but this state waits for it: ticking it again goes on.
  else if (!awaits(record, id)) return REFUSALS.noChange
  else record.emit({ type: 'StepDone', step: id, acts: [] })
  trigger(record, { type: 'step', step: id })
  return undefined
}

/** Takes a tick back, without taking back what followed from it: that is what undo is for. */
export function reopenStep(record: Recorder, id: string): Refusal | undefined {
  if (!record.state.stepsDone.includes(id)) return REFUSALS.noChange
  record.emit({ type: 'StepReopened', step: id, acts: record.pack.steps[id]?.acts ?? [] })
  return undefined
}

function awaits({ pack, state }: Recorder, id: string): boolean {
  return frontState(pack, state).on.some(({ trigger: by }) => by.type === 'step' && by.step === id)
}
