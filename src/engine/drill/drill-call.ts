import type { Answer } from '../../core/drill/answer.ts'
import { doneSilently, traineeTurnOf } from '../../core/drill/trainee-turn.ts'
import { endingOf } from '../../core/ending.ts'
import type { CallEvent, Command } from '../../core/events.ts'
import { moveGate } from '../../core/gates.ts'
import type { Findings, Speaker } from '../../core/heard.ts'
import { frontState, movesOf } from '../../core/machines.ts'
import type { CompiledPack } from '../../core/pack.ts'
import type { CallState } from '../../core/state.ts'
import { advance, type Call, startCall } from '../advance.ts'
import type { Env } from '../recorder.ts'
import { type Cast, curtain, isOver, type Played, react } from './react.ts'

/** A drill in progress: a call as on the job, and whoever plays the customer. */
export interface DrillCall {
  readonly cast: Cast
  readonly call: Call
  readonly played: Played
  readonly answers: readonly Answer[]
}

/** Hears what somebody says, among the moves that are open. */
export type HearDrill = (text: string, who: Speaker, among: readonly string[]) => Findings

/** A drill at its first moment: the customer is there, and waits to be greeted. */
export function beginDrill(cast: Cast, id: string, env: Env): DrillCall {
  const { matter: _, demand: __, ...known } = cast.persona.profile
  const { call } = startCall(cast.pack, { type: 'StartCall', call: id, channel: cast.persona.channel, profile: known }, env)
  return { cast, call, played: curtain(cast), answers: [] }
}

/** The customer's moves that the machine in front answers to now. */
export function openMoves(pack: CompiledPack, state: CallState): readonly string[] {
  return movesOf(frontState(pack, state)).filter((id) => pack.moves[id]?.by === 'customer' && moveGate(pack, state, id) === undefined)
}

/** The trainee does something; whoever plays the customer answers if it was said aloud. */
export function perform(drill: DrillCall, command: Command, env: Env, hear: HearDrill): DrillCall {
  const advanced = advance(drill.call, command, env)
  if (!advanced.ok) return drill
  return answered({ ...drill, call: advanced.call }, advanced.events, env, hear)
}

function answered(drill: DrillCall, batch: readonly CallEvent[], env: Env, hear: HearDrill): DrillCall {
  const turn = traineeTurnOf(batch)
  if (!turn || isOver(drill.played) || drill.call.state.ended) return drill
  return replied(drill, { ...turn, acts: [...new Set([...turn.acts, ...doneSilently(drill.call.events)])] }, env, hear)
}

function replied(drill: DrillCall, turn: ReturnType<typeof traineeTurnOf>, env: Env, hear: HearDrill): DrillCall {
  const { cast, call } = drill
  const { pack, persona } = cast
  const first = drill.played.said.length === 0
  const { answer, ...played } = react(cast, drill.played, turn, openMoves(pack, call.state))
  const among = openMoves(pack, call.state)
  const told: readonly Command[] = [
    { type: 'Hear', turn: env.newId(), who: 'customer', text: answer.text, findings: hear(answer.text, 'customer', among) },
    // By now the agent knows what it is about.
    ...(first ? [{ type: 'ChangeProfile', profile: persona.profile } as const] : []),
    ...(played.customer.phase === 'gone' ? [{ type: 'EndCall', outcome: 'abandoned', reason: 'customer-left' } as const] : []),
  ]
  const next = { ...drill, played, answers: [...drill.answers, answer], call: carriedOut(call, told, env) }
  return played.customer.phase === 'parted' ? { ...next, call: carriedOut(next.call, farewell(next.call), env) } : next
}

/** The customer hangs up: a call whose close was made ends with it, any other for the reason that they are gone. */
export function farewell({ pack, state }: Pick<Call, 'pack' | 'state'>): readonly Command[] {
  if (state.ended) return []
  const { outcome = 'settled', ready } = endingOf(pack, state)
  return [{ type: 'HangUp' }, { type: 'EndCall', outcome, ...(ready ? {} : { reason: 'customer-left' }) }]
}

/** The agent ends the talk before the customer has agreed to anything: whatever there is, somebody has to come back to it. */
export function cutShort({ pack, state }: Pick<Call, 'pack' | 'state'>): readonly Command[] {
  if (state.ended) return []
  const { outcome = 'follow-up', ready } = endingOf(pack, state)
  return [{ type: 'HangUp' }, { type: 'EndCall', outcome, ...(ready ? {} : { reason: 'customer-left' }) }]
}

function carriedOut(call: Call, commands: readonly Command[], env: Env): Call {
  return commands.reduce((now, command) => {
    const advanced = advance(now, command, { ...env, origin: command.type === 'Hear' || command.type === 'HangUp' ? 'heard' : 'agent' })
    return advanced.ok ? advanced.call : now
  }, call)
}
