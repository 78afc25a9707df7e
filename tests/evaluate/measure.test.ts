import { describe, expect, test } from 'vitest'
import type { HeldBackLine, HeldBackSet } from '../../scripts/evaluate/held-back.ts'
import { type Listener, measure } from '../../scripts/evaluate/measure.ts'
import type { Section } from '../../scripts/evaluate/report.ts'
import { evidence } from '../../src/hearing/evidence.ts'
import type { Heard } from '../../src/hearing/hear.ts'

const NOTHING: Heard = { scenarios: [], signals: [], moves: [], acts: [], violations: [], amounts: [], deadlines: [] }

/** A recogniser that hears in each line what is written in it: 退钱 is threat-churn, 记者 the scenario press. */
const hear: Listener = (text, who) => {
  const found = <Id extends string>(word: string, id: Id, score = 0.9) =>
    text.includes(word) ? [{ id, score, because: [evidence(text, text.indexOf(word), text.indexOf(word) + word.length)] }] : []
  return who === 'customer'
    ? { ...NOTHING, scenarios: [...found('记者', 'press'), ...found('慢', 'slow', 0.2)], signals: found('记者', 'threat-media') }
    : { ...NOTHING, violations: found('不行', 'no-can-do') }
}

function measured(
  lines: Partial<Record<keyof HeldBackSet, readonly HeldBackLine[]>>,
  title: string,
  misheard?: (text: string) => string,
): Section {
  const set = { name: 'held-back', scenarios: [], calm: [], signals: [], agent: [], amounts: [], redaction: [], ...lines }
  const section = measure(hear, set as HeldBackSet, misheard).find((each) => each.title === title)
  if (!section) throw new Error(`no ${title}`)
  return section
}
const figures = (section: Section) => Object.fromEntries(section.figures.map(({ name, value }) => [name, value]))

describe('scenarios', () => {
  const scenarios = [
    { text: '找记者', scenario: 'press' },
    { text: '记者也嫌慢', scenario: 'slow' },
    { text: '没信号', scenario: 'slow' },
    { text: '太慢', scenario: 'slow' },
  ]

  test('count as right where the best is, and as near where one of three is', () => {
    expect(figures(measured({ scenarios }, 'Scenarios'))).toEqual({
      'best is right': 0.5,
      'among the first three': 0.75,
      'nothing recognised': 0.25,
    })
  })

  test('that were missed say how near they came, and what was heard instead with its words', () => {
    const [near, far] = measured({ scenarios }, 'Scenarios').misses
    expect(near).toMatchObject({ missed: ['slow, in place 2 with 0.2'], extra: ['press'] })
    expect(near?.heard[0]?.because[0]?.text).toBe('记者')
    expect(far).toMatchObject({ missed: ['slow, not among those named'], extra: [], heard: [] })
  })
})

test('calm talk that is given a scenario is an alarm too many', () => {
  const section = measured({ calm: [{ text: '记者证怎么办', scenario: null }, { text: '查话费' }] }, 'Calm talk')
  expect(figures(section)).toEqual({ 'wrongly given a scenario': 0.5 })
  expect(section.misses[0]?.extra).toEqual(['press'])
})

describe('signals', () => {
  test('of danger are counted apart', () => {
    const signals = [
      { text: '找记者', signals: ['threat-media'] },
      { text: '找电视台', signals: ['threat-media', 'anger-1'] },
      { text: '记者证', signals: [] },
    ]
    expect(figures(measured({ signals }, 'Signals'))).toMatchObject({ 'dangers: recall': 0.5, 'dangers: precision': 0.5 })
  })

  test('are only asked for in lines that were labelled with them', () => {
    expect(measured({ scenarios: [{ text: '找记者', scenario: 'press' }], signals: [{ text: '慢', signals: [] }] }, 'Signals').lines).toBe(
      1,
    )
  })
})

test('violations: what was said in the wrong is found, and what was said rightly left alone', () => {
  const agent = [
    { text: '不行', violations: ['no-can-do'] },
    { text: '您搞错了', violations: ['you-blame'] },
    { text: '不行的话我换一个', violations: [] },
    { text: '好的', violations: [] },
  ]
  expect(figures(measured({ agent }, 'Violations'))).toMatchObject({
    recall: 0.5,
    'faulty lines flagged': 0.5,
    'blameless lines flagged': 0.5,
  })
})

describe('sums and limits of time', () => {
  const amounts = [
    { text: '退我三块五', amounts: [3.5], deadlines: [] },
    { text: '两天内退三块，再退四块', amounts: [3, 4], deadlines: [{ value: 2, unit: 'day' }] },
    { text: '退五块', amounts: [5, 6], deadlines: [] },
  ]

  test('count where all of a line are found and nothing more', () => {
    const section = measured({ amounts }, 'Sums and limits of time')
    expect(figures(section)).toMatchObject({ 'lines with all right': 2 / 3, precision: 1 })
    expect(section.misses.map(({ missed }) => missed)).toEqual([['6 yuan']])
  })

  test('are looked for in what was misheard', () => {
    const section = measured({ amounts }, 'Sums and limits of time', (text) => text.replaceAll('块', '快'))
    expect(figures(section).recall).toBeLessThan(0.5)
  })
})

describe('redaction', () => {
  test('is right where nothing personal is left and nothing else taken out, structured apart from free', () => {
    const redaction = [
      { text: '电话15400001234', personal: [{ kind: 'mobile', text: '15400001234' }] },
      { text: '查10086', personal: [] },
      { text: '我叫王小明', personal: [{ kind: 'name', text: '王小明' }] },
      { text: '住我隔壁那栋', personal: [{ kind: 'address', text: '隔壁那栋' }] },
    ]
    const section = measured({ redaction }, 'Redaction')
    expect(figures(section)).toMatchObject({ 'structured: recall': 1, 'structured: precision': 1, 'names and addresses: recall': 0.5 })
    expect(section.misses.map(({ missed }) => missed)).toEqual([['address 隔壁那栋']])
  })
})
