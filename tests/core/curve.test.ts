import { expect, test } from 'vitest'
import { packOf, Talk } from '../engine/support.ts'

const mini = packOf('mini')
const points = (talk: Talk) => Object.fromEntries(talk.view.curve.map(({ stage, call }) => [stage, call]))

test('a stage that the call has not been in has no point of this call', () => {
  expect(points(new Talk(mini))).toMatchObject({ contact: 3, verify: undefined, care: undefined })
})

test('temper pulls the stage that it was left in below the documented curve', () => {
  const talk = new Talk(mini).moves('customer.angrier')
  expect(points(talk)).toMatchObject({ contact: 1.5 })
  talk.does({ type: 'ShiftTemper', direction: 'down' }).does({ type: 'GoToStage', stage: 'care' })
  expect(points(talk)).toMatchObject({ contact: 1.5, soothe: 2.25 })
})

test('a checkpoint that is met lies on the documented curve, one that is not lies below', () => {
  const talk = new Talk(mini).does({ type: 'GoToStage', stage: 'care' })
  expect(points(talk).care).toBeCloseTo(4.5 - 0.8)
  expect(points(talk.says()).care).toBe(4.5)
})

test('the documented curve has the weights of the pack, by channel', () => {
  expect(new Talk(mini, 'hall').view.curve.map(({ documented }) => documented)).toEqual([3, 3, 4, 4, 3, 5, 4, 4.5, 4])
})
