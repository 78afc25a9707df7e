import { expect, test } from 'vitest'
import type { Violation } from '../../src/core/vocabulary.ts'
import { withoutFormulas } from '../../src/hearing/formulas.ts'

const left = (text: string, ...heard: Violation[]) =>
  withoutFormulas(
    text,
    heard.map((id) => ({ id })),
  ).map(({ id }) => id)

test.each(['再见', '好的，再见。', '祝您生活愉快，再见', '请您稍等', '好的，请您稍等，别挂', '那我跟您再念一遍'])(
  '[H15] %s is no slip',
  (text) => {
    expect(left(text, 'cold', 'threat', 'repeat-question')).toEqual([])
  },
)

test.each(['没别的事挂了啊', '已记录，祝您愉快', '您爱去哪去哪，再见', '嗯', '好', '我再说一遍，不行'])(
  '[H15] %s stays what it was heard as',
  (text) => {
    expect(left(text, 'cold', 'repeat-question')).toEqual(['cold', 'repeat-question'])
  },
)

test('[H15] announcing a read-back asks for nothing again, whatever else is said', () => {
  expect(left('我跟您再念一遍：您自己点的，三十块', 'repeat-question', 'you-blame')).toEqual(['you-blame'])
})
