import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Assembly, dueAt, HOLD, hear, SILENCE, settle, speakingOf, type TurnNews, turnsOf } from '../../src/transcript/assembly.ts'
import type { Segment } from '../../src/transcript/contract.ts'

type Timed = Segment & { readonly at?: number }

/** Hears segments one after the other, each at its time, and waits for what is left. */
function heard(segments: readonly Timed[]): { readonly assembly: Assembly; readonly news: readonly TurnNews[] } {
  let assembly = SILENCE
  const news: TurnNews[] = []
  let now = 0
  for (const { at, ...segment } of segments) {
    now = at ?? now
    const next = hear(assembly, segment, now)
    assembly = next.assembly
    news.push(...next.news)
  }
  const rest = settle(assembly, now + HOLD)
  return { assembly: rest.assembly, news: [...news, ...rest.news] }
}

const customer = (id: string, text: string, more: Partial<Timed> = {}): Timed => ({ id, who: 'customer', text, final: true, ...more })
const agent = (id: string, text: string, more: Partial<Timed> = {}): Timed => ({ id, who: 'agent', text, final: true, ...more })
const said = (news: readonly TurnNews[]) => news.flatMap((each) => (each.type === 'said' ? [each.turn.text] : []))

describe('a guess', () => {
  const growing = [
    customer('u1', '我要', { final: false, start: 1 }),
    customer('u1', '我要找记者', { final: false, start: 1 }),
    customer('u1', '我要找机子', { final: false, start: 1 }),
  ]

  test('is shown as it grows or changes, and is never something said', () => {
    const { assembly, news } = heard(growing)
    expect(news.map((each) => [each.type, each.type === 'gap' ? '' : each.turn.text])).toEqual([
      ['speaking', '我要'],
      ['speaking', '我要找记者'],
      ['speaking', '我要找机子'],
    ])
    expect(speakingOf(assembly)).toEqual([{ id: 'u1', who: 'customer', text: '我要找机子', start: 1, final: false }])
    expect(turnsOf(assembly)).toEqual([])
  })

  test('ends with its final, and one that comes after that is stale', () => {
    const { assembly, news } = heard([...growing, customer('u1', '我要找记者。', { start: 1 }), ...growing.slice(0, 1)])
    expect(said(news)).toEqual(['我要找记者。'])
    expect(news.at(-1)?.type).toBe('said')
    expect(speakingOf(assembly)).toEqual([])
  })

  test('that is repeated is told once, and an older one not at all', () => {
    const late = customer('u1', '我要', { final: false, revision: 1 })
    const { news } = heard([
      customer('u1', '我要投', { final: false, revision: 2 }),
      customer('u1', '我要投', { final: false, revision: 2 }),
      late,
    ])
    expect(news).toHaveLength(1)
  })

  test('in pieces is put together by their start, whichever came first', () => {
    const { assembly } = heard([
      agent('t1', '有什么可以帮您', { final: false, part: 'b', start: 4, end: 6 }),
      agent('t1', '您好，', { final: false, part: 'a', start: 1, end: 2 }),
    ])
    expect(speakingOf(assembly)).toMatchObject([{ text: '您好，有什么可以帮您', start: 1, end: 6 }])
  })

  test('keeps Latin words of its pieces apart', () => {
    const pieces = [
      customer('t1', 'hello', { final: false, part: 'a', start: 1 }),
      customer('t1', 'there', { final: false, part: 'b', start: 2 }),
    ]
    expect(speakingOf(heard(pieces).assembly)).toMatchObject([{ text: 'hello there' }])
  })

  test('without a name of its own is over with the next final of that speaker, not with one of the other', () => {
    const guess = customer('inbound', '再说一遍', { final: false, sequence: 1 })
    expect(speakingOf(heard([guess, agent('2', '好的', { sequence: 2 })]).assembly)).toHaveLength(1)
    expect(speakingOf(heard([guess, customer('2', '再说一遍！', { sequence: 2 })]).assembly)).toHaveLength(0)
  })

  test('that another turn of that speaker comes after is not over', () => {
    const guess = customer('a', '等等', { final: false, start: 1, end: 2 })
    expect(speakingOf(hear(hear(SILENCE, guess, 0).assembly, customer('b', '我还没说完', { start: 3, end: 4 }), 0).assembly)).toHaveLength(
      1,
    )
    expect(speakingOf(heard([guess, customer('b', '等等我', { start: 1, end: 4 })]).assembly)).toHaveLength(0)
  })
})

describe('something said', () => {
  test('is told at once when nothing is missing before it', () => {
    const { news } = hear(SILENCE, customer('u1', '喂', { start: 1, sequence: 1 }), 0)
    expect(said(news)).toEqual(['喂'])
  })

  test('is told once, however often it comes', () => {
    const once = customer('u1', '喂', { start: 1 })
    expect(heard([once, once, once]).news).toHaveLength(1)
  })

  test('waits for a number that was skipped', () => {
    const { news } = heard([
      agent('1', '您好', { sequence: 1 }),
      customer('3', '我要投诉', { sequence: 3 }),
      customer('2', '喂', { sequence: 2 }),
    ])
    expect(said(news)).toEqual(['您好', '喂', '我要投诉'])
  })

  test('waits for the final of somebody who was done before it began', () => {
    const guess = agent('a', '请问', { final: false, start: 1, end: 2 })
    const { news } = heard([guess, customer('b', '别问了', { start: 3 }), agent('a', '请问您贵姓', { start: 1, end: 2 })])
    expect(said(news)).toEqual(['请问您贵姓', '别问了'])
  })

  test('does not wait for somebody who is still speaking', () => {
    const guess = agent('a', '请您先听我', { final: false, start: 1, end: 4 })
    const { assembly } = hear(SILENCE, guess, 0)
    expect(said(hear(assembly, customer('b', '不听', { start: 3 }), 0).news)).toEqual(['不听'])
  })

  test('waits no longer than the hold, and once', () => {
    const first = hear(SILENCE, customer('5', '我要投诉', { sequence: 5 }), 1000)
    expect(said(first.news)).toEqual([])
    expect(dueAt(first.assembly)).toBe(1000 + HOLD)
    expect(settle(first.assembly, 1000 + HOLD - 1).news).toEqual([])
    const { assembly, news } = settle(first.assembly, 1000 + HOLD)
    expect(news).toEqual([
      { type: 'gap', missing: 4 },
      { type: 'said', turn: { id: '5', who: 'customer', text: '我要投诉', final: true }, late: false },
    ])
    expect(dueAt(assembly)).toBeUndefined()
    expect(said(hear(assembly, customer('6', '听见没有', { sequence: 6 }), 1301).news)).toEqual(['听见没有'])
  })

  test('that comes after its turn is told as late, and stands in its place', () => {
    const { assembly, news } = heard([customer('b', '我等了三天', { start: 9 }), agent('a', '您请讲', { start: 5 })])
    expect(news.map((each) => each.type === 'said' && each.late)).toEqual([false, true])
    expect(turnsOf(assembly).map(({ id }) => id)).toEqual(['a', 'b'])
  })

  test('that turns out to be nothing is not told', () => {
    const { assembly, news } = heard([customer('u1', '呃', { final: false }), customer('u1', ' ')])
    expect(said(news)).toEqual([])
    expect(turnsOf(assembly)).toEqual([])
    expect(speakingOf(assembly)).toEqual([])
  })

  test('that nobody has to wait for twice: a guess without a final is given up', () => {
    const { assembly } = heard([agent('a', '嗯', { final: false, start: 1, end: 2 }), customer('b', '喂', { start: 3, at: 0 })])
    expect(said(hear(assembly, customer('c', '在吗', { start: 4 }), 5000).news)).toEqual(['在吗'])
  })
})

describe('a correction', () => {
  const wrong = customer('u1', '我要找机子', { start: 1, revision: 1 })
  const right = customer('u1', '我要找记者', { start: 1, revision: 2 })

  test('names the turn and what it was', () => {
    expect(heard([wrong, right]).news.at(-1)).toEqual({
      type: 'corrected',
      turn: { id: 'u1', who: 'customer', text: '我要找记者', start: 1, final: true },
      before: { id: 'u1', who: 'customer', text: '我要找机子', start: 1, final: true },
    })
  })

  test('that was overtaken changes nothing', () => {
    const { assembly, news } = heard([right, wrong])
    expect(news.map(({ type }) => type)).toEqual(['said'])
    expect(turnsOf(assembly)).toMatchObject([{ text: '我要找记者' }])
  })

  test('without a number holds when it is another wording', () => {
    expect(turnsOf(heard([customer('u1', '甲'), customer('u1', '乙')]).assembly)).toMatchObject([{ text: '乙' }])
  })

  test('of the speaker counts too', () => {
    expect(heard([customer('u1', '好的'), agent('u1', '好的')]).news.at(-1)).toMatchObject({ type: 'corrected', turn: { who: 'agent' } })
  })

  test('to nothing takes the turn back, and from nothing tells it', () => {
    const back = heard([customer('u1', '嗯'), customer('u1', '')])
    expect(back.news.at(-1)).toMatchObject({ type: 'corrected', turn: { text: '' } })
    expect(turnsOf(back.assembly)).toEqual([])
    expect(said(heard([customer('u1', ''), customer('u1', '嗯')]).news)).toEqual(['嗯'])
  })
})

describe('whatever the network does within the hold', () => {
  /** A talk as a host sends it: guesses, finals and now and then a correction, numbered from 1. */
  const talks = fc
    .array(fc.record({ who: fc.constantFrom('customer' as const, 'agent' as const), guesses: fc.nat(2), corrected: fc.boolean() }), {
      minLength: 1,
      maxLength: 8,
    })
    .map((utterances) =>
      utterances
        .flatMap(({ who, guesses, corrected }, at): Segment[] => {
          const wording = (revision: number, final: boolean) => ({
            id: `u${at}`,
            who,
            text: `${at}.${revision}`,
            final,
            revision,
            start: at,
          })
          return [
            ...Array.from({ length: guesses }, (_, revision) => wording(revision, false)),
            wording(guesses, true),
            ...(corrected ? [wording(guesses + 1, true)] : []),
          ]
        })
        .map((segment, index) => ({ ...segment, sequence: index + 1 })),
    )
  const scrambled = talks.chain((talk) =>
    fc
      .tuple(fc.shuffledSubarray(talk, { minLength: talk.length }), fc.array(fc.constantFrom(...talk), { maxLength: 6 }))
      .map(([shuffled, again]) => ({ talk, shuffled: [...shuffled, ...again] })),
  )

  test('the same turns come out, each told once, in the order of the talk', () => {
    fc.assert(
      fc.property(scrambled, ({ talk, shuffled }) => {
        const straight = heard(talk)
        const { assembly, news } = heard(shuffled)
        expect(turnsOf(assembly)).toEqual(turnsOf(straight.assembly))
        const ids = news.flatMap((each) => (each.type === 'said' ? [each.turn.id] : []))
        expect(ids).toEqual(straight.news.flatMap((each) => (each.type === 'said' ? [each.turn.id] : [])))
        expect(news.filter(({ type }) => type === 'gap')).toEqual([])
        expect(speakingOf(assembly)).toEqual([])
      }),
    )
  })

  test('without numbers too the same turns come out, by their start', () => {
    const unnumbered = (segments: readonly Segment[]) => segments.map(({ sequence: _, ...segment }) => segment)
    fc.assert(
      fc.property(scrambled, ({ talk, shuffled }) => {
        const { assembly, news } = heard(unnumbered(shuffled))
        expect(turnsOf(assembly)).toEqual(turnsOf(heard(unnumbered(talk)).assembly))
        expect(new Set(said(news)).size).toBe(said(news).length)
      }),
    )
  })

  test('what is lost is counted, and the rest comes out', () => {
    fc.assert(
      fc.property(talks, fc.nat(), (talk, pick) => {
        const lost = pick % talk.length
        const { news } = heard(talk.filter((_, index) => index !== lost))
        const missing = news.reduce((sum, each) => sum + (each.type === 'gap' ? each.missing : 0), 0)
        // Nobody can miss what came last.
        const after = talk.slice(lost + 1)
        expect(missing).toBe(after.some(({ final }) => final) ? 1 : 0)
      }),
    )
  })
})
