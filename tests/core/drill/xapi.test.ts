import { describe, expect, test } from 'vitest'
import { duration, statementsOf } from '../../../src/core/drill/xapi.ts'
import { drill, idOf, result, stopped } from './records.ts'
import { faultsIn } from './xapi-rules.ts'

const title = { zh: '多扣了钱', en: 'Overcharged' }
const one = (record: Parameters<typeof statementsOf>[0][number]) => {
  const [statement] = statementsOf([record], (id) => (id === 'lin' ? title : undefined))
  // What is written to a file, and nothing that JSON leaves out.
  return JSON.parse(JSON.stringify(statement))
}

describe('statements', () => {
  test('say who did what with what result', () => {
    expect(one(drill(1, { assignment: 'task', hints: 'asked', hinted: 2, result: result({ violations: ['cold'] }) }))).toEqual({
      id: idOf(1),
      actor: { objectType: 'Agent', account: { homePage: 'https://evenkeel.invalid', name: '王芳' } },
      verb: { id: 'http://adlnet.gov/expapi/verbs/passed', display: { 'zh-CN': '通过', en: 'passed' } },
      object: {
        objectType: 'Activity',
        id: 'https://evenkeel.invalid/drills/telecom/lin',
        definition: { name: { 'zh-CN': '多扣了钱', en: 'Overcharged' }, type: 'http://adlnet.gov/expapi/activities/simulation' },
      },
      result: { score: { scaled: 0.72, raw: 72, min: 0, max: 100 }, success: true, completion: true, duration: 'PT3M12.34S' },
      context: {
        contextActivities: { grouping: [{ objectType: 'Activity', id: 'https://evenkeel.invalid/assignments/task' }] },
        revision: '2.0.0',
        platform: 'Evenkeel',
        language: 'zh-CN',
        extensions: {
          'https://evenkeel.invalid/xapi/level': 'standard',
          'https://evenkeel.invalid/xapi/hints': { shown: 'asked', asked: 2 },
          'https://evenkeel.invalid/xapi/band': 'passed',
          'https://evenkeel.invalid/xapi/skills': { listen: 80, speak: 70, ask: 60, own: 90, rules: 100 },
          'https://evenkeel.invalid/xapi/checkpoints': { 'peak-verify': 'met', 'peak-negotiate': 'met', 'end-care': 'met' },
          'https://evenkeel.invalid/xapi/violations': ['cold'],
        },
      },
      timestamp: '2026-11-23T03:03:20.000Z',
      version: '1.0.3',
    })
  })

  test('say that it was not passed, and nobody’s name where none was given', () => {
    const failed = one(drill(1, { trainee: ' ', result: result({ total: 40, passed: false, band: 'lost' }) }))
    expect(failed.verb.id).toBe('http://adlnet.gov/expapi/verbs/failed')
    expect(failed.result).toMatchObject({ success: false, completion: true })
    expect(failed.actor.account.name).toBe('anonymous')
  })

  test('have no score for what was stopped, and do not speak of what is still played', () => {
    const { ended: _, result: __, ...going } = drill(1)
    expect(statementsOf([going], () => title)).toEqual([])
    const left = one(stopped(1))
    expect(left.verb.id).toBe('http://adlnet.gov/expapi/verbs/terminated')
    expect(left.result).toEqual({ completion: false, duration: 'PT1M1.5S' })
    expect(Object.keys(left.context.extensions)).toEqual(['https://evenkeel.invalid/xapi/level', 'https://evenkeel.invalid/xapi/hints'])
  })

  test('of a branch stand for themselves and name the drill that it came from', () => {
    const branch = one(drill(2, { from: { drill: idOf(1), after: 'e' } }))
    expect(branch.id).toBe(idOf(2))
    expect(branch.context.statement).toEqual({ objectType: 'StatementRef', id: idOf(1) })
  })

  test.each([
    ['a passed drill', drill(1, { assignment: 'week 1/二' })],
    ['a failed drill with nothing right', drill(1, { result: result({ total: 0, passed: false, band: 'not-yet', time: 0 }) })],
    ['a full score', drill(1, { result: result({ total: 100, time: 7_199_999 }) })],
    ['a stopped drill', stopped(1)],
    ['a branch', drill(2, { from: { drill: idOf(1), after: '' } })],
    ['somebody who is not in the pack any more', drill(1, { persona: '旧 客户#1' })],
    ['an id in capitals', drill(1, { id: idOf(1).toUpperCase() })],
    ['an id that is no UUID', drill(1, { id: 'call-1', from: { drill: 'call-0', after: 'e' } })],
    ['a clock that was set back', stopped(1, { ended: { at: 5, how: 'stopped' } })],
  ])('hold what a learning record store asks of %s', (_, record) => {
    expect(faultsIn(one(record))).toEqual([])
  })

  test('are the same every time they are made', () => {
    expect(one(drill(1))).toEqual(one(drill(1)))
  })
})

test('the rules of the specification refuse what is wrong', () => {
  const sound = one(drill(1))
  const wrong = (change: object) => faultsIn({ ...sound, ...change })
  expect(wrong({ id: 'call-1' })).toEqual(['id: no UUID'])
  expect(wrong({ timestamp: '2026-11-23T03:03:20.000' })).toEqual(['timestamp: no timestamp'])
  expect(wrong({ result: { ...sound.result, duration: '3:12' } })).toEqual(['result.duration: no duration'])
  expect(wrong({ result: { ...sound.result, score: { ...sound.result.score, scaled: 72 } } })).toEqual([
    'result.score.scaled: out of range',
  ])
  expect(wrong({ context: { extensions: { level: 'hard' } } })).toEqual(['context.extensions: no IRI'])
  expect(wrong({ actor: { objectType: 'Agent', name: '王芳' } })).toContain('actor: no account')
  expect(wrong({ context: null })).toContain('statement.context: null')
})

test.each([
  [0, 'PT0S'],
  [4, 'PT0S'],
  [59_999, 'PT1M0S'],
  [3_600_000, 'PT1H0S'],
  [3_723_450, 'PT1H2M3.45S'],
])('%i milliseconds are %s', (ms, iso) => {
  expect(duration(ms)).toBe(iso)
})
