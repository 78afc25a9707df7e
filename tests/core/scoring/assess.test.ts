import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findPacks } from '../../../src/compiler/compile.ts'
import { compileDrills } from '../../../src/compiler/drills/compile-drills.ts'
import { invariant } from '../../../src/core/invariant.ts'
import { type Assessment, assess } from '../../../src/core/scoring/assess.ts'
import { CRITERIA, type CriterionId } from '../../../src/core/scoring/scoring-rules.ts'
import type { Act } from '../../../src/core/vocabulary.ts'
import { found, packOf, Talk } from '../../engine/support.ts'

const pack = packOf('telecom')
const [folder] = findPacks(join(import.meta.dirname, '../../..'))
invariant(folder, 'the project holds a pack')
const { drills } = compileDrills(folder, pack, { complete: false })
invariant(drills, 'its drills are sound')
const rules = drills.scoring

const says = (talk: Talk, text: string, ...acts: Act[]) => talk.hears('agent', text, { acts: acts.map((act) => found(act)) })
const of = ({ events }: Talk['call'] = new Talk(pack).call): Assessment => assess(pack, rules, events)
const point = (talk: Talk, criterion: CriterionId) =>
  of(talk.call)
    .skills.flatMap(({ points }) => points)
    .find((each) => each.criterion === criterion)
const quoted = (talk: Talk, ids: readonly string[] = []) =>
  talk.call.events.flatMap((event) => (ids.includes(event.id) && event.type === 'Heard' ? [event.text] : []))

/** A call that is done well from its first word to its last, in the agent's own words. */
function wellDone(): Talk {
  const talk = new Talk(pack)
  talk.hears('customer', '你们多扣我三十')
  says(talk, '多扣三十让您受累了，对不起，是哪天扣的？', 'empathy', 'apology', 'restate')
  talk.hears('customer', '八号')
  says(talk, '我查一下记录', 'verify')
  says(talk, '是系统重复扣的', 'explain-cause')
  says(talk, '三十块今天退，48小时内到账，行吗？', 'offer-options', 'commit-deadline')
  talk.hears('customer', '行', { signals: [found('accepts')] })
  says(talk, '那就说定：退三十', 'confirm-agreement')
  says(talk, '给您添麻烦了，这里我们会改，谢谢您', 'apology', 'improve', 'thanks')
  return talk.does({ type: 'EndCall', outcome: 'settled' })
}

describe('[V9] points', () => {
  test('quote the turns that earned them', () => {
    const talk = wellDone()
    expect(quoted(talk, point(talk, 'explained')?.earned)).toEqual(['是系统重复扣的'])
    expect(quoted(talk, point(talk, 'acknowledged-first')?.earned)).toEqual(['多扣三十让您受累了，对不起，是哪天扣的？'])
    expect(of(talk.call)).toMatchObject({ total: 100, band: 'excellent', passed: true })
  })

  test('quote the turn that lost them', () => {
    const talk = new Talk(pack)
    says(talk, '退三十', 'offer-options')
    says(talk, '让您受累了', 'empathy')
    const first = point(talk, 'acknowledged-first')
    expect(first).toMatchObject({ got: 0, of: 4 })
    expect(quoted(talk, first?.lost)).toEqual(['退三十'])
  })

  test('are lost by slips, each a part, down to nothing', () => {
    const talk = new Talk(pack)
    for (let i = 0; i < 4; i++) {
      talk.hears('agent', `哦 ${i}`, { violations: [found('cold')] })
      const words = point(talk, 'clean-words')
      expect(words?.got).toBe(Math.max(0, 4 - 2 * (i + 1)))
      expect(words?.lost).toHaveLength(i + 1)
    }
  })

  test('have a turn that can be quoted wherever something was lost or earned', () => {
    for (const { points } of of(wellDone().call).skills)
      for (const { got, earned } of points) if (got > 0 && earned.length > 0) expect(earned.every((id) => id !== '')).toBe(true)
  })

  test('say nothing where there was no occasion: no rising heat, no danger', () => {
    const talk = wellDone()
    expect(point(talk, 'answered-heat')).toBeUndefined()
    expect(point(talk, 'danger-answered')).toBeUndefined()
  })

  test('for answering a danger are lost only by one that was heard beyond doubt, and not denied', () => {
    const heard = (score: number) => new Talk(pack).hears('customer', '我不想活了', { signals: [found('self-harm', score)] })
    expect(point(heard(0.9), 'danger-answered')).toMatchObject({ got: 0 })
    expect(point(heard(0.6), 'danger-answered')).toBeUndefined()
    const talk = heard(0.9)
    const [suggestion] = talk.call.state.suggestions
    talk.does({ type: 'AnswerSuggestion', suggestion: suggestion?.id ?? '', answer: 'dismiss' })
    expect(point(talk, 'danger-answered')).toBeUndefined()
  })

  test('[V20] are not earned by a turn with a slip in it', () => {
    const talk = new Talk(pack)
    talk.hears('agent', '理解您，可公司有规定，是哪天？', { acts: [found('empathy')], violations: [found('no-can-do')] })
    expect(point(talk, 'acknowledged-first')).toMatchObject({ got: 0, earned: [] })
    expect(point(talk, 'asked')).toMatchObject({ got: 0, earned: [] })
    says(talk, '这事搁谁都急，是哪天？', 'empathy')
    expect(quoted(talk, point(talk, 'acknowledged-first')?.earned)).toEqual(['这事搁谁都急，是哪天？'])
  })

  test('[V20] for confirming are earned by reading back what was offered, and not by reading back before that', () => {
    const talk = new Talk(pack)
    says(talk, '您是说八号多扣了三十，要退，对吗？')
    expect(point(talk, 'confirmed')?.got).toBe(0)
    expect(quoted(talk, point(talk, 'restated')?.earned)).toEqual(['您是说八号多扣了三十，要退，对吗？'])
    says(talk, '三十块今天退', 'offer-options')
    says(talk, '跟您核对一遍，三十块今天退进话费，对吗？')
    expect(quoted(talk, point(talk, 'confirmed')?.earned)).toEqual(['跟您核对一遍，三十块今天退进话费，对吗？'])
  })

  test('[V20] for asking first are halved when somebody is sent to try something before anything was asked', () => {
    const talk = new Talk(pack)
    says(talk, '您重启一下手机')
    says(talk, '是哪天开始的？')
    expect(point(talk, 'asked')).toMatchObject({ got: 2, of: 4 })
  })

  test('count rising heat that was answered, turn by turn', () => {
    const talk = new Talk(pack)
    talk.hears('customer', '气死我了', { signals: [found('anger-2')] })
    says(talk, '换谁都气', 'empathy')
    talk.hears('customer', '混蛋', { signals: [found('anger-3')] })
    says(talk, '我查一下', 'verify')
    expect(point(talk, 'answered-heat')).toMatchObject({ got: 1.5, of: 3 })
  })

  test('leave causes and closes out of a call that ended with the emergency services', () => {
    const talk = new Talk(pack)
    talk.hears('customer', '不想活了', { signals: [found('self-harm')] })
    says(talk, '我陪着您', 'empathy', 'care')
    talk.does({ type: 'EndCall', outcome: 'police', reason: 'emergency' })
    expect(point(talk, 'explained')).toBeUndefined()
    expect(point(talk, 'closed-well')).toBeUndefined()
    expect(of(talk.call).passed).toBe(true)
  })

  test('belong to five skills, none of them empty', () => {
    const { skills } = of(wellDone().call)
    expect(skills.map(({ skill }) => skill)).toEqual(['listen', 'speak', 'ask', 'own', 'rules'])
    expect(Object.keys(rules.criteria).sort()).toEqual([...CRITERIA].sort())
    for (const { points } of skills) expect(points.length).toBeGreaterThan(1)
  })
})

describe('[V10] a fail, whatever the total', () => {
  test('is politeness from which nothing comes', () => {
    const talk = new Talk(pack)
    talk.hears('customer', '你们多扣我三十')
    for (let i = 0; i < 5; i++) says(talk, `非常理解，实在抱歉 ${i}`, 'empathy', 'apology', 'restate')
    says(talk, '谢谢您，我们会改进', 'thanks', 'improve', 'care')
    talk.does({ type: 'EndCall', outcome: 'settled' })
    expect(of(talk.call)).toMatchObject({ band: 'polite-unresolved', passed: false })
  })

  test('is not an objection that died down before a whole close, and is one that stood to the end', () => {
    const objects = (then: (talk: Talk) => void) => {
      const talk = new Talk(pack)
      says(talk, '让您受累了，是哪天扣的？我查一下', 'empathy', 'restate', 'verify')
      says(talk, '三十块今天退', 'offer-options', 'explain-cause', 'commit-deadline')
      talk.moves('customer.refuses')
      then(talk)
      says(talk, '给您添麻烦了，这里我们会改，谢谢您', 'apology', 'improve', 'thanks')
      talk.hears('customer', '那我回去等着')
      return of(talk.does({ type: 'EndCall', outcome: 'settled' }).call).band
    }
    expect(objects((talk) => talk.hears('customer', '我回去看看吧'))).not.toBe('polite-unresolved')
    expect(objects((talk) => talk.hears('customer', '气死我了', { signals: [found('anger-3')] }))).toBe('polite-unresolved')
  })

  test('is a customer who has left', () => {
    const talk = new Talk(pack)
    says(talk, '退三十', 'offer-options', 'verify')
    talk.does({ type: 'EndCall', outcome: 'abandoned', reason: 'customer-left' })
    expect(of(talk.call).band).toBe('lost')
  })

  test('is a slip that must not happen, when it was heard beyond doubt', () => {
    const slip = (score: number) => {
      const talk = new Talk(pack)
      talk.hears('agent', '您再闹就告您', { violations: [found('threat', score)] })
      return of(talk.call).band
    }
    expect(slip(0.95)).toBe('out-of-bounds')
    expect(slip(0.6)).not.toBe('out-of-bounds')
  })

  test('is a customer who turned everything down twice and was left with that', () => {
    const talk = new Talk(pack)
    says(talk, '我查一下', 'verify')
    says(talk, '能退三十', 'offer-options')
    talk.starts('hard-line')
    talk.hears('customer', '不行').moves('customer.repeats-threat')
    talk.hears('customer', '等着投诉吧').moves('customer.repeats-threat')
    talk.does({ type: 'EndCall', outcome: 'settled', reason: 'line-dropped' })
    expect(of(talk.call).band).toBe('polite-unresolved')
  })

  test('is no call that somebody else has taken over after it was looked into', () => {
    const talk = new Talk(pack)
    says(talk, '我查一下', 'verify', 'empathy')
    says(talk, '主管一小时内回您', 'commit-deadline')
    talk.moves('customer.wants-manager').moves('customer.angrier')
    talk.does({ type: 'EndCall', outcome: 'escalated', reason: 'handed-over' })
    expect(of(talk.call).band).not.toBe('polite-unresolved')
  })
})
