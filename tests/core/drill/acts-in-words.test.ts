import { expect, test } from 'vitest'
import { actsInWords } from '../../../src/core/drill/acts-in-words.ts'
import type { Act } from '../../../src/core/vocabulary.ts'

const acts = (text: string, ...heard: Act[]) => actsInWords(text, new Set(heard))

test.each(['我现在就去查', '我马上查', '您稍等，我看一下系统', '这就给您核实'])('[V18] %s looks up', (text) => {
  expect(acts(text)).toContain('verify')
})

test.each(['你手机重启一下试试', '把卡拔出来插一下', '这个我没法查'])('[V18] %s does not', (text) => {
  expect(acts(text)).not.toContain('verify')
})

test('[V18] sending somebody to try something is no look-up even when it was heard as one, unless one is announced beside it', () => {
  expect(acts('你手机重启一下试试', 'verify')).toEqual([])
  expect(acts('您重启一下，我这边马上查', 'verify')).toEqual(['verify'])
})

test.each(['机器吞了您一百五，话费没到，前两趟都白来了，是这样吗？', '我跟您核对一遍：48小时内回电话，还有没有漏的？'])(
  '[V18] %s reads back',
  (text) => {
    expect(acts(text)).toContain('restate')
  },
)

test.each(['对吗？', '这样行吗，您看一下这个办法可不可以？', '您说得对'])('[V18] %s does not read back', (text) => {
  expect(acts(text)).not.toContain('restate')
})
