import { expect, test } from 'vitest'
import { forkOf } from '../../../src/app/drills/result/fork.ts'
import type { Spoken } from '../../../src/core/drill/talk.ts'

/** A talk in short: `a` begins what the agent said, `c` what the customer said. */
function talk(name: string, ...said: readonly `${'a' | 'c'} ${string}`[]): readonly Spoken[] {
  return said.map((words, i) => ({
    id: `${name}-${i}`,
    who: words.startsWith('a') ? 'agent' : 'customer',
    text: words.slice(2),
    at: i * 1000 + name.length,
  }))
}

/** A fork in short. */
function parted(first: readonly Spoken[], other: readonly Spoken[]) {
  const fork = forkOf(first, other)
  return (
    fork && [fork.number, ...[fork.before, fork.after].map(({ said, answer }) => [...said.map(({ text }) => text), `> ${answer?.text}`])]
  )
}

const FIRST = talk('first', 'a 您好', 'c 多扣了三十', 'a 您自己点的', 'c 什么叫我自己', 'a 我查查', 'c 快点')

test('[V13] two tries part where something else was said, whatever the ids of their events', () => {
  const other = talk('other', 'a 您好', 'c 多扣了三十', 'a 对不起', 'c 嗯，你说', 'a 我查查', 'c 好')
  expect(parted(FIRST, other)).toEqual([3, ['您自己点的', '> 什么叫我自己'], ['对不起', '> 嗯，你说']])
})

test('what was said again in the same words does not part them', () => {
  const other = talk('other', 'a 您好', 'c 多扣了三十', 'a 您自己点的', 'c 什么叫我自己', 'a 对不起', 'c 算了')
  expect(parted(FIRST, other)).toEqual([5, ['我查查', '> 快点'], ['对不起', '> 算了']])
  expect(forkOf(FIRST, FIRST.slice(0, 4))).toBeUndefined()
  expect(forkOf(FIRST, FIRST)).toBeUndefined()
})

test('what an agent says in several turns is read as a whole', () => {
  const first = talk('first', 'a 您好', 'c 多扣了', 'a 您等等', 'a 您自己点的', 'c 什么')
  const other = talk('other', 'a 您好', 'c 多扣了', 'a 您等等', 'a 对不起', 'c 嗯')
  expect(parted(first, other)).toEqual([3, ['您等等', '您自己点的', '> 什么'], ['您等等', '对不起', '> 嗯']])
})

test('somebody who said nothing, and a talk that stopped, have their side too', () => {
  const silent = talk('silent', 'a 您好', 'c 多扣了三十', 'c 喂？')
  expect(parted(FIRST, silent)).toEqual([3, ['您自己点的', '> 什么叫我自己'], ['> 喂？']])
  const longer = [...FIRST, ...talk('longer', 'a 查到了')]
  expect(parted(FIRST, longer)).toEqual([7, ['> undefined'], ['查到了', '> undefined']])
})
