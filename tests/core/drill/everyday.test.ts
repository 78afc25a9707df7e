import { expect, test } from 'vitest'
import { everydayAnswers, everydayAsked } from '../../../src/core/drill/everyday.ts'
import { LIN, RULES } from './persona.ts'

const [name, number] = RULES.everyday

test('[V15] people answer with their own name and digits, the same each time and not those of others', () => {
  const [answer = ''] = everydayAnswers(LIN, name ?? never())
  expect(answer).toBe('姓林 1')
  const tail = (id: string) => everydayAnswers({ ...LIN, id }, number ?? never())[0]
  expect(tail('lin')).toMatch(/^尾号\d{4} 1$/)
  expect(tail('lin')).toBe(tail('lin'))
  expect(tail('lin')).not.toBe(tail('wang'))
})

test('[V15] whom the usual answers do not fit has their own', () => {
  expect(everydayAnswers({ ...LIN, answers: { name: ['我是乐乐，我妈姓{{surname}}'] } }, name ?? never())).toEqual(['我是乐乐，我妈姓林'])
})

test('[V15] naming is not asking', () => {
  expect(everydayAsked(RULES.everyday, '您的号码我记下了。', true)).toEqual([])
})

function never(): never {
  throw new Error('the rules of the tests have no such question')
}
