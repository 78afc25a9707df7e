import { describe, expect, test } from 'vitest'
import { pushed, pushOf, TEMPER_PUSHES } from '../../src/core/temper.ts'
import { TEMPERS } from '../../src/core/vocabulary.ts'
import { packOf, Talk } from './support.ts'

const mini = packOf('mini')

describe('[T1] it rises on what the customer does', () => {
  test.each([
    ['calm', 'at-least-upset', 'upset'],
    ['angry', 'at-least-upset', 'angry'],
    ['upset', 'at-least-angry', 'angry'],
    ['calm', 'at-least-abusive', 'abusive'],
    ['calm', 'threat', 'upset'],
    ['upset', 'threat', 'angry'],
    ['angry', 'threat', 'angry'],
    ['abusive', 'threat', 'abusive'],
  ] as const)('%s, %s → %s', (from, push, to) => {
    expect(pushed(from, push)).toBe(to)
  })
})

test('[T2] every fall is by one', () => {
  expect(TEMPERS.map((from) => pushed(from, 'down'))).toEqual(['calm', 'calm', 'upset', 'angry'])
  const others = TEMPER_PUSHES.filter((push) => push !== 'down')
  for (const push of others)
    for (const from of TEMPERS) expect(TEMPERS.indexOf(pushed(from, push))).toBeGreaterThanOrEqual(TEMPERS.indexOf(from))
})

test('[T2] three calm turns in a row bring it down by one, and anger starts the count again', () => {
  const talk = new Talk(mini).moves('customer.angrier')
  expect(talk.view.temper).toMatchObject({ level: 'angry', trend: 'up' })
  const calm = () => talk.does({ type: 'GoToStage', stage: 'contact' }).moves('customer.states-problem')
  calm()
  calm()
  expect(talk.view.temper.level).toBe('angry')
  calm()
  expect(talk.view.temper).toMatchObject({ level: 'upset', trend: 'down' })
})

test('[T3] an alarm outweighs a thank-you in the same turn', () => {
  expect(pushOf(['thanks', 'anger-2'])).toBe('at-least-angry')
  expect(pushOf(['thanks'])).toBe('down')
  expect(pushOf(['recording'])).toBeUndefined()
})

test('[T3] what the agent finds never raises it', () => {
  const talk = new Talk(mini).moves('customer.states-problem').does({ type: 'DoStep', step: 'verify-identity' }).moves('finding.our-fault')
  expect(talk.view.temper.level).toBe('calm')
})

test('the agent’s key moves it, up to its limits', () => {
  const talk = new Talk(mini)
  expect(talk.tries({ type: 'ShiftTemper', direction: 'down' })).toBe('temper-at-limit')
  for (const level of ['upset', 'angry', 'abusive']) {
    talk.does({ type: 'ShiftTemper', direction: 'up' })
    expect(talk.view.temper.level).toBe(level)
  }
  expect(talk.view.temper.canUp).toBe(false)
})
