import { checkpointStatuses } from '../core/checkpoints.ts'
import type { Command, Profile, Wording } from '../core/events.ts'
import type { CompiledPack } from '../core/pack.ts'
import { inFront } from '../core/state.ts'
import { type CallView, view } from '../core/view.ts'
import { CHECKPOINTS } from '../core/vocabulary.ts'
import { advance, type Call, startCall } from '../engine/advance.ts'
import type { Env } from '../engine/recorder.ts'
import type { AuthoredPlan, Turn } from './schema.ts'

/** How a walk-through went. It stops at the first turn that does not go as written. */
export interface PlanRun {
  readonly call: Call
  readonly turnsTaken: number
  readonly failure?: { readonly turn: number | 'end'; readonly message: string }
}

const SECONDS_PER_TURN = 6

/**
 * Plays a plan through the engine.
 *
 * @param startAt milliseconds since the epoch at which the call begins
 */
export function runPlan(pack: CompiledPack, plan: AuthoredPlan, startAt: number): PlanRun {
  let ids = 0
  const newId = () => `${plan.id}-${++ids}`
  const profile = profileOf(plan)
  let { call } = startCall(pack, { type: 'StartCall', call: plan.id, channel: plan.channel, profile }, { now: startAt, newId })
  for (const [i, turn] of plan.turns.entries()) {
    const now = startAt + 1000 * (turn.t ?? (i + 1) * SECONDS_PER_TURN)
    const played = playTurn(call, turn, { now, newId })
    if (typeof played === 'string') return { call, turnsTaken: i, failure: { turn: i, message: played } }
    call = played
  }
  const wrong = wrongAtEnd(pack, call, plan)
  return { call, turnsTaken: plan.turns.length, ...(wrong ? { failure: { turn: 'end' as const, message: wrong } } : {}) }
}

/** The customer of a plan, without the fields that were left out. */
export function profileOf(plan: AuthoredPlan): Profile {
  return JSON.parse(JSON.stringify(plan.profile ?? {})) as Profile
}

function playTurn(call: Call, turn: Turn, env: Env): Call | string {
  const shown = view(call.state, call.pack, env.now)
  if (turn.expect) return unexpected(call, shown, turn.expect) ?? call
  const command = commandOf(turn, shown)
  if (typeof command === 'string') return command
  const advanced = advance(call, command, env)
  if (advanced.ok) return advanced.call
  const open = shown.moves.filter((move) => !move.closed).map((move) => move.id)
  const place = `${shown.front.machine}.${shown.front.state}`
  return `${describe(command)} is refused at ${place}: ${advanced.refusal.why.en}${command.type === 'MakeMove' ? `. Open here: ${open.join(', ') || 'nothing'}` : ''}`
}

/** The one command that a turn stands for, or what is wrong with the turn. */
function commandOf(turn: Turn, { card, front }: CallView): Command | string {
  if (turn.say !== undefined) {
    if (card.line.id !== turn.say)
      return `the card says “${card.line.id}” (${card.kind}) at ${front.machine}.${front.state}, not “${turn.say}”`
    return { type: 'SayLine', line: turn.say, wording: wordingOf(turn.wording, card.wordings.length), via: 'card' }
  }
  if (turn.move !== undefined) return { type: 'MakeMove', move: turn.move }
  if (turn.start !== undefined) return { type: 'StartScenario', scenario: turn.start }
  if (turn.drop !== undefined) return { type: 'DropScenario', scenario: turn.drop }
  if (turn.do !== undefined) return { type: 'DoStep', step: turn.do }
  if (turn.temper !== undefined) return { type: 'ShiftTemper', direction: turn.temper }
  if (turn.stage !== undefined) return { type: 'GoToStage', stage: turn.stage }
  if (turn.channel !== undefined) return { type: 'ChangeChannel', channel: turn.channel }
  if (turn.end !== undefined) {
    return { type: 'EndCall', outcome: turn.end.outcome, ...(turn.end.reason ? { reason: turn.end.reason } : {}) }
  }
  return 'this turn does nothing: give it say, move, start, drop, do, temper, stage, channel, expect or end'
}

/** Which wording of a line a turn stands for: `1` is the first, and the short one stands last. */
export function wordingOf(wording: Turn['wording'], count: number): Wording {
  if (wording === 'own') return 'own'
  return wording === 'short' ? count - 1 : (wording ?? 1) - 1
}

function unexpected(call: Call, shown: CallView, expected: NonNullable<Turn['expect']>): string | undefined {
  const actual = {
    stage: shown.stage,
    say: shown.card.line.id,
    temper: shown.temper.level,
    front: inFront(call.state),
    state: shown.front.state,
    danger: shown.danger?.class ?? 'none',
  }
  for (const key of ['stage', 'say', 'temper', 'front', 'state', 'danger'] as const) {
    if (expected[key] !== undefined && expected[key] !== actual[key]) return `expected ${key} “${expected[key]}” and it is “${actual[key]}”`
  }
  const open = expected.closed?.find((id) => !shown.moves.some((move) => move.id === id && move.closed))
  return open ? `expected the move “${open}” to be closed` : undefined
}

function wrongAtEnd(pack: CompiledPack, { state }: Call, plan: AuthoredPlan): string | undefined {
  if (state.ended?.outcome !== plan.expect.outcome)
    return `expected the call to end ${plan.expect.outcome}, and it ${state.ended ? `ended ${state.ended.outcome}` : 'never ended'}`
  const statuses = checkpointStatuses(pack, state)
  const wrong = CHECKPOINTS.find((id) => plan.expect.checkpoints?.[id] !== undefined && plan.expect.checkpoints[id] !== statuses[id])
  return wrong && `expected ${wrong} to be ${plan.expect.checkpoints?.[wrong]}, and it is ${statuses[wrong]}`
}

function describe(command: Command): string {
  switch (command.type) {
    case 'MakeMove':
      return `the move “${command.move}”`
    case 'StartScenario':
    case 'DropScenario':
      return `${command.type} “${command.scenario}”`
    case 'DoStep':
      return `the step “${command.step}”`
    case 'GoToStage':
      return `going to “${command.stage}”`
    default:
      return command.type
  }
}
