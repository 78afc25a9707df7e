import { expect, test } from 'vitest'
import { commitmentsIn, isCallBack } from '../../src/hearing/commitment.ts'
import { deadlinesIn } from '../../src/hearing/deadlines.ts'

const HOUR = 3_600_000
const of = (text: string) => commitmentsIn(text, deadlinesIn(text)).map((found) => ('day' in found ? { day: found.day } : found.within))

test.each([
  ['我两个小时内给您回电话', { ms: 2 * HOUR }],
  ['四十八小时之内一定给您答复', { ms: 48 * HOUR }],
  ['七个工作日内给您退到账', { workingDays: 7 }],
  ['我今天下午给您回电话', { day: 0 }],
  ['明天上午之前给您一个说法', { day: 1 }],
  ['四十八小时内给您回电话，您看行吗？', { ms: 48 * HOUR }],
  ['钱今晚十点前退到您话费里，专员四十八小时内给您回电', [{ day: 0 }, { ms: 48 * HOUR }]],
])('[M3] %s commits', (text, commitment) => {
  expect(of(text)).toEqual([commitment].flat())
})

test.each([
  '您要求三天内答复，我记下了',
  '明天能不能办好，我不敢保证',
  '我尽量今天给您回',
  '上次答应您三天内回复的',
  '三天内退给您可以吗？',
])('[M3] %s does not', (text) => {
  expect(of(text)).toEqual([])
})

test.each([
  ['多收的报经理批，48小时内回您电话；三倍不行', true],
  ['退到话费三天内到账，现金要跑一趟', false],
  ['要么48小时内回您电话，要么您今天来一趟', false],
])('[M3] beside an offer, %s promises to ring back: %s', (text, promised) => {
  const [deadline] = deadlinesIn(text)
  expect(isCallBack(text, deadline?.because ?? [])).toBe(promised)
})
