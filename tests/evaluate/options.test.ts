import { expect, test } from 'vitest'
import { readOptions } from '../../scripts/evaluate/options.ts'

test('noise is given in percent and taken as a share', () => {
  expect(readOptions(['--noise', '0,10']).noise).toEqual([0, 0.1])
  expect(readOptions([]).noise).toEqual([0, 0.05, 0.1, 0.2])
})

test.each([[['--noise', 'loud']], [['--noise', '120']], [['--noise', '']], [['--seed', 'x']], [['--quiet']]])(
  '%j makes no sense',
  (args) => {
    expect(() => readOptions(args)).toThrow(TypeError)
  },
)
