import { missing } from '../core/checkpoints.ts'
import type { Refusal } from '../core/events.ts'
import { REFUSALS, stageGate } from '../core/gates.ts'
import { entryOfStage, frontState, machineOf, stateOf } from '../core/machines.ts'
import { inFront, JOURNEY } from '../core/state.ts'
import { BLUEPRINT, type Channel, type EndReason, STAGES, type Stage } from '../core/vocabulary.ts'
import { stepCall } from './machines.ts'
import type { Recorder } from './recorder.ts'

/** Moves the journey to a stage by hand, and brings it to the front: the agent knows best where the talk is. */
export function goToStage(record: Recorder, stage: Stage): Refusal | undefined {
  const refusal = stageGate(record.pack, record.state, stage)
  if (refusal) return refusal
  const { entered } = stepCall(record.pack, record.state, { type: `stage.${stage}` })
  record.emit({ type: 'StageChosen', stage })
  for (const state of entered) record.emit({ type: 'StateEntered', machine: JOURNEY, state })
  if (inFront(record.state) !== JOURNEY) record.emit({ type: 'ScenarioFronted', machine: JOURNEY })
  return undefined
}

/** Sends the journey on after a scenario, past the gates: the scenario has done what they ask for. */
export function sendJourney(record: Recorder, stage: Stage): void {
  const { entered } = stepCall(record.pack, record.state, { type: `then.${stage}` })
  for (const state of entered) record.emit({ type: 'StateEntered', machine: JOURNEY, state })
}

/**
 * Lets the stage of the call follow the step in front, as soon as what that step requires has been seen: until then a
 * bridging line is on the card and the call has not truly got there (docs/rules.md G1).
 */
export function followStage(record: Recorder): void {
  const { pack, state } = record
  if (state.ended) return
  const front = frontState(pack, state)
  const there = BLUEPRINT[state.channel].includes(front.stage) ? front.stage : nearest(front.stage, state.channel)
  if (there === state.stage || missing(pack, front.requires, state).length > 0) return
  record.emit({ type: 'StageEntered', stage: there })
}

/** Carries a call over to the other channel: to the same step if that journey has it, else to the same stage. */
export function changeChannel(record: Recorder, channel: Channel): Refusal | undefined {
  const { pack, state } = record
  if (channel === state.channel) return REFUSALS.noChange
  const from = stateOf(machineOf(pack, JOURNEY, state.channel), state.machines[JOURNEY]?.state)
  const journey = machineOf(pack, JOURNEY, channel)
  const to = journey.states[from.id] ?? entryOfStage(pack, channel, from.stage)
  record.emit({ type: 'ChannelChanged', channel })
  record.emit({ type: 'StateEntered', machine: JOURNEY, state: to.id })
  return undefined
}

/** Whether the call machine lets the call end, with a reason or without. */
export function endsWith(record: Recorder, reason: EndReason | undefined): boolean {
  const { pack, state } = record
  const { snapshot } = stepCall(pack, state, { type: 'end', ...(reason ? { reason } : {}) })
  const at: unknown = (snapshot.value as { readonly journey: string }).journey
  return machineOf(pack, JOURNEY, state.channel).states[String(at)]?.final !== undefined
}

/** The stage of a channel that stands in for one that it does not have: the next, or the last before it. */
function nearest(stage: Stage, channel: Channel): Stage {
  const blueprint = BLUEPRINT[channel]
  return blueprint.find((each) => STAGES.indexOf(each) >= STAGES.indexOf(stage)) ?? 'follow-up'
}
