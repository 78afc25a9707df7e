import { checkpointStatuses } from '../core/checkpoints.ts'
import { endingOf, outcomeFor } from '../core/ending.ts'
import type { Command, Fact, Refusal } from '../core/events.ts'
import { storable } from '../core/forms/fields.ts'
import { REFUSALS, temperGate } from '../core/gates.ts'
import { MOST_REFUNDED } from '../core/rules/refund.ts'
import { isOffered } from '../core/rung-offered.ts'
import { isMeant } from '../core/state.ts'
import { changeChannel, endsWith, goToStage } from './journey.ts'
import { answerSuggestion } from './listening/answer.ts'
import { hear } from './listening/hear.ts'
import { makeMove, shiftTemper } from './moving.ts'
import { promise } from './promising.ts'
import type { Recorder } from './recorder.ts'
import { dropScenario, startScenario, toFront } from './scenarios.ts'
import { pickWording, say } from './speaking.ts'
import { doStep, reopenStep } from './steps.ts'

/** Commands that still make sense once a call has ended. */
const AFTER_THE_END: ReadonlySet<Command['type']> = new Set([
  'ChangeProfile',
  'WriteNote',
  'NoteRefund',
  'IdentifyCustomer',
  'NoteCaseFact',
  'Recall',
  'FillForm',
  'MakePromise',
  'KeepPromise',
  'PickWording',
  'Mute',
  'Unmute',
  'Hear',
])

/** Records what a command leads to, or answers why it may not happen and records nothing. */
export function carryOut(record: Recorder, command: Exclude<Command, { type: 'Undo' }>): Refusal | undefined {
  const { state } = record
  if (state.ended && !AFTER_THE_END.has(command.type)) return REFUSALS.callEnded
  switch (command.type) {
    case 'StartCall':
      return REFUSALS.noChange
    case 'ChangeProfile':
      return change(record, JSON.stringify(command.profile) !== JSON.stringify(state.profile), {
        type: 'ProfileChanged',
        profile: command.profile,
      })
    case 'ChangeChannel':
      return changeChannel(record, command.channel)
    case 'WriteNote':
      return change(record, command.text !== state.note, { type: 'NoteWritten', text: command.text })
    case 'NoteRefund': {
      const { yuan } = command
      if (yuan !== undefined && !(yuan >= 0 && yuan <= MOST_REFUNDED)) return REFUSALS.noChange
      return change(record, yuan !== state.refund, { type: 'RefundNoted', ...(yuan === undefined ? {} : { yuan }) })
    }
    case 'IdentifyCustomer':
      return change(record, command.ref !== state.ref, { type: 'CustomerIdentified', ref: command.ref })
    case 'NoteCaseFact': {
      const { fact, value } = command
      return change(record, value !== state.facts[fact], { type: 'CaseFactNoted', fact, ...(value === undefined ? {} : { value }) })
    }
    case 'Recall': {
      const { earlier, callers } = command
      const news = JSON.stringify({ earlier, callers }) !== JSON.stringify(state.history)
      return change(record, news, { type: 'HistoryFound', earlier, callers })
    }
    case 'FillForm': {
      const form = record.pack.forms?.[command.form]
      if (!form) return REFUSALS.noChange
      const fields = storable(form, command.fields)
      const before = state.forms[form.id] ?? {}
      const news = Object.entries(fields).some(([field, value]) => before[field] !== value)
      return change(record, news, { type: 'FormFilled', form: form.id, fields })
    }
    case 'SayLine':
      return say(record, command)
    case 'PickWording':
      return pickWording(record, command.line, command.wording)
    case 'DoStep':
      return doStep(record, command.step)
    case 'ReopenStep':
      return reopenStep(record, command.step)
    case 'MakeMove':
      return makeMove(record, command.move)
    case 'StartScenario':
      return startScenario(record, command.scenario)
    case 'FrontMachine':
      return toFront(record, command.machine)
    case 'DropScenario':
      return dropScenario(record, command.scenario)
    case 'ShiftTemper':
      return temperGate(state, command.direction) ?? shiftTemper(record, command.direction, { type: 'agent' })
    case 'GoToStage':
      return goToStage(record, command.stage)
    case 'MakePromise':
      return promise(record, command)
    case 'KeepPromise': {
      const { promise, made } = command
      const open = state.promises.some((each) => isMeant(command, each))
      return change(record, open, { type: 'PromiseKept', promise, ...(made === undefined ? {} : { made }) })
    }
    case 'RefuseConcession': {
      const { rung } = command
      if (!isOffered(record.pack, state, rung)) return REFUSALS.rungNotOffered
      return change(record, true, { type: 'ConcessionRefused', rung })
    }
    case 'Mute':
      return change(record, !state.muted, { type: 'Muted' })
    case 'Unmute':
      return change(record, state.muted, { type: 'Unmuted' })
    case 'Hear':
      return hear(record, command)
    case 'AnswerSuggestion':
      return answerSuggestion(record, command)
    case 'HangUp':
      return hangUp(record)
    case 'EndCall':
      return endCall(record, command)
  }
}

/** The other side is gone: a call whose close was made ends with that, any other waits for the reason. */
function hangUp(record: Recorder): Refusal | undefined {
  const { pack, state } = record
  if (state.hungUp) return REFUSALS.noChange
  record.emit({ type: 'HungUp' })
  const ending = endingOf(pack, state)
  if (ending.ready) endCall(record, { type: 'EndCall', outcome: outcomeFor(ending, undefined) })
  return undefined
}

/** A call ends with the caring close made, or with the reason why not. */
function endCall(record: Recorder, { outcome, reason }: Extract<Command, { type: 'EndCall' }>): Refusal | undefined {
  const { pack, state } = record
  if (!endsWith(record, reason)) {
    const lacks = endingOf(pack, state).lacks
    return {
      code: 'close-missing',
      why: {
        zh: `关怀收尾还缺：${lacks.map((lack) => lack.zh).join('、')}`,
        en: `The caring close still lacks: ${lacks.map((lack) => lack.en).join(', ')}`,
      },
    }
  }
  record.emit({ type: 'CallEnded', outcome, ...(reason ? { reason } : {}), checkpoints: checkpointStatuses(pack, state) })
  return undefined
}

function change(record: Recorder, wanted: boolean, fact: Fact): Refusal | undefined {
  if (!wanted) return REFUSALS.noChange
  record.emit(fact)
  return undefined
}
