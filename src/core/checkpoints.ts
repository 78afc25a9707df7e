import type { CheckpointRule, CompiledPack, Requirement, RequirementId, Title } from './pack.ts'
import type { CallState } from './state.ts'
import { CHECKPOINTS, type Checkpoint, type CheckpointStatus } from './vocabulary.ts'

type Seen = Pick<CallState, 'acts' | 'stepsDone'>

/** What a checkpoint still lacks, by the behaviours seen so far. */
export function lacking(rule: CheckpointRule, { acts }: Pick<CallState, 'acts'>): readonly Title[] {
  return rule.needs.filter((need) => !need.anyOf.some((act) => acts[act])).map((need) => need.title)
}

/** Met when nothing is lacking, missed when all is. */
export function checkpointStatus(rule: CheckpointRule, seen: Pick<CallState, 'acts'>): CheckpointStatus {
  const left = lacking(rule, seen).length
  if (left === 0) return 'met'
  return left === rule.needs.length ? 'missed' : 'partly'
}

export function checkpointStatuses(pack: CompiledPack, seen: Pick<CallState, 'acts'>): Record<Checkpoint, CheckpointStatus> {
  const [verify, negotiate, care] = CHECKPOINTS
  return {
    [verify]: checkpointStatus(pack.checkpoints[verify], seen),
    [negotiate]: checkpointStatus(pack.checkpoints[negotiate], seen),
    [care]: checkpointStatus(pack.checkpoints[care], seen),
  }
}

/** The requirements among `ids` that nothing seen so far satisfies, in the order asked. */
export function missing(pack: CompiledPack, ids: readonly RequirementId[], seen: Seen): readonly RequirementId[] {
  return ids.filter((id) => !satisfied(pack.requirements[id], seen) && !(id === 'identity' && identified(pack, seen)))
}

function satisfied(requirement: Requirement, { acts, stepsDone }: Seen): boolean {
  return requirement.acts.some((act) => acts[act]) || requirement.steps.some((step) => stepsDone.includes(step))
}

/** A scenario may have a way of its own to settle who is speaking, such as for the owner of an outlet. */
function identified(pack: CompiledPack, { stepsDone }: Seen): boolean {
  return stepsDone.some((step) => pack.steps[step]?.identifies)
}
