import type { CallEvent, Command, Refusal } from '../core/events.ts'
import { REFUSALS } from '../core/gates.ts'
import { frontState, machineOf } from '../core/machines.ts'
import type { CompiledPack } from '../core/pack.ts'
import { type CallState, EDITS, fold, JOURNEY } from '../core/state.ts'
import { carryOut } from './carry-out.ts'
import { followStage } from './journey.ts'
import { type Env, Recorder } from './recorder.ts'

/** A call in progress: its log, the fold of it, and the pack that it is pinned to. */
export interface Call {
  readonly pack: CompiledPack
  readonly events: readonly CallEvent[]
  readonly state: CallState
}

export type Advanced =
  | { readonly ok: true; readonly call: Call; readonly events: readonly CallEvent[] }
  | { readonly ok: false; readonly refusal: Refusal }

export type StartCall = Extract<Command, { type: 'StartCall' }>

/** Begins a call at the first step of its channel's journey. */
export function startCall(
  pack: CompiledPack,
  command: StartCall,
  env: Env,
): { readonly call: Call; readonly events: readonly CallEvent[] } {
  const record = new Recorder(pack, command.call, undefined, env)
  record.emit({
    type: 'CallStarted',
    pack: { id: pack.id, version: pack.version, hash: pack.hash },
    channel: command.channel,
    profile: command.profile,
    ...(command.agent ? { agent: command.agent } : {}),
  })
  record.emit({ type: 'StateEntered', machine: JOURNEY, state: machineOf(pack, JOURNEY, command.channel).entry })
  record.emit({ type: 'StageEntered', stage: frontState(pack, record.state).stage })
  return { call: { pack, events: record.events, state: record.state }, events: record.events }
}

/** A call from its stored log. The log must be sound: see `src/store/checked-log.ts`. */
export function restore(pack: CompiledPack, events: readonly CallEvent[]): Call {
  return { pack, events, state: fold(events) }
}

/**
 * One step of a call: asks the machines whether a command may happen and answers with what then happened, or with why not.
 * Pure: time and ids come from `env`, nothing is stored or shown here.
 */
export function advance(call: Call, command: Command, env: Env): Advanced {
  if (command.type === 'Undo') return undo(call, env)
  const record = new Recorder(call.pack, call.state.id, call.state, env)
  const refusal = carryOut(record, command)
  if (refusal) return { ok: false, refusal }
  followStage(record)
  return { ok: true, events: record.events, call: { pack: call.pack, events: [...call.events, ...record.events], state: record.state } }
}

/** Takes back the last step: it stays in the log, and the fold leaves it out. */
function undo(call: Call, env: Env): Advanced {
  const undoes = lastUndoable(call.events)
  if (!undoes) return { ok: false, refusal: REFUSALS.nothingToUndo }
  const record = new Recorder(call.pack, call.state.id, call.state, env)
  record.emit({ type: 'Undone', undoes })
  const events = [...call.events, ...record.events]
  return { ok: true, events: record.events, call: { pack: call.pack, events, state: fold(events) } }
}

/** The cause of the last batch that did something which can still be taken back; what was typed or really said stays. */
function lastUndoable(events: readonly CallEvent[]): string | undefined {
  const beginning = events[0]?.cause
  const undone = new Set(events.flatMap((event) => (event.type === 'Undone' ? [event.undoes] : [])))
  const stays = (type: CallEvent['type']) => EDITS.has(type) || type === 'StageEntered'
  return events.findLast(({ type, cause }) => cause !== beginning && !stays(type) && !undone.has(cause))?.cause
}
