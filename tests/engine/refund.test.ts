import { describe, expect, test } from 'vitest'
import { fold } from '../../src/core/state.ts'
import { replay } from '../../src/engine/replay.ts'
import { packOf, Talk } from './support.ts'

const telecom = packOf('telecom')

/** A customer of the fee dispute who is owed the double, up to where somebody decides who grants it. */
function owedTheDouble(): Talk {
  return new Talk(telecom)
    .says()
    .starts('fee-dispute')
    .says()
    .does({ type: 'DoStep', step: 'verify-identity' })
    .says()
    .does({ type: 'DoStep', step: 'compare-fee-items' })
    .moves('finding.overcharged')
    .says()
    .moves('finding.fee-double')
    .says()
}

const closed = (talk: Talk, move: string) => talk.view.moves.find(({ id }) => id === move)?.closed?.zh

describe('[A4] a refund whose sum is noted', () => {
  test('of 300 yuan is not the front line’s: its key is closed and says whose it is, and the other one leads on', () => {
    const talk = owedTheDouble().does({ type: 'NoteRefund', yuan: 300 })
    expect(closed(talk, 'decision.within-100')).toBe('300元归店面经理、班组长定')
    expect(talk.tries({ type: 'MakeMove', move: 'decision.within-100' })).toBe('beyond-authority')
    expect(closed(talk, 'decision.over-100')).toBeUndefined()
    expect(closed(talk, 'decision.over-500')).toBe('300元归店面经理、班组长定')
    talk.moves('decision.over-100')
    expect(talk.view.card.line.id).toBe('fee-dispute.above')
    talk.moves('decision.manager-approves')
    expect(talk.view.card.line.id).toBe('fee-dispute.refund')
    expect(talk.says().view.promises.map(({ promise }) => promise)).toContain('refund-7wd')
  })

  test('of 100 yuan is, to the cent', () => {
    const talk = owedTheDouble().does({ type: 'NoteRefund', yuan: 100 })
    expect(closed(talk, 'decision.within-100')).toBeUndefined()
    expect(closed(talk, 'decision.over-100')).toBe('100元归一线受理人员定')
    talk.does({ type: 'NoteRefund', yuan: 100.01 })
    expect(closed(talk, 'decision.within-100')).toBe('100.01元归店面经理、班组长定')
  })

  test('of 800 yuan the shop manager cannot approve', () => {
    const talk = owedTheDouble().does({ type: 'NoteRefund', yuan: 300 }).moves('decision.over-100').does({ type: 'NoteRefund', yuan: 800 })
    expect(closed(talk, 'decision.manager-approves')).toBe('800元归室经理定')
  })

  test('that is not known yet leaves the decision to the agent', () => {
    const talk = owedTheDouble()
    for (const move of ['decision.within-100', 'decision.over-100', 'decision.over-500']) expect(closed(talk, move)).toBeUndefined()
  })

  test('[C7] stops the line that would promise it, from the card and from the search, and shows what may be said', () => {
    const talk = owedTheDouble().moves('decision.within-100')
    expect(talk.view.card.line.id).toBe('fee-dispute.refund')
    talk.does({ type: 'NoteRefund', yuan: 300 })
    expect(talk.view.card).toMatchObject({
      kind: 'authority',
      line: { id: 'stage.beyond-refund' },
      because: { zh: '300元归店面经理、班组长定' },
    })
    expect(talk.tries({ type: 'SayLine', line: 'fee-dispute.refund', wording: 0, via: 'search' })).toBe('line-not-usable')
    talk.says()
    expect(talk.at).toBe('fee-dispute.refund')
    expect(talk.view.promises.map(({ promise }) => promise)).toEqual(['manager-1h'])
    talk.does({ type: 'NoteRefund', yuan: 90 })
    expect(talk.view.card).toMatchObject({ kind: 'script', line: { id: 'fee-dispute.refund' } })
  })

  test('is kept when a step is taken back, can be cleared, and runs again alike', () => {
    const talk = owedTheDouble().does({ type: 'NoteRefund', yuan: 300 }, { type: 'Undo' })
    expect(talk.call.state.refund).toBe(300)
    expect(talk.tries({ type: 'NoteRefund', yuan: 300 })).toBe('no-change')
    expect(talk.tries({ type: 'NoteRefund', yuan: -1 })).toBe('no-change')
    expect(talk.tries({ type: 'NoteRefund', yuan: Number.NaN })).toBe('no-change')
    talk.does({ type: 'NoteRefund' })
    expect('refund' in talk.call.state).toBe(false)
    expect(fold(talk.call.events)).toEqual(talk.call.state)
    expect(replay(telecom, talk.call.events).same).toBe(true)
  })
})

describe('[A5] a refund that the agent offers aloud', () => {
  const offer = (yuan: number) => ({ offer: { yuan, because: [{ text: '三百块', start: 0, end: 3 }] } })

  test('beyond the front line is a slip at once, with what may be said, and the card shows whose it is', () => {
    const talk = owedTheDouble().moves('decision.within-100').hears('agent', '三百块我现在就退给您', offer(300))
    expect(talk.call.state.slips.at(-1)).toMatchObject({
      violation: 'over-promise',
      lines: ['stage.beyond-refund', 'stage.beyond'],
      because: [{ text: '三百块' }],
    })
    expect(talk.call.state.refund).toBe(300)
    expect(talk.view.card).toMatchObject({ kind: 'authority', line: { id: 'stage.beyond-refund' } })
    expect(replay(telecom, talk.call.events).same).toBe(true)
  })

  test('within it is none, however it was worded', () => {
    const words = { ...offer(80), violations: [{ id: 'over-promise' as const, score: 0.9, because: [] }] }
    const talk = owedTheDouble().hears('agent', '八十块我全部退给您，这个我可以定', words)
    expect(talk.call.state.slips).toEqual([])
    expect(talk.call.state.refund).toBe(80)
  })

  test('is none once who may grant it is in the call', () => {
    const talk = owedTheDouble().moves('decision.over-100', 'decision.manager-approves').hears('agent', '三百块退给您', offer(300))
    expect(talk.call.state.slips).toEqual([])
  })

  test('takes no other sum’s place', () => {
    const talk = owedTheDouble().does({ type: 'NoteRefund', yuan: 60 }).hears('agent', '三百块我现在就退给您', offer(300))
    expect(talk.call.state.refund).toBe(60)
    expect(talk.call.state.slips).toHaveLength(1)
  })
})
