import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { factsAsked, startingMood, weigh, weighSilence } from '../../../src/core/drill/customer.ts'
import { ACTS, VIOLATIONS } from '../../../src/core/vocabulary.ts'
import { LIN, RULES, turn } from './persona.ts'

const { standard, hard } = RULES.levels
const START = startingMood(LIN, standard, RULES.heat)
const weighed = (said: ReturnType<typeof turn>, before = START, at = { heard: false, agreed: false }) =>
  weigh(LIN, standard, RULES.heat, before, said, at)

describe('[V2] taking in what happened', () => {
  test('lowers heat, half as much the second time and not at all the third', () => {
    const first = weighed(turn('是我没听明白', { acts: ['empathy'] }))
    const second = weighed(turn('您别急', { acts: ['empathy'] }), first.mood, { heard: true, agreed: false })
    const third = weighed(turn('我理解', { acts: ['empathy'] }), second.mood, { heard: true, agreed: false })
    expect(first.mood.heat).toBe(30)
    expect(second.mood.heat).toBe(25)
    // What is only a phrase by now brings nothing forward either.
    expect(third.mood.heat).toBe(27)
    expect([first.tone, second.tone, third.tone]).toEqual(['soothed', 'soothed', 'stalled'])
  })

  test('lowers it more by what calms this very person', () => {
    expect(weighed(turn('对不起', { acts: ['apology'] })).mood.heat).toBe(24)
  })
})

describe('[V3] a slip', () => {
  test('raises heat, more where it hurts this person most, and costs patience', () => {
    const cold = weighed(turn('哦', { violations: ['cold'] }))
    const blame = weighed(turn('您自己点的', { violations: ['you-blame'] }))
    expect([cold.mood.heat, blame.mood.heat]).toEqual([55, 60])
    expect(cold.mood.patience).toBe(START.patience - 2)
    expect(cold.tone).toBe('hurt')
  })

  test('that was not heard beyond doubt hurts nobody', () => {
    expect(weighed(turn('您点过吗？', { violations: ['you-blame'], sure: [] })).tone).not.toBe('hurt')
  })

  test('that nobody notices does not hurt either', () => {
    expect(weighed(turn('一定给您办成', { violations: ['over-promise'] })).mood.heat).toBeLessThanOrEqual(START.heat)
  })

  test('takes the worth out of what else was said', () => {
    const both = weighed(turn('对不起，不过是您自己点的', { acts: ['apology'], violations: ['you-blame'] }))
    expect(both.acknowledges).toBe(false)
    expect(both.mood.met.apology).toBeUndefined()
  })
})

describe('[V4] a solution before anybody has listened', () => {
  test('is not taken in, and raises heat', () => {
    const early = weighed(turn('给您退三十', { acts: ['offer-options', 'explain-cause'] }))
    expect(early.tone).toBe('unheard')
    expect(early.mood.heat).toBe(START.heat + RULES.heat.unheard)
    expect(early.mood.met['explain-cause']).toBeUndefined()
  })

  test('can be something to try, too', () => {
    expect(weighed(turn('您把手机重启一下')).tone).toBe('unheard')
    expect(weighed(turn('您把手机重启一下'), START, { heard: true, agreed: false }).tone).toBe('stalled')
  })

  test('is taken in once somebody has, in the same breath too', () => {
    const kind = weighed(turn('让您受累了，多收是我们的错', { acts: ['empathy', 'explain-cause'] }))
    expect(kind.mood.met['explain-cause']).toBe(1)
  })
})

describe('[V5] what wears people out', () => {
  test('policy at length bores; the same length with something for them does not', () => {
    const long = '根据业务规则第三条之规定'.repeat(6)
    expect(weighed(turn(long), START, { heard: true, agreed: false }).tone).toBe('bored')
    expect(weighed(turn(long, { acts: ['apology'] }), START, { heard: true, agreed: false }).tone).toBe('soothed')
  })

  test('being asked for what was said inflames; an approved line may ask for all of it at once', () => {
    const again = weighed(turn('多少钱来着？'))
    expect(again.tone).toBe('asked-again')
    expect(again.mood.heat).toBe(START.heat + RULES.heat.askedAgain)
    expect(weighed(turn('是哪一项、多少钱？', { own: false })).tone).not.toBe('asked-again')
  })

  test('silence counts, and more for who cannot bear it', () => {
    const quiet = weighSilence(LIN, standard, RULES.heat, START)
    expect(quiet.heat).toBe(START.heat + RULES.heat.quiet + RULES.heat.sorest)
    expect(quiet.patience).toBe(START.patience - 1)
  })
})

describe('[V6] facts', () => {
  test('come out when they are asked for', () => {
    const asked = weighed(turn('是哪天扣的？'))
    expect(asked.tells.map(({ id }) => id)).toEqual(['day'])
    expect(asked.mood.told).toContain('day')
  })

  test('a sore one only to somebody who has listened', () => {
    expect(weighed(turn('您最担心什么？')).tells).toEqual([])
    expect(weighed(turn('您最担心什么？'), START, { heard: true, agreed: false }).tells.map(({ id }) => id)).toEqual(['fear'])
  })

  test('are asked for by questions, marked or not, and not by statements that name them', () => {
    const ids = (text: string) => factsAsked(LIN, text).map(({ id }) => id)
    expect(ids('那是哪天的事')).toEqual(['day'])
    expect(ids('麻烦您说一下哪天。')).toEqual(['day'])
    expect(ids('您慢慢讲，哪天、多少钱，我都记上。')).toEqual([])
  })
})

describe('[V7] being content', () => {
  test('takes all that is needed, met in whatever order', () => {
    const first = weighed(turn('您说上月多扣三十', { acts: ['restate'] }))
    expect(first.content).toBe(false)
    const second = weighed(turn('是系统重复扣的', { acts: ['explain-cause'] }), first.mood, { heard: true, agreed: false })
    expect(second.content).toBe(true)
  })

  test('takes more at the hardest level, and a fact that is needed', () => {
    const mood = { ...START, met: { restate: 1, 'explain-cause': 1, 'commit-deadline': 1 } }
    const at = { heard: true, agreed: false }
    expect(weigh(LIN, hard, RULES.heat, { ...mood, met: { restate: 1, 'explain-cause': 1 } }, turn('好'), at).content).toBe(false)
    expect(weigh(LIN, hard, RULES.heat, mood, turn('好'), at).content).toBe(false)
    expect(weigh(LIN, hard, RULES.heat, mood, turn('是哪天扣的？'), at).content).toBe(true)
  })

  test('whatever is said, heat stays between 0 and 100 and patience never grows beyond what it was', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            text: fc.string(),
            acts: fc.uniqueArray(fc.constantFrom(...ACTS)),
            violations: fc.uniqueArray(fc.constantFrom(...VIOLATIONS), { maxLength: 2 }),
            heard: fc.boolean(),
          }),
        ),
        (turns) => {
          let mood = START
          for (const { text, acts, violations, heard } of turns) {
            mood = weighed(turn(text, { acts, violations }), mood, { heard, agreed: false }).mood
            expect(mood.heat).toBeGreaterThanOrEqual(0)
            expect(mood.heat).toBeLessThanOrEqual(100)
            expect(mood.patience).toBeLessThanOrEqual(START.patience)
          }
        },
      ),
    )
  })
})

describe('[V15] what anybody is asked', () => {
  const at = { heard: true, agreed: false, everyday: RULES.everyday }
  const asked = (text: string, before = START, heard = true) => weigh(LIN, standard, RULES.heat, before, turn(text), { ...at, heard })

  test('is answered, all of it at once, and costs no patience', () => {
    const { tone, answers, mood } = asked('您贵姓，号码是多少？')
    expect([tone, answers.map(({ id }) => id)]).toEqual(['answers', ['name', 'number']])
    expect(mood.patience).toBe(START.patience)
  })

  test('a second time is asking again', () => {
    const { mood } = asked('您贵姓？')
    expect(asked('您贵姓？', mood).tone).toBe('asked-again')
  })

  test('a moment to wait is granted by who has been listened to, and is nothing to be asked again', () => {
    const { tone, mood } = asked('稍等')
    expect(tone).toBe('answers')
    expect(asked('请稍等', mood).tone).toBe('stalled')
    expect(asked('稍等', START, false).tone).not.toBe('answers')
  })

  test('a question that nobody foresaw lets them go on; one that waits for a nod does not', () => {
    expect(asked('是怎么发现的？').tone).toBe('listens')
    expect(asked('就这样，好吗？').tone).toBe('stalled')
  })
})

test('[V18] the same words a third time inflame', () => {
  const says = (before: typeof START) => weighed(turn('我理解您的心情'), before, { heard: true, agreed: false })
  const second = says(says(START).mood)
  expect(second.tone).toBe('stalled')
  expect(says(second.mood).tone).toBe('asked-again')
})
