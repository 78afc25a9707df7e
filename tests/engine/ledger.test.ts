import { describe, expect, test } from 'vitest'
import type { EarlierCall } from '../../src/core/earlier-call.ts'
import { replay } from '../../src/engine/replay.ts'
import { found, MONDAY, packOf, Talk } from './support.ts'

const telecom = packOf('telecom')
const HOUR = 3_600_000
const DAY = 24 * HOUR
const because = [{ text: '今天', start: 1, end: 3 }]

const openKinds = (talk: Talk) => talk.view.promises.filter(({ status }) => status !== 'kept').map(({ promise }) => promise)

describe('[M2] the same promise again', () => {
  test('about another matter stands beside the first', () => {
    const talk = new Talk(telecom).does({ type: 'MakePromise', promise: 'reply-48h' })
    talk.starts('coverage').does({ type: 'MakePromise', promise: 'reply-48h' })
    expect(openKinds(talk)).toEqual(['reply-48h', 'reply-48h'])
    talk.does({ type: 'MakePromise', promise: 'reply-48h' })
    expect(openKinds(talk)).toHaveLength(2)
  })

  test('is kept by itself, and the other stays open', () => {
    const talk = new Talk(telecom).does({ type: 'MakePromise', promise: 'reply-48h' })
    talk.starts('coverage').does({ type: 'MakePromise', promise: 'reply-48h' })
    const [first, second] = talk.view.promises
    talk.does({ type: 'KeepPromise', promise: 'reply-48h', made: second?.id ?? '' })
    expect(talk.view.promises.map(({ id, status }) => [id, status])).toEqual([
      [first?.id, 'open'],
      [second?.id, 'kept'],
    ])
    expect(talk.tries({ type: 'KeepPromise', promise: 'reply-48h', made: second?.id ?? '' })).toBe('no-change')
  })
})

describe('[M3] a time that the agent names aloud', () => {
  test('is promised in those words, until the end of that day', () => {
    const talk = new Talk(telecom).hears('agent', '您放心，我今天下午给您回电话，一定', {
      acts: [found('commit-deadline')],
      commitments: [{ day: 0, because: [{ text: '今天下午', start: 5, end: 9 }] }],
    })
    const [promise] = talk.view.promises
    expect(promise).toMatchObject({ promise: 'spoken', what: { zh: '我今天下午给您回电话' }, ownAuthority: true })
    expect(promise?.due).toBe(Date.parse('2026-11-24T00:00:00+08:00'))
    expect(replay(telecom, talk.call.events).same).toBe(true)
  })

  test('after a length of time, counted from then', () => {
    const talk = new Talk(telecom).hears('agent', '两小时内给您答复', {
      acts: [found('commit-deadline')],
      commitments: [{ within: { ms: 2 * HOUR }, because }],
    })
    expect(talk.view.promises[0]?.due).toBe(talk.now + 2 * HOUR)
  })

  test('is one promise when it is the line on the card, whether by its key or by its words', () => {
    const talk = new Talk(telecom).says().does({ type: 'DoStep', step: 'verify-identity' })
    talk
      .hears('agent', '', { acts: [found('empathy'), found('verify'), found('offer-options')] })
      .does({ type: 'GoToStage', stage: 'agree' })
    const { wordings, line } = talk.view.card
    const heard = { acts: [found('commit-deadline' as const)], commitments: [{ within: { ms: 2 * DAY }, because }] }
    const byWords = new Talk(telecom)
    byWords.call = talk.call
    byWords.hears('agent', wordings[0] ?? '', heard, 'by-words')
    expect(openKinds(byWords)).toEqual(line.promises)
    talk.says().hears('agent', wordings[0] ?? '', heard)
    expect(openKinds(talk)).toEqual(line.promises)
  })

  test('again stands once, another thing for the same day stands beside it', () => {
    const today = (start: number) => ({
      acts: [found('commit-deadline' as const)],
      commitments: [{ day: 0, because: [{ text: '今晚', start, end: start + 2 }] }],
    })
    const talk = new Talk(telecom).hears('agent', '今晚十点以前到账', today(0)).hears('agent', '八十六块四今晚十点前退到您话费里', today(5))
    expect(talk.view.promises.map(({ what }) => what.zh)).toEqual(['今晚十点以前到账'])
    talk.hears('agent', '明细单我今晚发到您邮箱', today(4))
    expect(talk.view.promises).toHaveLength(2)
  })

  test('by a customer promises nothing', () => {
    const talk = new Talk(telecom).hears('customer', '你们今天必须给我回电话', { signals: [found('anger-1')] })
    expect(talk.view.promises).toEqual([])
  })
})

describe('[M4] a promise by key', () => {
  test('stands as it was made, and is taken back as a step', () => {
    const talk = new Talk(telecom).does({ type: 'MakePromise', promise: 'spoken', within: { ms: HOUR }, words: '一小时内把清单发您' })
    expect(talk.view.promises[0]).toMatchObject({ what: { zh: '一小时内把清单发您' }, due: talk.now + HOUR })
    expect(replay(telecom, talk.call.events).same).toBe(true)
    expect(talk.does({ type: 'Undo' }).view.promises).toEqual([])
  })

  test('is refused beyond the authority of the call, with whose it is', () => {
    const talk = new Talk(telecom)
    expect(talk.tries({ type: 'MakePromise', promise: 'goodwill-credit' })).toBe('beyond-authority')
    expect(talk.tries({ type: 'MakePromise', promise: 'nothing-like-it' })).toBe('no-change')
  })
})

/** An earlier call, two days ago, whose promise of 48 hours is over since an hour. */
const BROKEN: EarlierCall = {
  call: 'call-0',
  at: MONDAY - 49 * HOUR,
  matter: 'fee-dispute',
  outcome: 'follow-up',
  promises: [{ id: 'p0', promise: 'reply-48h', line: 'stage.confirm', madeAt: MONDAY - 49 * HOUR, due: MONDAY - HOUR }],
}
const callers = { ordinary: 1, vip: 0 }

describe('[M5] a call of a customer to whom a promise was broken', () => {
  test('opens with owning it, in the words of the promise, and then goes on', () => {
    const talk = new Talk(telecom, 'phone', { surname: '王', title: 'ms' }).does({ type: 'Recall', earlier: [BROKEN], callers })
    expect(talk.view.card).toMatchObject({ kind: 'broken', line: { id: 'recall.broken' }, because: { zh: '48小时内回复' } })
    for (const wording of talk.view.card.wordings) expect(wording).toContain('48小时内回复')
    expect(talk.view.history).toMatchObject({ calls: 1, lastAt: BROKEN.at, outcome: 'follow-up' })
    expect(talk.view.promises[0]).toMatchObject({ call: 'call-0', status: 'overdue' })
    talk.says()
    // It was the greeting: nobody is greeted twice.
    expect(talk.view.card).toMatchObject({ kind: 'broken', said: true })
    talk.moves('customer.states-problem')
    expect(talk.view.card.kind).toBe('script')
  })

  test('comes back to it while it has not been said, except in a danger', () => {
    const talk = new Talk(telecom).does({ type: 'Recall', earlier: [BROKEN], callers }).moves('customer.states-problem')
    expect(talk.view.card.kind).toBe('broken')
    expect(talk.starts('media-visit').view.card.kind).toBe('danger')
  })

  test.each([
    ['that is still running', { due: MONDAY + HOUR }],
    ['that was kept', { keptAt: MONDAY - 2 * HOUR }],
    ['of a hold, which concerned that call', { promise: 'hold-2min' }],
  ])('not for one %s', (_, change) => {
    const [promise] = BROKEN.promises
    const earlier = [{ ...BROKEN, promises: promise ? [{ ...promise, ...change }] : [] }]
    expect(new Talk(telecom).does({ type: 'Recall', earlier, callers }).view.card.kind).toBe('script')
  })

  test('says what an agent has promised in so many words, if it fits into a breath', () => {
    const [promise] = BROKEN.promises
    const said = (words: string) => {
      const earlier = [{ ...BROKEN, promises: promise ? [{ ...promise, promise: 'spoken', words }] : [] }]
      return new Talk(telecom).does({ type: 'Recall', earlier, callers }).view.card.wordings[0]
    }
    expect(said('周一前把账单寄给您')).toContain('周一前把账单寄给您')
    expect(said('周一前把从三月份到现在的所有账单都打出来寄给您')).toContain('要办的事')
  })

  test('what was found about other calls is edited, not undone, and runs again', () => {
    const talk = new Talk(telecom).says().does({ type: 'Recall', earlier: [BROKEN], callers })
    expect(talk.tries({ type: 'Recall', earlier: [BROKEN], callers })).toBe('no-change')
    expect(talk.does({ type: 'Undo' }).view.history).toBeDefined()
    expect(replay(telecom, talk.call.events).same).toBe(true)
  })
})
