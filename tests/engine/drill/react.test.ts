import { describe, expect, test } from 'vitest'
import type { DrillLevel } from '../../../src/core/drill/level.ts'
import type { Persona } from '../../../src/core/drill/persona.ts'
import { type Cast, curtain, isOver, type Played, react } from '../../../src/engine/drill/react.ts'
import { LIN, RULES, turn } from '../../core/drill/persona.ts'
import { packOf } from '../support.ts'

const pack = packOf('telecom')
const cast = (seed = 1, level: DrillLevel = 'standard', persona: Persona = LIN): Cast => ({ pack, rules: RULES, persona, level, seed })
const OPEN = ['customer.repeats-threat', 'customer.softens', 'customer.refuses', 'customer.asks-why', 'customer.accepts']

/** What the customer says to one turn after the other. */
function talk(who: Cast, turns: readonly (ReturnType<typeof turn> | undefined)[], open = OPEN) {
  let played: Played = curtain(who)
  const keys: string[] = []
  for (const said of turns) {
    if (isOver(played)) break
    const { answer, ...next } = react(who, played, said, open)
    played = next
    keys.push(answer.key)
  }
  return { keys, played, phase: played.customer.phase }
}

const GREETS = turn('您好')
const LISTENS = turn('多扣三十，让您受累了，对不起', { acts: ['empathy', 'apology', 'restate'] })
const SOLVES = turn('是系统重复扣的，今天退', { acts: ['explain-cause', 'offer-options'] })
const CLOSES = turn('给您添麻烦了，谢谢您', { acts: ['apology', 'thanks'] })

describe('[V7] the statechart of a customer', () => {
  test('opens to a greeting, agrees once all is there, and parts when a close is made', () => {
    const { keys, phase } = talk(cast(), [GREETS, LISTENS, SOLVES, CLOSES])
    expect(keys[0]).toBe('opens')
    expect(keys[2]).toBe('customer.accepts')
    expect(keys[3]).toBe('farewell')
    expect(phase).toBe('parted')
  })

  test('opens by itself when nobody greets', () => {
    expect(talk(cast(), [undefined]).keys).toEqual(['opens'])
  })

  test('leaves when nothing comes of it', () => {
    const { keys, phase } = talk(cast(), [
      GREETS,
      LISTENS,
      ...Array.from({ length: 12 }, (_, i) => turn(`我理解 ${i}`, { acts: ['empathy'] })),
    ])
    expect(phase).toBe('gone')
    expect(keys.at(-1)).toBe('leaves')
  })

  test('takes back what was agreed when it is blamed at the end', () => {
    const { keys, phase } = talk(cast(), [GREETS, LISTENS, SOLVES, turn('其实是您自己点的', { violations: ['you-blame'] })])
    expect(phase).toBe('open')
    expect(['hurt', 'customer.repeats-threat']).toContain(keys[3])
  })

  test('objects once more at the hardest level although all is there', () => {
    const promises = turn('48小时内回您', { acts: ['commit-deadline'] })
    const { keys, phase } = talk(cast(1, 'hard'), [GREETS, LISTENS, turn('是哪天扣的？'), SOLVES, promises, turn('您看行吗')])
    expect(['customer.refuses', 'customer.asks-why', 'customer.repeats-threat']).toContain(keys[4])
    expect(keys[5]).toBe('customer.accepts')
    expect(phase).toBe('agreed')
  })

  test('hangs up without a close when none comes', () => {
    const chatter = Array.from({ length: 8 }, (_, i) => turn(`稍等 ${i}`))
    const { keys, phase } = talk(cast(), [GREETS, LISTENS, SOLVES, ...chatter])
    expect(phase).toBe('parted')
    expect(keys.at(-1)).toBe('farewell')
  })

  test('in a composite drill something else comes up in the middle, before anything is settled', () => {
    const mixed: Persona = {
      ...LIN,
      turns: [{ after: 2, scenario: 'media-visit', says: Array.from({ length: 8 }, (_, i) => `记者来了 ${i}`) }],
    }
    const { keys } = talk(cast(1, 'standard', mixed), [GREETS, LISTENS, SOLVES, turn('好')])
    expect(keys).toContain('turn:media-visit')
  })
})

describe('[V17] what was asked for', () => {
  const told = (turns: Parameters<typeof talk>[1], who = cast()) => talk(who, turns).played.customer.mood.told

  test('is not told to a greeting, nor by who has been hurt, and can be asked for afterwards', () => {
    const asks = turn('您好，是哪天的事？')
    expect(told([asks])).not.toContain('day')
    expect(told([GREETS, turn('是哪天？您自己不看', { violations: ['you-blame'] })])).not.toContain('day')
    expect(talk(cast(), [asks, LISTENS, turn('是哪天的事？')]).keys.at(-1)).toBe('fact:day')
  })

  test('is told before anything else comes up, and before they object', () => {
    const mixed: Persona = { ...LIN, turns: [{ after: 1, scenario: 'media-visit', says: ['记者来了'] }] }
    expect(talk(cast(1, 'standard', mixed), [GREETS, turn('是哪天的事？'), turn('好')]).keys.slice(1)).toEqual([
      'fact:day',
      'turn:media-visit',
    ])
    const promises = turn('48小时内回您', { acts: ['commit-deadline'] })
    expect(talk(cast(1, 'hard'), [GREETS, LISTENS, SOLVES, promises, turn('是哪天扣的？')]).keys[4]).toBe('fact:day')
  })
})

test('[V15] what anybody is asked is answered, and not told twice in the same words', () => {
  const { played, keys } = talk(cast(), [GREETS, LISTENS, turn('您贵姓？'), turn('号码呢？')])
  expect(keys.slice(2)).toEqual(['everyday:name', 'everyday:number'])
  expect(played.said[2]).toMatch(/^姓林 \d$/)
})

describe('[V16] somebody with several matters', () => {
  const mixed: Persona = { ...LIN, also: ['roaming'], says: { ...LIN.says, 'customer.asks-roaming-cost': ['漫游怎么收费？'] } }

  test('speaks of the one that is not in front, and says which it is', () => {
    const roams = react(cast(1, 'standard', mixed), talk(cast(1, 'standard', mixed), [GREETS, LISTENS]).played, SOLVES, [])
    const forward = turn('原因我查到了', { acts: ['explain-cause'] })
    const { answer } = react(
      cast(1, 'standard', { ...mixed, needs: ['explain-cause', 'commit-deadline'] }),
      talk(cast(1, 'standard', mixed), [GREETS, turn('对不起', { acts: ['apology'] })]).played,
      forward,
      [],
    )
    expect(roams.customer.phase).toBe('agreed')
    expect(answer).toMatchObject({ key: 'customer.asks-roaming-cost', scenario: 'roaming' })
    expect(answer.move).toBeUndefined()
  })

  test('states what it is about at the beginning only', () => {
    const states: Persona = { ...LIN, says: { ...LIN.says, 'customer.states-problem': ['多扣了我三十', '多扣我钱', '扣错了'] } }
    const long = Array.from({ length: 9 }, (_, i) => turn(`查到第 ${i} 条`, { acts: ['verify'] }))
    for (let seed = 1; seed <= 20; seed++) {
      const { keys } = talk(cast(seed, 'standard', states), [GREETS, LISTENS, ...long], ['customer.states-problem'])
      expect(keys.slice(4)).not.toContain('customer.states-problem')
    }
  })

  test('says yes only to something that was settled', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const { keys } = talk(cast(seed), [GREETS, LISTENS, turn('我来查', { acts: ['verify'] }), turn('我来查吧', { acts: ['verify'] })])
      expect(keys).not.toContain('customer.accepts')
    }
  })
})

describe('[V19] a goodbye', () => {
  test('ends the talk with somebody who has agreed, and with nobody else', () => {
    expect(talk(cast(), [GREETS, LISTENS, SOLVES, turn('那就这样，再见。')]).phase).toBe('parted')
    expect(talk(cast(), [GREETS, LISTENS, turn('再见')]).phase).toBe('open')
  })
})

describe('[V1] what is said', () => {
  const chatter = [GREETS, ...Array.from({ length: 30 }, (_, i) => turn(`嗯 ${i}`))]

  test('is the same for the same seed, and another for another', () => {
    const said = (seed: number) => talk(cast(seed), chatter).played.said
    expect(said(3)).toEqual(said(3))
    expect(new Set([1, 2, 3, 4, 5, 6].map((seed) => said(seed).join())).size).toBeGreaterThan(3)
  })

  test('is never said twice, and who runs out of words leaves', () => {
    const silent: Persona = { ...LIN, patience: 9, says: { opens: ['你好'], leaves: ['再见'], 'goes-on': ['还有'] } }
    const { played, phase } = talk(cast(1, 'easy', silent), chatter, [])
    expect(phase).toBe('gone')
    expect(new Set(played.said).size).toBe(played.said.length)
  })

  test('is a move of the scenario where one is open, of the kind that fits', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const { keys } = talk(cast(seed), [GREETS, LISTENS, SOLVES], ['customer.accepts'])
      expect(keys[2]).toBe('customer.accepts')
    }
  })
})
