import { describe, expect, test } from 'vitest'
import { openCheckMarks } from '../../src/store/check-marks.ts'
import { fakeArea } from './fake-area.ts'

describe('[J5] ticks and remarks', () => {
  test('are there again after a reload, week by week', () => {
    const area = fakeArea()
    openCheckMarks(area).mark('week 2026-11-16', 'sums', { doneAt: 5, remark: '差两元，已写原因' })
    const again = openCheckMarks(area)
    expect(again.lasting).toBe(true)
    expect(again.read('week 2026-11-16')).toEqual({ sums: { doneAt: 5, remark: '差两元，已写原因' } })
    expect(again.read('week 2026-11-23')).toEqual({})
  })

  test('change one by one', () => {
    const marks = openCheckMarks(fakeArea())
    marks.mark('w', 'a', { doneAt: 1 })
    marks.mark('w', 'b', { remark: 'x' })
    expect(marks.mark('w', 'a', {})).toEqual({ a: {}, b: { remark: 'x' } })
  })

  test.each([
    ['there is no storage', null],
    [
      'the storage is full',
      {
        ...fakeArea(),
        setItem() {
          throw new DOMException('', 'QuotaExceededError')
        },
      },
    ],
  ])('hold until the page is closed when %s, and it says so', (_, area) => {
    const marks = openCheckMarks(area)
    expect(marks.lasting).toBe(false)
    marks.mark('w', 'a', { doneAt: 1 })
    expect(marks.read('w')).toEqual({ a: { doneAt: 1 } })
    expect(openCheckMarks(area).read('w')).toEqual({})
  })

  test.each(['no json', '[1]', '{"a": 5, "b": {"doneAt": "x", "remark": 5}}', 'null'])('that cannot be read are none (%s)', (stored) => {
    const marks = openCheckMarks(fakeArea(['evenkeel.self-checks.w', stored]))
    expect(Object.values(marks.read('w')).every((mark) => Object.keys(mark).length === 0)).toBe(true)
  })
})
