import { expect, test } from 'vitest'
import { traineeTurnOf } from '../../../src/core/drill/trainee-turn.ts'
import { found, packOf, Talk } from '../../engine/support.ts'

const mini = packOf('mini')
const turnOf = (text: string, score?: number) =>
  traineeTurnOf(
    new Talk(mini).hears('agent', text, score === undefined ? {} : { violations: [found('you-blame', score)] }).call.events.slice(1),
  )

test('[V3] a slip is sure when it was heard beyond doubt, or stands on the list whether it was heard or not', () => {
  expect(turnOf('是您不对', 0.9)?.sure).toEqual(['you-blame'])
  expect(turnOf('是您不对', 0.6)).toMatchObject({ violations: ['you-blame'], sure: [] })
  expect(turnOf('是您搞错了')?.sure).toEqual(['you-blame'])
  expect(turnOf('是您搞错了', 0.6)?.sure).toEqual(['you-blame'])
})
