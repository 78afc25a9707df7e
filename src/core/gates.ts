import { missing } from './checkpoints.ts'
import type { Refusal } from './events.ts'
import { branch, frontState, machineOf, stateOf } from './machines.ts'
import type { CompiledPack, Move, RequirementId } from './pack.ts'
import { rankOf } from './roles.ts'
import { refundRole, whoDecides } from './rules/refund.ts'
import { type CallState, inFront } from './state.ts'
import { HEAT } from './temper.ts'
import { BLUEPRINT, type Stage } from './vocabulary.ts'

/**
 * Which keys are alive, and why the others are not. Each gate answers with a refusal, or with
 * `undefined` when the way is open. The engine's machines ask these same gates.
 */
export const REFUSALS = {
  callEnded: { code: 'call-ended', why: { zh: '通话已结束', en: 'The call has ended' } },
  interrupted: { code: 'interrupted', why: { zh: '先处理眼前的紧急情况', en: 'Deal with the emergency first' } },
  moveNotHere: { code: 'move-not-here', why: { zh: '这一步没有这个走向', en: 'This step has no such move' } },
  lineNotUsable: { code: 'line-not-usable', why: { zh: '这句话现在不能用', en: 'This line may not be used now' } },
  scenarioNotOpen: { code: 'scenario-not-open', why: { zh: '这个情景没有打开', en: 'This scenario is not open' } },
  stageNotHere: { code: 'stage-not-here', why: { zh: '这个渠道没有这个环节', en: 'This channel has no such stage' } },
  temperAtLimit: { code: 'temper-at-limit', why: { zh: '已经到头了', en: 'Already at the limit' } },
  nothingToUndo: { code: 'nothing-to-undo', why: { zh: '没有可撤销的一步', en: 'There is nothing to undo' } },
  suggestionNotOpen: { code: 'suggestion-not-open', why: { zh: '没有要确认的提示', en: 'There is no suggestion to answer' } },
  rungNotOffered: { code: 'rung-not-offered', why: { zh: '这一级还没提出来', en: 'This has not been offered yet' } },
  noChange: { code: 'no-change', why: { zh: '没有变化', en: 'Nothing changed' } },
} as const satisfies Record<string, Refusal>

/** The refusal for the first of some requirements that is missing. */
function requirementGate(pack: CompiledPack, ids: readonly RequirementId[], state: CallState): Refusal | undefined {
  const [first] = missing(pack, ids, state)
  return first && { code: 'requirement-missing', why: pack.requirements[first].title }
}

/**
 * Whether a move may be made on the machine in front. What a customer does is a fact and always open where the state
 * answers to it; what the agent finds or decides waits for what its target requires (docs/rules.md G2, G3).
 */
export function moveGate(pack: CompiledPack, state: CallState, id: string): Refusal | undefined {
  if (state.ended) return REFUSALS.callEnded
  const key = inFront(state)
  const taken = branch(frontState(pack, state), { type: 'move', move: id }, state.machines[key]?.seen ?? {})
  const move = pack.moves[id]
  if (!taken || !move) return REFUSALS.moveNotHere
  const beyond = settlesGate(pack, state, move)
  if (beyond) return beyond
  if (move.by === 'customer' || !taken.to) return undefined
  const target = stateOf(machineOf(pack, key, state.channel), taken.to)
  return requirementGate(pack, target.requires, state)
}

/** Whether the refund that is noted can be settled by whom a move says. */
function settlesGate(pack: CompiledPack, { refund }: CallState, { settles }: Move): Refusal | undefined {
  const role = refundRole(pack, refund)
  if (!settles || !role || refund === undefined) return undefined
  const needed = rankOf(pack, role.id)
  const open = 'within' in settles ? needed <= rankOf(pack, settles.within) : needed > rankOf(pack, settles.beyond)
  return open ? undefined : { code: 'beyond-authority', why: whoDecides(refund, role) }
}

/** Whether a step may be done now: account data only after identity. */
export function stepGate(pack: CompiledPack, state: CallState, id: string): Refusal | undefined {
  if (state.ended) return REFUSALS.callEnded
  return pack.steps[id]?.account ? requirementGate(pack, ['identity'], state) : undefined
}

/** Whether the journey may be moved to a stage by hand. */
export function stageGate(pack: CompiledPack, state: CallState, stage: Stage): Refusal | undefined {
  if (state.ended) return REFUSALS.callEnded
  if (state.dangers.length > 0) return REFUSALS.interrupted
  if (!BLUEPRINT[state.channel].includes(stage)) return REFUSALS.stageNotHere
  return requirementGate(pack, pack.stages[stage].requires, state)
}

/** Whether the agent may shift the temper by hand. */
export function temperGate(state: CallState, direction: 'up' | 'down'): Refusal | undefined {
  if (state.ended) return REFUSALS.callEnded
  const limit = direction === 'up' ? 3 : 0
  return HEAT[state.temper] === limit ? REFUSALS.temperAtLimit : undefined
}
