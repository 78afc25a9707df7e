import { describe, expect, test } from 'vitest'
import type { CompiledPack, Line } from '../../src/core/pack.ts'
import { packOf, Talk } from './support.ts'

const mini = packOf('mini')

describe('anger', () => {
  test('[C3] [T4] is answered first, until something acknowledging is said', () => {
    const talk = new Talk(mini)
    talk.does({ type: 'ShiftTemper', direction: 'up' })
    expect(talk.view.card).toMatchObject({ kind: 'temper', line: { id: 'bridge.acknowledge' } })
    talk.says()
    expect(talk.view.card).toMatchObject({ kind: 'script', line: { id: 'journey.greet' } })
  })

  test('[C3] a step whose own line acknowledges keeps its card', () => {
    const talk = new Talk(mini).starts('upset')
    talk.does({ type: 'ShiftTemper', direction: 'up' })
    expect(talk.view.card).toMatchObject({ kind: 'script', line: { id: 'upset.hear' } })
  })

  test('[T4] is owed no answer once the customer is calm again', () => {
    const talk = new Talk(mini)
    talk.does({ type: 'ShiftTemper', direction: 'up' }, { type: 'ShiftTemper', direction: 'down' })
    expect(talk.view.card.kind).toBe('script')
  })
})

test('[C4] a step that requires something shows the bridging line first, and [C6] stays where it is', () => {
  const talk = new Talk(changeState(mini, 'upset', 'hear', { requires: ['identity'] })).starts('upset')
  expect(talk.view.card).toMatchObject({ kind: 'bridge', line: { id: 'bridge.identity' }, because: { en: 'Verify first' } })
  expect(talk.view.steps[0]?.id).toBe('verify-identity')
  expect(talk.says().at).toBe('upset.hear')
  talk.does({ type: 'DoStep', step: 'verify-identity' })
  expect(talk.view.card).toMatchObject({ kind: 'script', line: { id: 'upset.hear' } })
})

test('[G1] the stage follows the step in front once what it requires has been seen', () => {
  const talk = new Talk(changeState(mini, 'upset', 'hear', { requires: ['identity'] })).starts('upset')
  expect(talk.view.stage).toBe('contact')
  expect(talk.does({ type: 'DoStep', step: 'verify-identity' }).view.stage).toBe('soothe')
})

test('[C2] [M2] a promise about to break brings its line, and saying that keeps it', () => {
  const pack = changeLine(
    {
      ...mini,
      promises: { ...mini.promises, 'reply-48h': { ...promise(), within: { ms: 120_000 }, warn: 30_000, nudge: ['journey.listen'] } },
    },
    'upset.propose',
    {},
  )
  const talk = new Talk(pack).starts('upset').says().says()
  expect(talk.view.promises).toMatchObject([{ promise: 'reply-48h', status: 'open', due: talk.now + 120_000 }])
  talk.now += 95_000
  expect(talk.view.card).toMatchObject({ kind: 'promise', line: { id: 'journey.listen' } })
  expect(talk.says().view.promises).toMatchObject([{ status: 'kept' }])
})

test('[C6] saying the script’s own line moves the script on', () => {
  expect(new Talk(mini).starts('upset').says().at).toBe('upset.propose')
})

test('the card stays, marked as said, when the script waits for the customer', () => {
  const talk = new Talk(mini).says()
  expect(talk.view.card).toMatchObject({ said: true, line: { id: 'journey.greet' } })
})

test('[L1] [L3] an expired line gives way to the fallback and cannot be said', () => {
  const talk = new Talk(changeLine(mini, 'upset.hear', { expires: '2026-11-22' })).starts('upset')
  expect(talk.view.card.line.id).toBe('bridge.acknowledge')
  expect(talk.tries({ type: 'SayLine', line: 'upset.hear', wording: 0, via: 'search' })).toBe('line-not-usable')
})

test('[L1] a line may be said until the end of its last day in Shanghai', () => {
  const talk = new Talk(changeLine(mini, 'upset.hear', { expires: '2026-11-23' })).starts('upset')
  talk.now = Date.parse('2026-11-23T23:59:59+08:00')
  expect(talk.view.card.line.id).toBe('upset.hear')
  talk.now = Date.parse('2026-11-24T00:00:00+08:00')
  expect(talk.view.card.line.id).toBe('bridge.acknowledge')
})

test('[L2] a line beyond the authority of the call is not shown until it is granted', () => {
  const talk = new Talk(mini)
  expect(talk.tries({ type: 'SayLine', line: 'upset.credit', wording: 0, via: 'search' })).toBe('line-not-usable')
  talk.starts('upset').says().moves('decision.manager-approves')
  expect(talk.view.card.line.id).toBe('upset.credit')
})

test('[L5] what was said is logged as it was shown; words of one’s own log no text', () => {
  const talk = new Talk(mini, 'phone', { surname: '王', title: 'ms' })
  talk.does({ type: 'SayLine', line: 'bridge.acknowledge', wording: 1, via: 'search' })
  talk.does({ type: 'SayLine', line: 'bridge.acknowledge', wording: 'own', via: 'search' })
  expect(talk.call.state.said.map((each) => each.text)).toEqual(['王女士，我听明白了，这确实耽误您', ''])
})

function promise() {
  const found = mini.promises['reply-48h']
  if (!found) throw new Error('no promise')
  return found
}

function changeLine(pack: CompiledPack, id: string, change: Partial<Line>): CompiledPack {
  const line = pack.lines[id]
  if (!line) throw new Error(`no line ${id}`)
  return { ...pack, lines: { ...pack.lines, [id]: { ...line, ...change } } }
}

function changeState(pack: CompiledPack, machine: string, state: string, change: object): CompiledPack {
  const found = pack.machines[machine]
  const before = found?.states[state]
  if (!found || !before) throw new Error(`no ${machine}.${state}`)
  return {
    ...pack,
    machines: { ...pack.machines, [machine]: { ...found, states: { ...found.states, [state]: { ...before, ...change } } } },
  }
}
