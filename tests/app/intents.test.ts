import { describe, expect, test } from 'vitest'
import { actionFor, byPressure, inOrder, intentOf } from '../../src/app/panel/intents.ts'
import { KEYS, type KeyAction } from '../../src/app/panel/keys.ts'
import type { PromiseView } from '../../src/core/view.ts'
import { packOf, Talk } from '../engine/support.ts'

const pack = packOf('telecom')
const greeting = () => new Talk(pack)

function commandOf(action: KeyAction, talk: Talk) {
  const intent = intentOf(action, talk.view)
  return intent?.type === 'command' ? intent.command : undefined
}

describe('the keys of the card', () => {
  test('say the wording on show, or the agent’s own words', () => {
    const line = greeting().view.card.line.id
    expect(commandOf('say-shown', greeting())).toEqual({ type: 'SayLine', line, wording: 0, via: 'card' })
    expect(commandOf('say-own', greeting())).toEqual({ type: 'SayLine', line, wording: 'own', via: 'card' })
  })

  test('go round the full wordings, and from the short one back to the first', () => {
    const talk = greeting()
    const wordings = Array.from({ length: talk.view.card.wordings.length }, () => {
      const command = commandOf('say-reword', talk)
      if (command?.type !== 'PickWording') throw new Error('2 picks a wording')
      talk.does(command)
      return command.wording
    })
    const full = talk.view.card.line.say.length
    expect(wordings.slice(0, full)).toEqual([...Array.from({ length: full - 1 }, (_, i) => i + 1), 0])

    const shorten = commandOf('say-shorten', talk)
    expect(shorten).toMatchObject({ type: 'PickWording', wording: full })
    talk.does(...(shorten ? [shorten] : []))
    expect(commandOf('say-reword', talk)).toMatchObject({ wording: 0 })
  })

  test('[K4] are still while the card is muted, and no other key is', () => {
    const muted = greeting().does({ type: 'Mute' })
    expect(commandOf('say-shown', muted)).toBeUndefined()
    expect(commandOf('step-1', muted)).toBeDefined()
    expect(commandOf('move-1', muted)).toBeDefined()
    expect(commandOf('mute', muted)).toEqual({ type: 'Unmute' })
  })
})

describe('the keys of steps and moves', () => {
  test('tick a step off, and take the tick back', () => {
    const talk = greeting()
    const tick = commandOf('step-1', talk)
    expect(tick).toMatchObject({ type: 'DoStep' })
    talk.does(...(tick ? [tick] : []))
    expect(commandOf('step-1', talk)).toMatchObject({ type: 'ReopenStep' })
  })

  test('follow the order on the panel: first what the customer does, then what we find', () => {
    const talk = greeting().does({ type: 'MakeMove', move: 'customer.states-problem' })
    const moves = inOrder(talk.view.moves)
    expect(moves.map(({ move }) => move.by)).toEqual([...moves.map(({ move }) => move.by)].sort().reverse())
    expect(commandOf('move-2', talk)).toEqual({ type: 'MakeMove', move: moves[1]?.id })
  })

  test('do nothing where nothing stands', () => {
    expect(commandOf('move-10', greeting())).toBeUndefined()
    expect(commandOf('keep', greeting())).toBeUndefined()
    expect(commandOf('stage-back', greeting())).toBeUndefined()
  })
})

describe('promises', () => {
  const promise = (id: string, due: number, status: PromiseView['status']): PromiseView => ({
    id,
    promise: id,
    due,
    status,
    what: { zh: id, en: id },
    role: { zh: '', en: '' },
    ownAuthority: true,
  })

  test('stand by what is due first, the kept ones last', () => {
    const promises = [promise('kept', 1, 'kept'), promise('later', 9, 'open'), promise('sooner', 5, 'soon')]
    expect(byPressure(promises).map(({ id }) => id)).toEqual(['sooner', 'later', 'kept'])
  })
})

describe('the key for a command', () => {
  test('is the one that sends it', () => {
    const talk = greeting()
    for (const action of ['say-shown', 'say-own', 'move-1', 'step-2', 'hotter', 'undo', 'mute'] as const) {
      const command = commandOf(action, talk)
      expect(command && actionFor(command, talk.view)).toBe(action)
    }
  })

  test('or the one of the strip that it is sent from', () => {
    const { view } = greeting()
    expect(actionFor({ type: 'ChangeProfile', profile: { surname: '王' } }, view)).toBe('profile')
    expect(actionFor({ type: 'EndCall', outcome: 'settled' }, view)).toBe('end')
  })

  test('every key of a strip opens it', () => {
    const { view } = greeting()
    const strips = (Object.keys(KEYS) as KeyAction[]).filter((action) => intentOf(action, view)?.type === 'strip')
    expect(strips.map((action) => intentOf(action, view))).toEqual(strips.map((strip) => ({ type: 'strip', strip })))
  })
})
