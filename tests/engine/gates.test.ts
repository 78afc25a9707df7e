import { describe, expect, test } from 'vitest'
import { packOf, Talk } from './support.ts'

const mini = packOf('mini')

test('[G2] what the customer does is open wherever the step answers to it', () => {
  const talk = new Talk(mini)
  expect(talk.view.moves.map((each) => [each.id, each.closed])).toEqual([
    ['customer.states-problem', undefined],
    ['customer.angrier', undefined],
  ])
  expect(talk.tries({ type: 'MakeMove', move: 'customer.accepts' })).toBe('move-not-here')
})

test('[G3] what the agent decides is closed, with the reason, while its target requires something', () => {
  const propose = mini.machines.upset?.states.propose
  const upset = mini.machines.upset
  const credit = upset?.states.credit
  if (!propose || !upset || !credit) throw new Error('fixture')
  const pack = {
    ...mini,
    machines: {
      ...mini.machines,
      upset: { ...upset, states: { ...upset.states, credit: { ...credit, requires: ['identity' as const] } } },
    },
  }
  const talk = new Talk(pack).starts('upset').says()
  const move = () => talk.view.moves.find((each) => each.id === 'decision.manager-approves')
  expect(move()?.closed?.en).toBe('Verify first')
  expect(talk.tries({ type: 'MakeMove', move: 'decision.manager-approves' })).toBe('requirement-missing')
  talk.does({ type: 'DoStep', step: 'verify-identity' })
  expect(move()?.closed).toBeUndefined()
})

test('[G4] account data stay closed until identity is settled', () => {
  const talk = new Talk(mini)
  expect(talk.tries({ type: 'DoStep', step: 'look-up' })).toBe('requirement-missing')
  expect(talk.does({ type: 'DoStep', step: 'verify-identity' }).tries({ type: 'DoStep', step: 'look-up' })).toBeUndefined()
})

describe('[G5] the journey moved by hand', () => {
  test('goes forward and back over open gates', () => {
    const talk = new Talk(mini).does({ type: 'GoToStage', stage: 'care' })
    expect(talk.at).toBe('journey.thank')
    expect(talk.does({ type: 'GoToStage', stage: 'soothe' }).at).toBe('journey.listen')
  })

  test('stops at a gate with the reason', () => {
    const talk = new Talk(mini)
    expect(talk.view.stages.find((each) => each.stage === 'negotiate')?.closed?.en).toBe('Acknowledge first')
    expect(talk.tries({ type: 'GoToStage', stage: 'negotiate' })).toBe('requirement-missing')
    expect(talk.tries({ type: 'GoToStage', stage: 'arrive' })).toBe('stage-not-here')
    talk.does({ type: 'SayLine', line: 'bridge.acknowledge', wording: 0, via: 'search' }, { type: 'GoToStage', stage: 'negotiate' })
    expect(talk.at).toBe('journey.offer')
  })
})

test('[G6] a command that is refused changes nothing', () => {
  const talk = new Talk(mini)
  const before = talk.call
  talk.tries({ type: 'GoToStage', stage: 'negotiate' })
  talk.tries({ type: 'MakeMove', move: 'customer.accepts' })
  talk.tries({ type: 'Unmute' })
  expect(talk.call).toBe(before)
})

describe('the end', () => {
  test('[E1] asks for the caring close, or for the reason why not', () => {
    const talk = new Talk(mini)
    expect(talk.tries({ type: 'EndCall', outcome: 'settled' })).toBe('close-missing')
    expect(talk.view.ending).toMatchObject({ ready: false, lacks: [{ en: 'Thanks' }] })
    talk.does({ type: 'EndCall', outcome: 'abandoned', reason: 'customer-left' })
    expect(talk.view.ended).toMatchObject({ outcome: 'abandoned', reason: 'customer-left' })
    expect(talk.tries({ type: 'MakeMove', move: 'customer.angrier' })).toBe('call-ended')
  })

  test('[E1] needs no reason after the close', () => {
    const talk = new Talk(mini).does({ type: 'GoToStage', stage: 'care' }).says()
    expect(talk.tries({ type: 'EndCall', outcome: 'settled' })).toBeUndefined()
  })

  test('[E2] knows the outcome already: an open promise is a follow-up', () => {
    const talk = new Talk(mini).starts('upset').says().says().moves('customer.accepts')
    expect(talk.view.ending.outcome).toBe('follow-up')
    talk.does({ type: 'KeepPromise', promise: 'reply-48h' })
    expect(talk.view.ending.outcome).toBe('settled')
  })

  test('[E3] checkpoints count what was said and done', () => {
    const talk = new Talk(mini)
    const status = () => talk.view.checkpoints.map((each) => each.status)
    expect(status()).toEqual(['missed', 'missed', 'missed'])
    talk.does({ type: 'DoStep', step: 'verify-identity' })
    expect(status()).toEqual(['met', 'missed', 'missed'])
    talk.does({ type: 'ReopenStep', step: 'verify-identity' })
    expect(status()).toEqual(['missed', 'missed', 'missed'])
  })
})

test('a call carried from the telephone to the hall stays at its step', () => {
  const talk = new Talk(mini).moves('customer.states-problem').does({ type: 'ChangeChannel', channel: 'hall' })
  expect(talk.at).toBe('journey.identify')
  expect(talk.view.stages.map((each) => each.stage)).toContain('arrive')
})
