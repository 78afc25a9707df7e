import { describe, expect, test } from 'vitest'
import { counts, namesIn, standingOf } from '../../../src/core/drill/assignment-standing.ts'
import { assignment, drill, MORNING, result, stopped } from './records.ts'

const LAST_MOMENT = Date.parse('2026-11-25T23:59:59.999+08:00')
const given = assignment()
const tried = (n: number, trainee: string, total: number, at = MORNING) =>
  drill(n, { trainee, assignment: 'task', ended: { at, how: 'ended' }, result: result({ total, passed: total >= 60 }) })

describe('a drill counts for an assignment', () => {
  test('up to the last moment of the due date in Shanghai, and no longer', () => {
    expect(counts(given, tried(1, '王芳', 70, LAST_MOMENT))).toBe(true)
    expect(counts(given, tried(1, '王芳', 70, LAST_MOMENT + 1))).toBe(false)
  })

  test('from its pass mark on, if the drill was passed and played for it', () => {
    expect(counts(given, tried(1, '王芳', 69))).toBe(false)
    expect(counts(given, drill(1, { assignment: 'task', result: result({ total: 95, passed: false, band: 'lost' }) }))).toBe(false)
    expect(counts(given, drill(1, { assignment: 'other' }))).toBe(false)
    expect(counts(given, stopped(1, { assignment: 'task' }))).toBe(false)
  })
})

describe('who has done an assignment', () => {
  test('given to everybody: whoever has finished a drill here is expected to', () => {
    const records = [
      tried(1, '王芳', 75),
      tried(2, '王芳', 88),
      tried(3, '李雷', 65),
      drill(4, { trainee: '赵六' }),
      stopped(5, { trainee: '孙七' }),
    ]
    expect(standingOf(given, records, LAST_MOMENT)).toEqual([
      { trainee: '李雷', tries: 1, best: 65, standing: 'open' },
      { trainee: '王芳', tries: 2, best: 88, standing: 'passed' },
      { trainee: '赵六', tries: 0, standing: 'open' },
    ])
  })

  test('is overdue from midnight in Shanghai; who passed after that is told apart', () => {
    const records = [tried(1, '李雷', 65), tried(2, '王芳', 90, LAST_MOMENT + 1), tried(3, '赵六', 80)]
    expect(standingOf(given, records, LAST_MOMENT + 1).map(({ trainee, standing }) => [trainee, standing])).toEqual([
      ['李雷', 'overdue'],
      ['王芳', 'late'],
      ['赵六', 'passed'],
    ])
  })

  test('given by name: those, and whoever did it all the same', () => {
    const named = assignment({ trainees: ['王芳'] })
    expect(standingOf(named, [tried(1, '', 80), drill(2, { trainee: '李雷' })], MORNING)).toEqual([
      { trainee: '王芳', tries: 0, standing: 'open' },
      { trainee: '', tries: 1, best: 80, standing: 'passed' },
    ])
  })

  test('expects nothing of those who gave no name', () => {
    expect(standingOf(given, [drill(1, { trainee: ' ' })], MORNING)).toEqual([])
  })
})

test('names are told apart by any comma', () => {
  expect(namesIn(' 王芳，李雷、王芳, 工号 12；赵六 ')).toEqual(['王芳', '李雷', '工号 12', '赵六'])
  expect(namesIn(' ， ')).toEqual([])
})
