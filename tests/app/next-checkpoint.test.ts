import { describe, expect, test } from 'vitest'
import { nextCheckpoint } from '../../src/app/panel/next-checkpoint.ts'
import type { CallView } from '../../src/core/view.ts'
import { packOf, Talk } from '../engine/support.ts'

const { view } = new Talk(packOf('telecom'))

/** The panel of a call that stands at a stage, with some checkpoints met. */
function standing(stage: CallView['stage'], ...met: readonly string[]) {
  return {
    stages: view.stages.map((each) => ({ ...each, status: each.stage === stage ? ('now' as const) : ('ahead' as const) })),
    checkpoints: view.checkpoints.map((each) => (met.includes(each.id) ? { ...each, status: 'met' as const } : each)),
  }
}

describe('what the curve says is lacking', () => {
  test('belongs to the stage in hand, or to the next that counts', () => {
    expect(nextCheckpoint(standing('verify'))?.id).toBe('peak-verify')
    expect(nextCheckpoint(standing('soothe'))?.id).toBe('peak-negotiate')
    expect(nextCheckpoint(standing('negotiate', 'peak-negotiate'))?.id).toBe('end-care')
  })

  test('behind the last one, is what was left unfinished on the way', () => {
    expect(nextCheckpoint(standing('follow-up', 'end-care'))?.id).toBe('peak-verify')
  })

  test('is nothing once all are met', () => {
    expect(nextCheckpoint(standing('care', 'peak-verify', 'peak-negotiate', 'end-care'))).toBeUndefined()
  })
})
