import type { CallEvent, Command } from '../core/events.ts'
import { invariant } from '../core/invariant.ts'
import type { CompiledPack } from '../core/pack.ts'
import { HEAT } from '../core/temper.ts'
import { advance, type Call, startCall } from './advance.ts'
import type { Env } from './recorder.ts'

export type Replayed =
  | { readonly same: true; readonly call: Call }
  /** The first event that did not come out as it was stored; `got` is absent when a command was refused. */
  | { readonly same: false; readonly stored: CallEvent | undefined; readonly got?: CallEvent }

/**
 * Runs a stored call again from its commands and compares every event. With the pack that the call is pinned to, the
 * trace is identical; that is what lets a reviewer trust it.
 */
export function replay(pack: CompiledPack, events: readonly CallEvent[]): Replayed {
  let call: Call | undefined
  for (const batch of batches(events)) {
    const [head] = batch
    const ids = batch.map((event) => event.id)
    const env: Env = { now: head.at, origin: head.origin, newId: () => ids.shift() ?? 'more events than stored' }
    const got = again(pack, call, head, env)
    if (!got) return { same: false, stored: head }
    const length = Math.max(batch.length, got.events.length)
    for (let i = 0; i < length; i++) {
      const [stored, fresh] = [batch[i], got.events[i]]
      if (!isSame(stored, fresh)) return { same: false, stored, ...(fresh ? { got: fresh } : {}) }
    }
    call = got.call
  }
  invariant(call, 'a log holds at least CallStarted')
  return { same: true, call }
}

/** Fields that came to events after calls had been stored without them. */
const ADDED: ReadonlySet<string> = new Set(['about', 'made'])

function isSame(stored: CallEvent | undefined, fresh: CallEvent | undefined): boolean {
  if (!stored || !fresh) return false
  return JSON.stringify(stored) === JSON.stringify(fresh, (field, value) => (ADDED.has(field) && !(field in stored) ? undefined : value))
}

function again(pack: CompiledPack, call: Call | undefined, head: CallEvent, env: Env) {
  const command = commandOf(head, call)
  if (command.type === 'StartCall') return startCall(pack, command, env)
  invariant(call, 'a log begins with CallStarted')
  const advanced = advance(call, command, env)
  return advanced.ok ? advanced : undefined
}

/** The events of a log in the batches that single commands caused. */
function batches(events: readonly CallEvent[]): [CallEvent, ...CallEvent[]][] {
  const all: [CallEvent, ...CallEvent[]][] = []
  for (const event of events) {
    if (event.id === event.cause) all.push([event])
    else all.at(-1)?.push(event)
  }
  return all
}

/** The command that led to a batch, from its first event. */
function commandOf(head: CallEvent, call: Call | undefined): Command {
  switch (head.type) {
    case 'CallStarted':
      return {
        type: 'StartCall',
        call: head.call,
        channel: head.channel,
        profile: head.profile,
        ...(head.agent ? { agent: head.agent } : {}),
      }
    case 'ProfileChanged':
      return { type: 'ChangeProfile', profile: head.profile }
    case 'ChannelChanged':
      return { type: 'ChangeChannel', channel: head.channel }
    case 'NoteWritten':
      return { type: 'WriteNote', text: head.text }
    case 'RefundNoted':
      return { type: 'NoteRefund', ...(head.yuan === undefined ? {} : { yuan: head.yuan }) }
    case 'CustomerIdentified':
      return { type: 'IdentifyCustomer', ref: head.ref }
    case 'CaseFactNoted':
      return { type: 'NoteCaseFact', fact: head.fact, ...(head.value === undefined ? {} : { value: head.value }) }
    case 'HistoryFound':
      return { type: 'Recall', earlier: head.earlier, callers: head.callers }
    case 'FormFilled':
      return { type: 'FillForm', form: head.form, fields: head.fields }
    case 'LineSaid':
      return { type: 'SayLine', line: head.line, wording: head.wording, via: head.via }
    case 'WordingPicked':
      return { type: 'PickWording', line: head.line, wording: head.wording }
    case 'StepDone':
      return { type: 'DoStep', step: head.step }
    case 'StepReopened':
      return { type: 'ReopenStep', step: head.step }
    case 'MoveMade':
      return { type: 'MakeMove', move: head.move }
    case 'ScenarioStarted':
    case 'Interrupted':
      return { type: 'StartScenario', scenario: head.scenario }
    case 'ScenarioFronted':
      return { type: 'FrontMachine', machine: head.machine }
    case 'ScenarioDropped':
      return { type: 'DropScenario', scenario: head.scenario }
    case 'StageChosen':
      return { type: 'GoToStage', stage: head.stage }
    case 'TemperShifted':
      return { type: 'ShiftTemper', direction: HEAT[head.to] > HEAT[call?.state.temper ?? 'calm'] ? 'up' : 'down' }
    case 'PromiseKept':
      return { type: 'KeepPromise', promise: head.promise, ...(head.made === undefined ? {} : { made: head.made }) }
    case 'PromiseMade':
      return {
        type: 'MakePromise',
        promise: head.promise,
        within: { ms: head.due - head.at },
        ...(head.words ? { words: head.words } : {}),
      }
    case 'ConcessionRefused':
      return { type: 'RefuseConcession', rung: head.rung }
    case 'Muted':
      return { type: 'Mute' }
    case 'Unmuted':
      return { type: 'Unmute' }
    case 'Heard':
      return { type: 'Hear', turn: head.turn, who: head.who, text: head.text, findings: head.findings }
    case 'SuggestionAnswered':
      return { type: 'AnswerSuggestion', suggestion: head.suggestion, answer: head.answer }
    case 'HungUp':
      return { type: 'HangUp' }
    case 'CallEnded':
      return { type: 'EndCall', outcome: head.outcome, ...(head.reason ? { reason: head.reason } : {}) }
    case 'Undone':
      return { type: 'Undo' }
    case 'StateEntered':
    case 'StageEntered':
    case 'ScenarioSettled':
    case 'Resumed':
    case 'AuthorityGranted':
    case 'Suggested':
    case 'SlipNoted':
      invariant(false, `${head.type} never comes first`)
  }
}
