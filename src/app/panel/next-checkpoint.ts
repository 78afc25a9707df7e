import type { CallView, CheckpointView } from '../../core/view.ts'

/** The first unfinished checkpoint from here on; behind the last one, any that was left unfinished. */
export function nextCheckpoint({ stages, checkpoints }: Pick<CallView, 'stages' | 'checkpoints'>): CheckpointView | undefined {
  const order = stages.map(({ stage }) => stage)
  const now = stages.findIndex(({ status }) => status === 'now')
  const unfinished = checkpoints.filter(({ status }) => status !== 'met')
  return unfinished.find(({ stage }) => order.indexOf(stage) >= now) ?? unfinished[0]
}
