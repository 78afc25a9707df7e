import { checkpointStatus } from './checkpoints.ts'
import type { CompiledPack } from './pack.ts'
import type { CallState } from './state.ts'
import { HEAT } from './temper.ts'
import type { CheckpointStatus, Stage, Temper } from './vocabulary.ts'

/** One stage on the peak-end curve. Levels are on the document's scale, 1 (worst) to 5. */
export interface CurvePoint {
  readonly stage: Stage
  readonly documented: number
  /** Where this call was, the last time it went through the stage; absent when it has not been there. */
  readonly call?: number
}

/** What each degree of temper takes from the documented level. */
const HEAT_COST = 0.75
/** What an unfinished checkpoint takes from the level of its stage. */
const GAP_COST: Readonly<Record<CheckpointStatus, number>> = { met: 0, partly: 0.4, missed: 0.8 }

/**
 * The documented curve and this call's own over the stages of its channel.
 *
 * A call in which the customer stays calm and every checkpoint is met lies on the documented curve; each degree of temper
 * and each gap in a checkpoint pulls it below. It is a drawing aid of ours, not a measurement (decision 0004).
 */
export function curve(pack: CompiledPack, state: CallState): readonly CurvePoint[] {
  return pack.blueprint[state.channel].map((stage) => {
    const { weight, checkpoint } = pack.stages[stage]
    const temper = temperIn(state, stage)
    if (temper === undefined) return { stage, documented: weight }
    const gap = checkpoint ? GAP_COST[checkpointStatus(pack.checkpoints[checkpoint], state)] : 0
    return { stage, documented: weight, call: Math.max(1, weight - HEAT[temper] * HEAT_COST - gap) }
  })
}

/** The temper in which a stage was last left, or is now if the call is in it. */
function temperIn(state: CallState, stage: Stage): Temper | undefined {
  if (state.stage === stage) return state.temper
  const visits = state.stagesSeen
  for (let i = visits.length - 1; i >= 0; i--) {
    if (visits[i]?.stage === stage) return visits[i + 1]?.temper ?? visits[i]?.temper
  }
  return undefined
}
