import { describe, expect, test } from 'vitest'
import { storyOf } from '../../src/app/story.ts'
import { type LadderView, ladderOf } from '../../src/core/concessions.ts'
import type { Command } from '../../src/core/events.ts'
import { slotValues } from '../../src/core/lines.ts'
import type { CompiledPack } from '../../src/core/pack.ts'
import { fold } from '../../src/core/state.ts'
import { replay } from '../../src/engine/replay.ts'
import { misshapen } from '../../src/store/event-shape.ts'
import { packOf, Talk } from './support.ts'

const telecom = packOf('telecom')

const offer = (line: string): Command => ({ type: 'SayLine', line, wording: 0, via: 'search' })
const refuse = (rung: string): Command => ({ type: 'RefuseConcession', rung })

function ladder(talk: Talk): LadderView {
  const found = ladderOf(talk.call.pack, talk.call.state, talk.now)
  if (!found) throw new Error('no ladder here')
  return found
}
const statuses = (talk: Talk) => ladder(talk).rungs.map(({ status }) => status)
const closed = (talk: Talk, id: string) => ladder(talk).rungs.find(({ rung }) => rung.id === id)?.closed?.zh
/** Says the offer of a rung, and has it turned down. */
function turnedDown(talk: Talk, id: string): Talk {
  const rung = ladder(talk).rungs.find((each) => each.rung.id === id)?.rung
  return talk.does(offer(rung?.offer ?? ''), refuse(id), offer(rung?.refused ?? ''))
}

/** A customer of the fee dispute whose charge was found out to be ours, at the negotiation. */
function overcharged(): Talk {
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
}

/** A call about nothing in particular, at the negotiation. */
function atNegotiation(): Talk {
  return new Talk(telecom).says().does(offer('bridge.acknowledge'), { type: 'GoToStage', stage: 'negotiate' })
}

describe('[N1] the ladder in play', () => {
  test('belongs to the negotiation alone', () => {
    const talk = new Talk(telecom).says()
    expect(ladderOf(telecom, talk.call.state, talk.now)).toBeUndefined()
    expect(ladder(atNegotiation()).ladder.id).toBe('general')
  })

  test('waits while there is a danger', () => {
    const talk = atNegotiation().starts('media-visit')
    expect(ladderOf(telecom, talk.call.state, talk.now)).toBeUndefined()
  })

  test('is that of the scenario, and of what the scenario has come to', () => {
    expect(ladder(overcharged()).ladder.id).toBe('fee-ours')
    const right = new Talk(telecom)
      .says()
      .starts('fee-dispute')
      .says()
      .does({ type: 'DoStep', step: 'verify-identity' })
      .says()
      .does({ type: 'DoStep', step: 'compare-fee-items' })
      .moves('finding.charged-right')
      .says()
      .moves('customer.disputes-finding')
    expect(ladder(right).ladder.id).toBe('fee-open')
  })

  test('stays that of the matter while a kind of customer without one stands on top of it', () => {
    const talk = overcharged().starts('hard-line')
    expect(talk.call.state.order.at(-1)).toBe('hard-line')
    const state = { ...talk.call.state, stage: 'negotiate' as const }
    expect(ladderOf(telecom, state, talk.now)?.ladder.id).toBe('fee-ours')
  })

  test('is none in a pack that has none', () => {
    const { concessions: _, ...bare } = telecom
    const talk = atNegotiation()
    expect(ladderOf(bare as CompiledPack, talk.call.state, talk.now)).toBeUndefined()
  })

  test('every scenario has one', () => {
    const named = (telecom.concessions ?? []).flatMap(({ scenarios }) => scenarios.map(({ scenario }) => scenario))
    expect(named.every((id) => telecom.scenarios[id])).toBe(true)
    expect(telecom.concessions?.filter(({ scenarios }) => scenarios.length === 0)).toHaveLength(1)
  })
})

describe('[N2] a rung', () => {
  test('is next, offered, turned down, and the next one follows, over a whole negotiation', () => {
    const talk = overcharged()
    expect(statuses(talk)).toEqual(['now', 'ahead', 'ahead', 'ahead'])
    expect(ladder(talk).next).toEqual({ type: 'offer', rung: 'fee-ours.put-right' })

    talk.does(offer('concession.fee-ours.put-right'))
    expect(statuses(talk)).toEqual(['offered', 'now', 'ahead', 'ahead'])
    expect(ladder(talk).next).toEqual({ type: 'wait', rung: 'fee-ours.put-right' })

    talk.does(refuse('fee-ours.put-right'))
    expect(statuses(talk)).toEqual(['refused', 'now', 'ahead', 'ahead'])
    expect(ladder(talk).next).toEqual({ type: 'answer', rung: 'fee-ours.put-right' })

    talk.does(offer('concession.fee-ours.put-right-refused'))
    expect(ladder(talk).next).toEqual({ type: 'offer', rung: 'fee-ours.refund' })

    turnedDown(turnedDown(talk, 'fee-ours.refund'), 'fee-ours.real-loss')
    expect(statuses(talk)).toEqual(['refused', 'refused', 'refused', 'now'])
    expect(talk.view.promises.map(({ promise }) => promise)).toEqual(expect.arrayContaining(['refund-7wd', 'reply-48h']))
  })

  test('counts as offered by a line of the scenario that offers the same', () => {
    const talk = overcharged().moves('decision.within-100').says()
    expect(statuses(talk)[1]).toBe('offered')
  })

  test('that was left out for a later one may still be offered, and is not pressed for', () => {
    const talk = overcharged().does(offer('concession.fee-ours.real-loss'))
    expect(statuses(talk)).toEqual(['ahead', 'ahead', 'offered', 'now'])
  })

  test('that is said again after a refusal stands offered again', () => {
    const talk = turnedDown(overcharged(), 'fee-ours.put-right').does(offer('concession.fee-ours.put-right'))
    expect(statuses(talk)[0]).toBe('offered')
  })
})

describe('[N3] a rung beyond who is in the call', () => {
  test('is closed with whose decision it is, and opens when that role comes in', () => {
    const talk = overcharged().does({ type: 'NoteRefund', yuan: 300 })
    expect(closed(talk, 'fee-ours.refund')).toBe('300元归店面经理、班组长定')
    turnedDown(turnedDown(talk, 'fee-ours.put-right'), 'fee-ours.real-loss')
    expect(statuses(talk)).toEqual(['refused', 'closed', 'refused', 'now'])
    talk.moves('decision.over-100', 'decision.manager-approves')
    expect(statuses(talk)).toEqual(['refused', 'now', 'refused', 'ahead'])
    talk.does({ type: 'NoteRefund', yuan: 800 })
    expect(closed(talk, 'fee-ours.refund')).toBe('800元归室经理定')
  })

  test('cannot be said from the search either', () => {
    const talk = overcharged().does({ type: 'NoteRefund', yuan: 300 })
    expect(talk.tries(offer('concession.fee-ours.refund'))).toBe('line-not-usable')
  })

  test('of a role that is not there is closed whatever is noted', () => {
    const talk = new Talk(telecom).says().starts('card-used-code')
    const state = { ...talk.call.state, stage: 'negotiate' as const }
    const of = (more: object) => ladderOf(telecom, { ...state, ...more }, talk.now)?.rungs.at(-1)
    expect(of({})).toMatchObject({ status: 'closed', closed: { zh: '归店面经理、班组长定' } })
    expect(of({ rolesGranted: ['shop-manager'] })).toMatchObject({ status: 'ahead' })
  })

  test('waits for identity where its words are account data', () => {
    const talk = overcharged()
    const unknown = { ...talk.call.state, stepsDone: [] }
    const refund = ladderOf(telecom, unknown, talk.now)?.rungs[1]
    expect(refund).toMatchObject({ status: 'closed', closed: telecom.requirements.identity.title })
  })

  test('is closed once its line has expired', () => {
    const talk = overcharged()
    expect(ladderOf(telecom, talk.call.state, Date.parse('2028-02-01'))?.rungs.map(({ status }) => status)).toEqual(Array(4).fill('closed'))
  })
})

describe('[N4] a refusal', () => {
  test('is of what stands offered and of nothing else', () => {
    const talk = overcharged()
    expect(talk.tries(refuse('fee-ours.put-right'))).toBe('rung-not-offered')
    expect(talk.tries(refuse('fee-ours.nothing'))).toBe('rung-not-offered')
    talk.does(offer('concession.fee-ours.put-right'), refuse('fee-ours.put-right'))
    expect(talk.tries(refuse('fee-ours.put-right'))).toBe('rung-not-offered')
  })

  test('can be taken back, and runs again alike', () => {
    const talk = overcharged().does(offer('concession.fee-ours.put-right'), refuse('fee-ours.put-right'))
    expect(talk.call.events.at(-1)).toMatchObject({ type: 'ConcessionRefused', rung: 'fee-ours.put-right' })
    expect(talk.call.events.map(misshapen)).toEqual(talk.call.events.map(() => undefined))
    talk.does({ type: 'Undo' })
    expect(statuses(talk)[0]).toBe('offered')
    talk.does(refuse('fee-ours.put-right'), { type: 'Undo' }, { type: 'Undo' })
    expect(statuses(talk)[0]).toBe('now')
    expect(fold(talk.call.events)).toEqual(talk.call.state)
    expect(replay(telecom, talk.call.events).same).toBe(true)
  })

  test('stands in the story of the call', () => {
    const talk = overcharged().does(offer('concession.fee-ours.put-right'), refuse('fee-ours.put-right'))
    const { events, state } = talk.call
    expect(storyOf(events, telecom, slotValues(telecom, state)).at(-1)).toMatchObject({
      kind: 'refused',
      text: { type: 'title', title: { zh: '认错，先改对' } },
    })
  })
})

describe('[N5] the end', () => {
  function lastRungRefused(times: number): Talk {
    const talk = overcharged()
    for (const id of ['put-right', 'refund', 'real-loss']) turnedDown(talk, `fee-ours.${id}`)
    for (let i = 0; i < times; i++) turnedDown(talk, 'fee-ours.manager')
    return talk
  }

  test('comes when the last rung was turned down as often as the ladder says, and not before', () => {
    expect(ladder(lastRungRefused(1))).toMatchObject({ stop: false, next: { type: 'offer', rung: 'fee-ours.manager' } })
    expect(ladder(lastRungRefused(2))).toMatchObject({ stop: true, next: { type: 'stop' } })
  })

  test('comes no sooner and brings no more however loud it gets', () => {
    const quiet = lastRungRefused(1)
    const loud = lastRungRefused(1).does({ type: 'ShiftTemper', direction: 'up' }, { type: 'ShiftTemper', direction: 'up' })
    expect(statuses(loud)).toEqual(statuses(quiet))
    expect(ladder(loud).stop).toBe(false)
    expect(statuses(lastRungRefused(2))).toEqual(['refused', 'refused', 'refused', 'refused'])
  })

  test('is no longer due once somebody who may grant more is in the call', () => {
    const talk = overcharged().does({ type: 'NoteRefund', yuan: 300 })
    for (const id of ['put-right', 'real-loss', 'manager', 'manager']) turnedDown(talk, `fee-ours.${id}`)
    expect(ladder(talk).stop).toBe(true)
    talk.moves('decision.over-100', 'decision.manager-approves')
    expect(ladder(talk)).toMatchObject({ stop: false, next: { type: 'offer', rung: 'fee-ours.refund' } })
  })
})

describe('[N6] the ladders of the pack', () => {
  const ladders = telecom.concessions ?? []

  test('have three to five rungs, each with something to say to a refusal', () => {
    expect(ladders.length).toBeGreaterThanOrEqual(5)
    for (const { rungs } of ladders) {
      expect(rungs.length).toBeGreaterThanOrEqual(3)
      expect(rungs.length).toBeLessThanOrEqual(5)
    }
  })

  test('offer no sum and no multiple in words of their own', () => {
    const own = Object.values(telecom.lines).filter(({ id }) => id.startsWith('concession.'))
    const sums = own.flatMap(({ say, short }) => [...say, short]).filter((words) => /\d+元|[一二三五十百千万]+(元|块钱|倍赔)/.test(words))
    expect(sums).toEqual([])
  })

  test('end with a firm position that leaves the door open and promises nothing', () => {
    for (const { stop } of ladders)
      expect(telecom.lines[stop.line]).toMatchObject({ acts: expect.arrayContaining(['firm-position']), promises: [] })
  })

  test('answer a refusal without offering, promising or threatening', () => {
    const answers = ladders.flatMap(({ rungs }) => rungs.map(({ refused }) => telecom.lines[refused]))
    for (const line of answers) {
      expect(line?.promises, line?.id).toEqual([])
      expect(
        line?.acts.some((act) => act === 'empathy' || act === 'restate' || act === 'apology'),
        line?.id,
      ).toBe(true)
    }
  })
})
