import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import type { Command } from '../../src/core/events.ts'
import type { CompiledPack } from '../../src/core/pack.ts'
import { fold } from '../../src/core/state.ts'
import { CHANNELS, STAGES } from '../../src/core/vocabulary.ts'
import { restore } from '../../src/engine/advance.ts'
import { callMachineOf } from '../../src/engine/machines.ts'
import { replay } from '../../src/engine/replay.ts'
import { commandsAt } from '../../src/engine/walk.ts'
import { packOf, Talk } from './support.ts'

// Walks take their time on a busy machine; a limit here is for what hangs.
vi.setConfig({ testTimeout: 120_000 })

const packs = { mini: packOf('mini'), telecom: packOf('telecom') }

/** Everything that an agent could press at this moment, and a few things that are refused. */
function everythingAt(talk: Talk, pack: CompiledPack): Command[] {
  const { view } = talk
  return [
    ...commandsAt(view),
    { type: 'SayLine', line: view.card.line.id, wording: 'own', via: 'card' },
    { type: 'PickWording', line: view.card.line.id, wording: 1 },
    ...Object.keys(pack.scenarios).map((scenario): Command => ({ type: 'StartScenario', scenario })),
    ...view.scenarios.map(({ id }): Command => ({ type: 'DropScenario', scenario: id })),
    ...view.scenarios.map(({ id }): Command => ({ type: 'FrontMachine', machine: id })),
    ...STAGES.map((stage): Command => ({ type: 'GoToStage', stage })),
    ...CHANNELS.map((channel): Command => ({ type: 'ChangeChannel', channel })),
    ...view.steps.map(({ id }): Command => ({ type: 'ReopenStep', step: id })),
    { type: 'ShiftTemper', direction: 'up' },
    { type: 'ShiftTemper', direction: 'down' },
    { type: 'ChangeProfile', profile: { surname: '王', title: 'ms' } },
    { type: 'WriteNote', text: '客户要回电' },
    { type: 'Mute' },
    { type: 'Unmute' },
    { type: 'Undo' },
    { type: 'EndCall', outcome: 'settled' },
    { type: 'EndCall', outcome: 'abandoned', reason: 'customer-left' },
  ]
}

/** Walks at random: each number picks among what could be pressed; the script's own keys are likelier than the rest. */
function wander(
  pack: CompiledPack,
  channel: (typeof CHANNELS)[number],
  choices: readonly number[],
  each: (talk: Talk) => void = () => {},
): Talk {
  const talk = new Talk(pack, channel)
  for (const choice of choices) {
    const scripted = commandsAt(talk.view)
    const options = choice % 3 === 0 ? everythingAt(talk, pack) : scripted
    const command = options[Math.floor(choice / 3) % options.length]
    if (command) talk.tries(command)
    each(talk)
  }
  return talk
}

const choices = (length: number) => fc.array(fc.nat({ max: 1_000_000 }), { minLength: length, maxLength: length })
const channel = fc.constantFrom(...CHANNELS)

describe.each(Object.entries(packs))('%s', (_, pack) => {
  test('[R2] any call runs again with the identical trace', () => {
    fc.assert(
      fc.property(channel, choices(60), (by, picks) => {
        const { call } = wander(pack, by, picks)
        const again = replay(pack, call.events)
        expect(again).toMatchObject({ same: true })
        if (again.same) expect(again.call.state).toEqual(call.state)
      }),
      { numRuns: 80 },
    )
  })

  test('[R1] [R4] the fold of the log is the state, and numbers have no gaps', () => {
    fc.assert(
      fc.property(channel, choices(60), (by, picks) => {
        const { call } = wander(pack, by, picks)
        expect(fold(call.events)).toEqual(call.state)
        expect(restore(pack, JSON.parse(JSON.stringify(call.events))).state).toEqual(call.state)
        call.events.forEach((event, i) => {
          expect(event.seq).toBe(i + 1)
          const head = call.events.find((each) => each.id === event.cause)
          expect(head?.seq).toBeLessThanOrEqual(event.seq)
        })
      }),
      { numRuns: 80 },
    )
  })

  test('[P5] no random walk of 200 steps ends in a step without something to say', () => {
    fc.assert(
      fc.property(channel, choices(200), (by, picks) => {
        wander(pack, by, picks, ({ view }) => {
          expect(view.card.wordings.every((wording) => wording.length > 0 && !/[{}]/.test(wording))).toBe(true)
          expect(view.card.line.status).toBe('approved')
          if (!view.ended) expect(view.steps.length).toBeGreaterThan(0)
        })
      }),
      { numRuns: 60 },
    )
  })

  test('[R3] taking everything back leads to the beginning', () => {
    fc.assert(
      fc.property(channel, choices(40), (by, picks) => {
        const talk = wander(pack, by, picks)
        while (talk.tries({ type: 'Undo' }) === undefined);
        const fresh = new Talk(pack, talk.call.state.channel).call.state
        const { order, dangers, machines, temper, acts, stepsDone, promises, ended } = talk.call.state
        expect({ order, dangers, temper, acts, stepsDone, promises, ended }).toEqual({
          order: fresh.order,
          dangers: [],
          temper: 'calm',
          acts: {},
          stepsDone: [],
          promises: [],
          ended: undefined,
        })
        expect(Object.keys(machines)).toEqual(['journey'])
      }),
      { numRuns: 40 },
    )
  })

  test('open keys are exactly those that the machines answer to', () => {
    fc.assert(
      fc.property(channel, choices(40), (by, picks) => {
        wander(pack, by, picks, (talk) => {
          if (talk.view.ended || talk.view.front.machine !== 'journey') return
          const machine = callMachineOf(pack, talk.call.state.channel)
          const snapshot = machine.resolveState({
            value: { journey: talk.view.front.state, temper: talk.view.temper.level, danger: 'none' },
            context: { call: talk.call.state },
          })
          for (const move of talk.view.moves) expect(snapshot.can({ type: `move.${move.id}` })).toBe(true)
          for (const stage of talk.view.stages) expect(snapshot.can({ type: `stage.${stage.stage}` })).toBe(!stage.closed)
        })
      }),
      { numRuns: 30 },
    )
  })
})

test('[R2] a log that was tampered with does not replay', () => {
  const { events } = new Talk(packs.mini).says().moves('customer.states-problem').call
  const tampered = events.map((event) => (event.type === 'LineSaid' ? { ...event, text: '别的话' } : event))
  expect(replay(packs.mini, tampered)).toMatchObject({ same: false, stored: { type: 'LineSaid', text: '别的话' } })
})

describe('[R3] undo', () => {
  test('takes back a whole step, line and move alike, and can be repeated', () => {
    const talk = new Talk(packs.mini).starts('upset').says().says()
    expect(talk.view.promises).toHaveLength(1)
    talk.does({ type: 'Undo' })
    expect(talk.view.promises).toEqual([])
    expect(talk.at).toBe('upset.propose')
    expect(talk.does({ type: 'Undo' }).at).toBe('upset.hear')
    expect(talk.does({ type: 'Undo' }).at).toBe('journey.greet')
    expect(talk.tries({ type: 'Undo' })).toBe('nothing-to-undo')
  })

  test('leaves what was written about the customer', () => {
    const talk = new Talk(packs.mini).says().does({ type: 'ChangeProfile', profile: { surname: '李' } }, { type: 'Undo' })
    expect(talk.call.state.profile.surname).toBe('李')
    expect(talk.view.card.said).toBe(false)
  })

  test('opens a call again that was ended by mistake', () => {
    const talk = new Talk(packs.mini).does({ type: 'EndCall', outcome: 'abandoned', reason: 'line-dropped' }, { type: 'Undo' })
    expect(talk.view.ended).toBeUndefined()
  })
})
