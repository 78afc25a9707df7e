import { describe, expect, test } from 'vitest'
import { filtered, timeTaken, traineeRows, weakSpots } from '../../../src/core/drill/class-view.ts'
import { drill, MORNING, result, stopped } from './records.ts'

const skills = (all: number) => ({ listen: all, speak: all, ask: all, own: all, rules: all })

describe('rows of trainees', () => {
  test('have the mean of the newest ten drills, and count all of them', () => {
    const old = drill(0, { result: result({ total: 99, skills: skills(0), passed: false }) })
    const newest = Array.from({ length: 10 }, (_, i) => drill(i + 1, { result: result({ skills: skills(i < 5 ? 50 : 71) }) }))
    expect(traineeRows([old, ...newest], 'name')).toEqual([
      {
        trainee: '王芳',
        skills: skills(61),
        played: 11,
        passed: 10,
        best: 99,
        last: MORNING + 10 * 3_600_000 + 200_000,
      },
    ])
  })

  test('count neither what was stopped nor what is still played', () => {
    const { ended: _, result: __, ...going } = drill(3)
    expect(traineeRows([stopped(1), going], 'name')).toEqual([])
    expect(traineeRows([drill(0), stopped(1), going], 'name')).toMatchObject([{ played: 1 }])
  })

  test('leave out other tries from some turn on, and so do weak spots', () => {
    const again = drill(2, { from: { drill: drill(1).id, after: 'event-3' }, result: result({ total: 97, violations: ['cold'] }) })
    expect(traineeRows([drill(1), again], 'name')).toMatchObject([{ played: 1, passed: 1, best: 72 }])
    expect(weakSpots([drill(1), again])).toMatchObject({ drills: 1, violations: [] })
  })

  test('put all who gave no name into one, last by name, and take a name without the blanks around it', () => {
    const rows = traineeRows(
      [
        drill(1, { trainee: '' }),
        drill(2, { trainee: ' ' }),
        drill(3, { trainee: '赵六 ' }),
        drill(4, { trainee: '赵六' }),
        drill(5, { trainee: '工号12' }),
      ],
      'name',
    )
    expect(rows.map(({ trainee, played }) => [trainee, played])).toEqual([
      ['工号12', 1],
      ['赵六', 2],
      ['', 2],
    ])
  })

  test('stand by pinyin, or by the best total', () => {
    const records = [
      drill(1, { trainee: '赵六', result: result({ total: 60 }) }),
      drill(2, { trainee: '李雷', result: result({ total: 70 }) }),
      drill(3, { trainee: '王芳', result: result({ total: 90 }) }),
    ]
    const names = (order: 'name' | 'total') => traineeRows(records, order).map(({ trainee }) => trainee)
    expect(names('name')).toEqual(['李雷', '王芳', '赵六'])
    expect(names('total')).toEqual(['王芳', '李雷', '赵六'])
  })
})

test('drills can be looked at by assignment, by kind of scenario and by customer', () => {
  const records = [drill(1, { assignment: 'task' }), drill(2, { persona: 'bo' }), drill(3, { persona: 'gone' })]
  const groupOf = (persona: string) => (({ lin: 'service', bo: 'customer' }) as const)[persona]
  const seen = (filter: Parameters<typeof filtered>[1]) => filtered(records, filter, groupOf).map(({ seed }) => seed)
  expect(seen({ by: 'all' })).toEqual([1, 2, 3])
  expect(seen({ by: 'assignment', assignment: 'task' })).toEqual([1])
  expect(seen({ by: 'group', group: 'customer' })).toEqual([2])
  expect(seen({ by: 'persona', persona: 'gone' })).toEqual([3])
})

describe('weak spots', () => {
  const met = { 'peak-verify': 'met', 'peak-negotiate': 'met', 'end-care': 'met' } as const
  const records = [
    drill(1, { result: result({ checkpoints: { ...met, 'end-care': 'missed' }, violations: ['cold', 'cold', 'jargon'] }) }),
    drill(2, { result: result({ checkpoints: { ...met, 'end-care': 'partly', 'peak-verify': 'partly' }, passed: false }) }),
    drill(3, { persona: 'bo', result: result({ violations: ['jargon', 'cold'], passed: false }) }),
    drill(4, { persona: 'bo', result: result({ passed: false }) }),
    stopped(5, { persona: 'lin' }),
  ]

  test('are the checkpoints that were missed or only partly met, in shares of the marked drills', () => {
    expect(weakSpots(records).checkpoints).toEqual([
      { checkpoint: 'end-care', missed: 1, partly: 1, share: 0.5 },
      { checkpoint: 'peak-verify', missed: 0, partly: 1, share: 0.25 },
      { checkpoint: 'peak-negotiate', missed: 0, partly: 0, share: 0 },
    ])
  })

  test('are the slips, each time counted, and the customers who are failed most', () => {
    expect(weakSpots(records).violations).toEqual([
      { violation: 'cold', count: 3 },
      { violation: 'jargon', count: 2 },
    ])
    expect(weakSpots(records).personas).toEqual([
      { persona: 'bo', failed: 2, played: 2 },
      { persona: 'lin', failed: 1, played: 2 },
    ])
  })

  test('are no shares of nothing', () => {
    expect(weakSpots([stopped(1)])).toMatchObject({
      drills: 0,
      violations: [],
      personas: [],
      checkpoints: [{ share: 0 }, { share: 0 }, { share: 0 }],
    })
  })
})

test('a branch took as long as what was played of it, not since the first try began', () => {
  const day = 24 * 3_600_000
  expect(timeTaken(drill(1))).toBe(192_340)
  expect(timeTaken(drill(1, { from: { drill: 'x', after: 'y' }, result: result({ time: day }) }))).toBe(200_000)
  expect(timeTaken(stopped(1, { ended: { at: 0, how: 'stopped' } }))).toBe(0)
})
