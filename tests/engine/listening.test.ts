import { describe, expect, test } from 'vitest'
import type { Findings } from '../../src/core/heard.ts'
import { replay } from '../../src/engine/replay.ts'
import { found, packOf, Talk } from './support.ts'

const mini = packOf('mini')
const asked = (talk: Talk) => talk.view.listening?.asked
const kinds = (talk: Talk) => talk.call.events.map(({ type }) => type)

describe('[H1] who says it decides what it shows', () => {
  test('words of the agent raise nothing of the customer’s', () => {
    const talk = new Talk(mini).hears('agent', '您说要找记者是吧', {
      signals: [found('anger-3')],
      scenarios: [found('press')],
      moves: [found('customer.angrier')],
    })
    expect(talk.view.temper.level).toBe('calm')
    expect(asked(talk)).toBeUndefined()
    expect(talk.at).toBe('journey.greet')
  })

  test('words of the customer count as none of the agent’s acts', () => {
    const talk = new Talk(mini).hears('customer', '对不起啊', { acts: [found('apology')], violations: [found('cold')] })
    expect(talk.call.state.acts).toEqual({})
    expect(talk.view.listening?.slip).toBeUndefined()
  })
})

describe('[H2] by how sure it is', () => {
  test('a move is made at once, and taken back with one key', () => {
    const talk = new Talk(mini).hears('customer', '我的宽带断了', { moves: [found('customer.states-problem')] })
    expect(talk.at).toBe('journey.identify')
    expect(talk.view.listening?.last?.applied?.what).toEqual({ type: 'move', machine: 'journey', move: 'customer.states-problem' })
    talk.does({ type: 'Undo' })
    expect(talk.at).toBe('journey.greet')
    expect(talk.view.listening?.last?.text).toBe('我的宽带断了')
  })

  test('a less sure one waits for the agent', () => {
    const talk = new Talk(mini).hears('customer', '那个断了', { moves: [found('customer.states-problem', 0.6)] })
    expect(talk.at).toBe('journey.greet')
    const suggestion = asked(talk)?.id ?? ''
    talk.does({ type: 'AnswerSuggestion', suggestion, answer: 'accept' })
    expect(talk.at).toBe('journey.identify')
    expect(asked(talk)).toBeUndefined()
  })

  test('what was asked about a step is over with the step, and cannot be accepted any more', () => {
    const talk = new Talk(mini).hears('customer', '那个断了', { moves: [found('customer.states-problem', 0.6)] })
    const suggestion = asked(talk)?.id ?? ''
    talk.does({ type: 'GoToStage', stage: 'soothe' })
    expect(asked(talk)).toBeUndefined()
    expect(talk.tries({ type: 'AnswerSuggestion', suggestion, answer: 'accept' })).toBe('move-not-here')
  })

  test('a move is neither made nor asked for unless the signals that it carries were heard', () => {
    const heard = (signals: Findings['signals']) =>
      new Talk(mini).hears('customer', '怎么搞的', { moves: [found('customer.angrier')], signals })
    expect(heard([]).at).toBe('journey.greet')
    expect(asked(heard([]))).toBeUndefined()
    expect(heard([found('anger-2')]).at).toBe('upset.hear')
  })

  test('one that is not open here is neither made nor asked', () => {
    const talk = new Talk(mini).hears('customer', '行', { moves: [found('customer.accepts')], signals: [found('accepts')] })
    expect(talk.at).toBe('journey.greet')
    expect(asked(talk)).toBeUndefined()
  })

  test('signals heat at once when they are sure, are asked when they are less so, and are only kept below that', () => {
    const heard = (score: number) => new Talk(mini).hears('customer', '怎么搞的', { signals: [found('anger-2', score)] })
    expect(heard(0.9).view.temper.level).toBe('angry')
    expect(heard(0.6).view.temper.level).toBe('calm')
    expect(asked(heard(0.6))?.what).toEqual({ type: 'signal', signal: 'anger-2' })
    expect(asked(heard(0.3))).toBeUndefined()
  })

  test('a scenario opens at once while nothing else is going on, and else is asked', () => {
    const talk = new Talk(mini).hears('customer', '你们怎么回事', { scenarios: [found('upset')] })
    expect(talk.at).toBe('upset.hear')
    const busy = new Talk(mini).hears('customer', '你们怎么回事', { scenarios: [found('upset', 0.7)] })
    expect(busy.at).toBe('journey.greet')
    expect(asked(busy)?.what).toEqual({ type: 'scenario', scenario: 'upset' })
  })

  test('a suggestion can be answered once', () => {
    const talk = new Talk(mini).hears('customer', '那个断了', { moves: [found('customer.states-problem', 0.6)] })
    const suggestion = asked(talk)?.id ?? ''
    talk.does({ type: 'AnswerSuggestion', suggestion, answer: 'dismiss' })
    expect(talk.tries({ type: 'AnswerSuggestion', suggestion, answer: 'accept' })).toBe('suggestion-not-open')
  })

  test('a move whose step has passed is refused, and stays answerable', () => {
    const talk = new Talk(mini).hears('customer', '那个断了', { moves: [found('customer.states-problem', 0.6)] })
    const suggestion = asked(talk)?.id ?? ''
    talk.moves('customer.states-problem')
    expect(talk.tries({ type: 'AnswerSuggestion', suggestion, answer: 'accept' })).toBe('move-not-here')
  })
})

describe('[H13] one thing stands at a time', () => {
  const question = { scenarios: [found('upset', 0.7)] }
  const slip = { violations: [found('cold')] }
  const seconds = (talk: Talk, count: number) => {
    talk.now += count * 1000
    return talk
  }
  const stands = (talk: Talk) => {
    const { asked, slip } = talk.view.listening ?? {}
    return [asked?.what.type, slip?.violation].filter(Boolean)
  }

  test('a question that comes after a slip covers it, and the slip stands again once it is answered', () => {
    const talk = seconds(new Talk(mini).hears('agent', '哦', slip), 5)
    expect(stands(talk)).toEqual(['cold'])
    talk.hears('customer', '你们真是的', question)
    expect(stands(talk)).toEqual(['scenario'])
    talk.does({ type: 'AnswerSuggestion', suggestion: asked(talk)?.id ?? '', answer: 'dismiss' })
    expect(stands(talk)).toEqual(['cold'])
  })

  test('a slip that comes after a question covers it, and the question stands again until it lapses', () => {
    const talk = seconds(new Talk(mini).hears('customer', '你们真是的', question), 1).hears('agent', '哦', slip)
    expect(stands(talk)).toEqual(['cold'])
    expect(stands(seconds(talk, mini.listening.lapse / 1000))).toEqual([])
  })

  test('muted, nothing but a danger', () => {
    const talk = new Talk(mini, 'hall').hears('customer', '你们真是的', question).does({ type: 'Mute' })
    expect(stands(talk)).toEqual([])
    expect(stands(talk.hears('customer', '记者来了', { scenarios: [found('press', 0.99)] }))).toEqual(['scenario'])
  })
})

describe('[H3] a danger', () => {
  const danger = () => new Talk(mini, 'hall').hears('customer', '记者来了', { scenarios: [found('press', 0.99)] })

  test('is never raised by itself, however sure it is', () => {
    const talk = danger()
    expect(talk.view.danger).toBeUndefined()
    expect(asked(talk)).toMatchObject({ danger: true, what: { type: 'scenario', scenario: 'press' } })
  })

  test('stands before anything else and does not go away', () => {
    const talk = danger().hears('customer', '怎么搞的', { signals: [found('anger-1', 0.6)] })
    talk.now += 3_600_000
    expect(asked(talk)?.danger).toBe(true)
  })

  test('is asked for words that are one whatever else is said, and for a lesser cue only with the scenario that it points to', () => {
    const telecom = packOf('telecom')
    const hears = (found: Parameters<Talk['hears']>[2]) => asked(new Talk(telecom, 'hall').hears('customer', '记', found))?.what
    expect(hears({ signals: [found('self-harm', 0.6)] })).toEqual({ type: 'scenario', scenario: 'self-harm' })
    expect(hears({ signals: [found('recording')] })).toBeUndefined()
    expect(hears({ signals: [found('recording')], scenarios: [found('filming', 0.2)] })).toEqual({ type: 'scenario', scenario: 'filming' })
  })

  test('that the agent raises by key is answered with it, and asked anew when it is heard again afterwards', () => {
    const talk = danger().starts('press')
    expect(asked(talk)).toBeUndefined()
    talk.does({ type: 'DropScenario', scenario: 'press' }).hears('customer', '又来了个记者', { scenarios: [found('press')] })
    expect(asked(talk)?.danger).toBe(true)
  })

  test('interrupts once the agent accepts', () => {
    const talk = danger()
    talk.does({ type: 'AnswerSuggestion', suggestion: asked(talk)?.id ?? '', answer: 'accept' })
    expect(talk.view.danger?.scenario).toBe('press')
  })
})

describe('[H4] a cue that is repeated', () => {
  test('is not asked twice at a time', () => {
    const talk = new Talk(mini, 'hall')
    for (const text of ['记者来了', '记者真来了']) talk.hears('customer', text, { scenarios: [found('press')] })
    expect(kinds(talk).filter((type) => type === 'Suggested')).toHaveLength(1)
  })

  test('is not asked again once it was dismissed; a danger is', () => {
    const talk = new Talk(mini, 'hall')
    const dismiss = () => talk.does({ type: 'AnswerSuggestion', suggestion: asked(talk)?.id ?? '', answer: 'dismiss' })
    talk.hears('customer', '那个断了', { moves: [found('customer.states-problem', 0.6)] }).says()
    talk.hears('customer', '断了', { moves: [found('customer.states-problem', 0.6)] })
    dismiss()
    talk.now += 600_000
    talk.hears('customer', '还是断', { moves: [found('customer.states-problem', 0.6)] })
    expect(asked(talk)).toBeUndefined()
    talk.hears('customer', '记者来了', { scenarios: [found('press')] })
    dismiss()
    talk.hears('customer', '记者真来了', { scenarios: [found('press')] })
    expect(asked(talk)?.danger).toBe(true)
  })

  test('that was put off is asked again only after a while', () => {
    const talk = new Talk(mini).hears('customer', '嗯', { scenarios: [found('upset', 0.7)] })
    talk.does({ type: 'AnswerSuggestion', suggestion: asked(talk)?.id ?? '', answer: 'later' })
    talk.hears('customer', '嗯嗯', { scenarios: [found('upset', 0.7)] })
    expect(asked(talk)).toBeUndefined()
    talk.now += mini.listening.again
    talk.hears('customer', '嗯嗯嗯', { scenarios: [found('upset', 0.7)] })
    expect(asked(talk)).toBeDefined()
  })

  test('heats no more within three turns', () => {
    const talk = new Talk(mini)
    const threat = () => talk.hears('customer', '我找记者', { signals: [found('threat-media')] })
    threat()
    expect(talk.view.temper.level).toBe('upset')
    threat()
    expect(talk.view.temper.level).toBe('upset')
    for (const text of ['嗯', '哦', '好']) talk.hears('customer', text)
    expect(talk.view.temper.level).toBe('calm')
    threat()
    expect(talk.view.temper.level).toBe('upset')
  })
})

describe('[H5] attention', () => {
  const questions = (talk: Talk, count: number) => {
    for (let i = 0; i < count; i++) {
      talk.hears('agent', `慢点说${i}`, { violations: [found('cold')] })
    }
    return talk
  }

  test('is asked for only so often, and what is held back is counted', () => {
    const talk = questions(new Talk(mini), mini.listening.budget.asks + 2)
    expect(talk.view.listening?.attention).toMatchObject({ shown: mini.listening.budget.asks, held: 2 })
    talk.now += mini.listening.budget.within
    questions(talk, 1)
    expect(talk.view.listening?.attention.shown).toBe(mini.listening.budget.asks + 1)
  })

  test('is not asked for while muted, except for a danger', () => {
    const talk = new Talk(mini, 'hall').does({ type: 'Mute' }).hears('customer', '嗯', { scenarios: [found('upset', 0.7)] })
    expect(asked(talk)).toBeUndefined()
    expect(talk.view.listening?.attention.held).toBe(1)
    talk.hears('customer', '记者来了', { scenarios: [found('press')] })
    expect(asked(talk)?.danger).toBe(true)
  })

  test('a question that nobody answers goes away', () => {
    const talk = new Talk(mini).hears('customer', '嗯', { scenarios: [found('upset', 0.7)] })
    talk.now += mini.listening.lapse
    expect(asked(talk)).toBeUndefined()
    expect(talk.view.listening?.attention.unanswered).toBe(1)
  })
})

describe('[H6] words of the agent', () => {
  const offering = () => new Talk(mini).does({ type: 'GoToStage', stage: 'soothe' })

  test('that are the line on the card mark it as said and move the script on', () => {
    const talk = offering().hears('agent', '嗯我听着呢您慢慢说')
    expect(talk.call.state.said.at(-1)).toMatchObject({ line: 'journey.listen', wording: 1 })
    expect(talk.at).toBe('journey.offer')
  })

  test('that do what the card does mark it as said in the agent’s own words, and count for what they did', () => {
    const talk = offering().hears('agent', '哎呀碰上这种事真够烦人的', { acts: [found('empathy')] })
    expect(talk.call.state.said.at(-1)).toMatchObject({ line: 'journey.listen', wording: 'own' })
    expect(talk.call.state.acts).toEqual({ empathy: 1 })
  })

  test('that do nothing of it leave it where it is', () => {
    const talk = offering().hears('agent', '稍等我看一下屏幕')
    expect(talk.at).toBe('journey.listen')
  })

  test('count once when the key was pressed while they are spoken', () => {
    const talk = offering().says()
    expect(talk.at).toBe('journey.offer')
    talk.hears('agent', '您说我记着')
    expect(talk.at).toBe('journey.offer')
    expect(talk.call.state.said).toHaveLength(1)
  })

  test('that leave a line of the scenario out are followed to the next that does what was said', () => {
    const talk = new Talk(mini).hears('agent', '换我也急', { acts: [found('empathy')] }).starts('upset')
    talk.hears('agent', '我现在就转给专人', { acts: [found('offer-options')] })
    expect(talk.at).toBe('upset.propose')
    expect(talk.call.state.said.at(-1)).toMatchObject({ line: 'upset.propose', wording: 'own' })
  })

  test('that leave the acknowledgement out are followed, and the card bridges what is missing', () => {
    const talk = new Talk(mini).starts('upset').hears('agent', '我现在就转给专人', { acts: [found('offer-options')] })
    expect(talk.at).toBe('upset.propose')
    expect(talk.view.card.kind).toBe('bridge')
  })

  test('lead the journey on to where they belong', () => {
    const talk = new Talk(mini).hears('agent', '我查到是这样的', { acts: [found('verify'), found('explain-cause')] })
    expect(talk.view.stage).toBe('verify')
  })

  test('fill the checkpoints by what was really said', () => {
    const talk = new Talk(mini).hears('agent', '我给您查了', { acts: [found('verify')] })
    expect(talk.view.checkpoints.find(({ id }) => id === 'peak-verify')?.status).toBe('met')
  })
})

describe('[H12] an agent who closes while a scenario is on', () => {
  const settled = (signals: Findings['signals']) =>
    new Talk(mini)
      .hears('agent', '换我也急，我查了', { acts: [found('empathy'), found('verify')] })
      .starts('upset')
      .hears('agent', '我现在就转给专人', { acts: [found('offer-options')] })
      .hears('customer', '行吧', { signals })
      .hears('agent', '那就这么定了', { acts: [found('confirm-agreement')] })

  test('is followed to where the call is closed, and the scenario stays at its step', () => {
    const talk = settled([found('accepts')])
    expect(talk.view.stage).toBe('care')
    expect(talk.at).toMatch(/^journey\./)
    expect(talk.call.state.machines.upset?.state).toBe('propose')
    expect(talk.call.state.settled).toEqual([])
  })

  test('is not, while the customer has agreed to nothing', () => {
    expect(settled([found('anger-1')]).at).toMatch(/^upset\./)
  })
})

describe('[H7] a slip', () => {
  test('[H16] by the words of a swap does not hide another that was heard beyond doubt; the one from the list is shown', () => {
    const talk = new Talk(mini).hears('agent', '是您搞错了，再闹我叫保安了', {
      violations: [found('threat', 0.97), found('you-blame', 0.6)],
    })
    expect(talk.call.state.slips.map(({ violation, shown }) => [violation, shown])).toEqual([
      ['you-blame', true],
      ['threat', false],
    ])
    const doubtful = new Talk(mini).hears('agent', '是您搞错了', { violations: [found('threat', 0.6)] })
    expect(doubtful.call.state.slips.map(({ violation }) => violation)).toEqual(['you-blame'])
  })

  test('by the words of a swap is shown with those words and what to say instead', () => {
    const slip = new Talk(mini).hears('agent', '这个是您搞错了').view.listening?.slip
    expect(slip).toMatchObject({ violation: 'you-blame', swap: { id: 'you-wrong' } })
    expect(slip?.because).toEqual([{ text: '您搞错', start: 3, end: 6 }])
  })

  test('that was recognised brings an approved line of the step that the call is in', () => {
    const talk = new Talk(mini).starts('upset').hears('agent', '没办法', { violations: [found('no-can-do')] })
    expect(talk.view.listening?.slip?.line?.line.id).toBe('upset.propose')
  })

  test('goes away by itself', () => {
    const talk = new Talk(mini).hears('agent', '这个是您搞错了')
    talk.now += mini.listening.lapse
    expect(talk.view.listening?.slip).toBeUndefined()
  })
})

describe('[H8] a turn that comes again', () => {
  test('with other words is corrected, and what it set off stays', () => {
    const talk = new Talk(mini).hears('customer', '宽带断', { moves: [found('customer.states-problem')] }, 'a')
    talk.hears('customer', '宽带段子', {}, 'a')
    expect(talk.view.listening?.last?.text).toBe('宽带段子')
    expect(talk.call.state.heard).toHaveLength(1)
    expect(talk.at).toBe('journey.identify')
  })

  test('corrects what the agent did as well', () => {
    const talk = new Talk(mini).hears('agent', '谢谢', { acts: [found('thanks')] }, 'a').hears('agent', '歇歇', {}, 'a')
    expect(talk.call.state.acts.thanks).toBe(0)
  })

  test('with the same words changes nothing', () => {
    const talk = new Talk(mini).hears('customer', '宽带断了', {}, 'a')
    const { length } = talk.call.events
    talk.hears('customer', '宽带断了', {}, 'a')
    expect(talk.call.events).toHaveLength(length)
  })
})

test('[H9] undo takes back what was set off, not what was said, and the same cue does not set it off again', () => {
  const talk = new Talk(mini).hears('customer', '宽带断了', { moves: [found('customer.states-problem')] }).does({ type: 'Undo' })
  expect(talk.call.state.heard).toHaveLength(1)
  talk.hears('customer', '就是宽带断了', { moves: [found('customer.states-problem')] })
  expect(talk.at).toBe('journey.greet')
  expect(talk.tries({ type: 'Undo' })).toBe('nothing-to-undo')
})

test('[H10] two half hints in a row say what neither says alone', () => {
  const hint = (talk: Talk) => talk.hears('customer', '嗯', { scenarios: [found('upset', 0.45)] })
  const talk = hint(new Talk(mini))
  expect(asked(talk)).toBeUndefined()
  hint(talk)
  expect(asked(talk)?.what).toEqual({ type: 'scenario', scenario: 'upset' })
  const apart = hint(new Talk(mini))
  for (const text of ['好', '哦', '嗯嗯']) apart.hears('customer', text)
  expect(asked(hint(apart))).toBeUndefined()
})

describe('[H11] when the line is closed', () => {
  const over = (talk: Talk) => talk.does({ type: 'HangUp' }).view.ended

  test('a call whose close was made ends with it, and the key that takes back brings it back', () => {
    const talk = new Talk(mini).does({ type: 'GoToStage', stage: 'soothe' }).hears('agent', '谢谢您', { acts: [found('thanks')] })
    expect(over(talk)).toMatchObject({ outcome: 'settled' })
    expect(talk.does({ type: 'Undo' }).view.ended).toBeUndefined()
  })

  test('any other waits for the reason', () => {
    const talk = new Talk(mini)
    expect(over(talk)).toBeUndefined()
    expect(talk.view.listening?.hungUp).toBe(true)
  })
})

test('[R2] a call that was heard runs again with the identical trace', () => {
  const talk = new Talk(mini)
    .hears('customer', '宽带断了', { moves: [found('customer.states-problem')], signals: [found('anger-2', 0.6)] })
    .hears('agent', '是您搞错了')
    .hears('customer', '你们怎么回事', { scenarios: [found('upset', 0.7)] })
  talk.does({ type: 'AnswerSuggestion', suggestion: asked(talk)?.id ?? '', answer: 'accept' }).does({ type: 'Undo' }, { type: 'HangUp' })
  expect(replay(mini, talk.call.events).same).toBe(true)
})
