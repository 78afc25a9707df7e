import { describe, expect, test } from 'vitest'
import type { CompiledPack } from '../../src/core/pack.ts'
import { packOf, Talk } from './support.ts'

const mini = packOf('mini')

describe('a danger', () => {
  test('[D1] breaks in, and [C1] its line comes before anything else', () => {
    const talk = new Talk(mini).says().moves('customer.states-problem').starts('press')
    expect(talk.view.danger?.class).toBe('media')
    expect(talk.view.card).toMatchObject({ kind: 'danger', line: { id: 'press.receive' } })
    expect(talk.tries({ type: 'GoToStage', stage: 'care' })).toBe('interrupted')
    expect(talk.tries({ type: 'MakeMove', move: 'customer.states-problem' })).toBe('move-not-here')
  })

  test('[D3] gives back the very step that it left, scenario and journey alike', () => {
    const talk = new Talk(mini).starts('upset').says()
    const before = talk.at
    talk.starts('press').moves('customer.accepts')
    expect(talk.at).toBe(before)
    expect(talk.view.danger).toBeUndefined()
  })

  test('[D3] can be stood down by hand', () => {
    const talk = new Talk(mini).starts('press')
    expect(talk.does({ type: 'DropScenario', scenario: 'press' }).at).toBe('journey.greet')
  })

  describe('[D2] meets another one', () => {
    const pack = withDanger(mini, 'fire', 'life')
    test('the more urgent takes charge, and the other waits', () => {
      const talk = new Talk(pack).starts('press').starts('fire')
      expect(talk.view.danger).toMatchObject({ scenario: 'fire', waiting: 1 })
      talk.does({ type: 'DropScenario', scenario: 'fire' })
      expect(talk.view.danger).toMatchObject({ scenario: 'press', waiting: 0 })
      expect(talk.does({ type: 'DropScenario', scenario: 'press' }).at).toBe('journey.greet')
    })

    test('the less urgent waits beneath', () => {
      const talk = new Talk(pack).starts('fire').starts('press')
      expect(talk.view.danger).toMatchObject({ scenario: 'fire', waiting: 1 })
      talk.does({ type: 'DropScenario', scenario: 'press' })
      expect(talk.view.danger).toMatchObject({ scenario: 'fire', waiting: 0 })
    })
  })
})

describe('scenarios', () => {
  const pack = withScenario(mini, 'second')
  test('[S1] several are open at once, the newest in front', () => {
    const talk = new Talk(pack).starts('upset').starts('second')
    expect(talk.view.scenarios.map((each) => [each.id, each.status])).toEqual([
      ['second', 'front'],
      ['upset', 'open'],
    ])
    talk.does({ type: 'FrontMachine', machine: 'upset' })
    expect(talk.at).toBe('upset.hear')
    talk.does({ type: 'DropScenario', scenario: 'upset' })
    expect(talk.at).toBe('second.hear')
  })

  test('[S2] one that is over goes, and the journey goes on where it says', () => {
    const talk = new Talk(mini).starts('upset').says().says().moves('customer.accepts')
    expect(talk.at).toBe('journey.thank')
    expect(talk.call.state.settled).toEqual([{ scenario: 'upset', outcome: 'settled' }])
  })

  test('[C5] at the close its own lines take the place of the journey’s', () => {
    expect(new Talk(mini).starts('upset').says().says().moves('customer.accepts').view.card.line.id).toBe('upset.thank')
    expect(new Talk(mini).does({ type: 'GoToStage', stage: 'care' }).view.card.line.id).toBe('journey.thank')
  })

  test('[S1] one that comes up again starts afresh', () => {
    const talk = new Talk(mini).starts('upset').says().says().moves('customer.accepts').starts('upset')
    expect(talk.at).toBe('upset.hear')
    expect(talk.call.state.settled).toEqual([])
  })
})

/** The pack with its one danger again, under another name and class. */
function withDanger(pack: CompiledPack, id: string, interrupts: 'life'): CompiledPack {
  return withCopy(pack, 'press', id, { interrupts })
}

function withScenario(pack: CompiledPack, id: string): CompiledPack {
  return withCopy(pack, 'upset', id, {})
}

function withCopy(pack: CompiledPack, of: string, id: string, change: object): CompiledPack {
  const [scenario, machine] = [pack.scenarios[of], pack.machines[of]]
  if (!scenario || !machine) throw new Error(`no ${of}`)
  return {
    ...pack,
    scenarios: { ...pack.scenarios, [id]: { ...scenario, ...change, id } },
    machines: { ...pack.machines, [id]: { ...machine, id } },
  }
}
