import { expect, test } from 'vitest'
import type { Violation } from '../../src/core/vocabulary.ts'
import { withoutFormulas } from '../../src/hearing/formulas.ts'

/** What is left of slips that were heard in a text; in other words the same are heard wherever this word stands. */
const left = (text: string, heard: readonly Violation[], word = '您自己') =>
  withoutFormulas(
    text,
    heard.map((id) => ({ id, score: 0.9 })),
    (rest) => (rest.includes(word) ? heard.map((id) => ({ id, score: 0.7 })) : []),
  ).map(({ id, score }) => [id, score])

test.each([
  '再见',
  '好的，再见。',
  '祝您生活愉快，再见',
  '请您稍等',
  '好的，请您稍等，别挂',
  '那我跟您再念一遍',
  '梁先生您好，请说',
  '什么时候开始的',
  '发生了什么事？',
])('[H15] %s is no slip', (text) => {
  expect(left(text, ['cold', 'threat', 'repeat-question'], '再见')).toEqual([])
})

test.each(['没别的事挂了啊', '已记录了，随您', '嗯', '好', '我再说一遍，不行'])('[H15] %s stays what it was heard as', (text) => {
  expect(left(text, ['cold'])).toEqual([['cold', 0.9]])
})

test('[H15] beside formulas what was heard stands only as far as it is heard in the rest', () => {
  expect(left('谢谢您。请您稍等，我现在就去查记录。', ['cold'])).toEqual([])
  expect(left('请您稍等，这是您自己点的', ['you-blame'])).toEqual([['you-blame', 0.7]])
})

test.each([
  ['查到了，是我们这边的问题，跟您没关系', []],
  ['这是我们计费出的错，不是您用超了', []],
  ['这不是我们的问题', [['denial-before-verify', 0.9]]],
  ['怎么会是我们的错', [['denial-before-verify', 0.9]]],
])('[H15] who takes the fault denies nothing: %s', (text, stays) => {
  expect(left(text, ['denial-before-verify'])).toEqual(stays)
})
