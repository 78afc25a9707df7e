import { describe, expect, test } from 'vitest'
import { replyBy, standingOf } from '../../src/core/standing.ts'
import type { CallState } from '../../src/core/state.ts'
import { isVip } from '../../src/core/vip.ts'
import { MONDAY, packOf, Talk } from '../engine/support.ts'

const telecom = packOf('telecom')
const HOUR = 3_600_000
const DAY = 24 * HOUR

const standing = (talk: Talk) => {
  const found = standingOf(telecom, talk.call.state)
  return { classes: found?.classes.map(({ id }) => id), hours: found?.hours, urgent: found?.urgent }
}
const recalled = (talk: Talk, earlier: Partial<CallState['history'] & object>) =>
  talk.does({ type: 'Recall', earlier: [], callers: { ordinary: 1, vip: 0 }, ...earlier })

describe('[A6] how a complaint stands', () => {
  test('is ordinary until something says otherwise', () => {
    expect(standing(new Talk(telecom))).toEqual({ classes: ['ordinary'], hours: 48, urgent: false })
  })

  test.each([
    ['of a gold card is an important customer’s', { tier: 'gold' }, ['important'], 24],
    ['of a silver card is answered as a VIP’s, and no urgent class', { tier: 'silver' }, ['ordinary'], 24],
    ['of an Easyown number has 96 hours', { brand: 'easyown' }, ['ordinary'], 96],
  ])('%s', (_, profile, classes, hours) => {
    expect(standing(new Talk(telecom, 'phone', profile))).toMatchObject({ classes, hours })
  })

  test('is grave once the press or a crowd is there, or the agent says so', () => {
    expect(standing(new Talk(telecom, 'hall').starts('media-visit')).classes).toContain('major')
    expect(standing(new Talk(telecom).does({ type: 'NoteCaseFact', fact: 'grave', value: true }))).toMatchObject({
      classes: ['major'],
      hours: 24,
    })
    const talk = new Talk(telecom).does({ type: 'NoteCaseFact', fact: 'grave', value: true }).does({ type: 'NoteCaseFact', fact: 'grave' })
    expect(standing(talk).classes).toEqual(['ordinary'])
  })

  test('is a batch from the eleventh ordinary caller, or the fifth of the club, on', () => {
    const of = (ordinary: number, vip: number) => standing(recalled(new Talk(telecom), { callers: { ordinary, vip } })).classes
    expect([of(10, 4), of(11, 0), of(0, 5)]).toEqual([['ordinary'], ['batch'], ['batch']])
  })

  test('is a repeat within three calendar months of the same matter settled, not of another one', () => {
    const repeating = (at: string, matter: string) =>
      standing(
        recalled(new Talk(telecom).starts('coverage'), {
          earlier: [{ call: 'c', at: Date.parse(`${at}T10:00:00+08:00`), matter, outcome: 'settled', promises: [] }],
        }),
      ).classes
    expect(repeating('2026-08-23', 'coverage')).toEqual(['repeat'])
    expect(repeating('2026-08-22', 'coverage')).toEqual(['ordinary'])
    expect(repeating('2026-11-20', 'roaming')).toEqual(['ordinary'])
  })

  test('what this edition does not know counts as not known', () => {
    expect(standing(new Talk(telecom, 'phone', { tier: 'platinum', brand: 'of-2030' }))).toMatchObject({ hours: 48 })
  })
})

test('[A7] the customer is told the sooner of the class’s time and the 48 hours of the first reply, never later than it is', () => {
  const at = (profile: object) => {
    const found = standingOf(telecom, new Talk(telecom, 'phone', profile).call.state)
    return found && replyBy(found)
  }
  expect(at({ tier: 'gold' })).toBe(MONDAY + DAY)
  expect(at({ brand: 'easyown' })).toBe(MONDAY + 2 * DAY)
})

test('the club’s tiers are those whose orders are of top urgency', () => {
  expect(['diamond', 'gold', 'silver', 'ordinary', 'nonsense', undefined].map((tier) => isVip(telecom, tier))).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ])
})

describe('[L6] a line that names what follows from the rules', () => {
  const confirming = (profile: object) => {
    const talk = new Talk(telecom, 'phone', profile)
      .says()
      .does({ type: 'GoToStage', stage: 'verify' })
      .does({ type: 'DoStep', step: 'verify-identity' })
    talk.hears('agent', '', {
      acts: [
        { id: 'empathy', score: 1, because: [] },
        { id: 'verify', score: 1, because: [] },
        { id: 'offer-options', score: 1, because: [] },
      ],
    })
    return talk.does({ type: 'GoToStage', stage: 'agree' })
  }

  test('is shown where that is known, with the hour, and its promise is due then', () => {
    const talk = confirming({ tier: 'gold' })
    expect(talk.view.card.line.id).toBe('stage.confirm-by')
    expect(talk.view.card.wordings[0]).toContain('最晚11月24号上午10点')
    talk.says()
    expect(talk.view.promises[0]).toMatchObject({ promise: 'reply-by-class', due: MONDAY + DAY })
  })

  test('and not where it is not', () => {
    expect(confirming({}).view.card.line.id).toBe('stage.confirm')
  })
})
