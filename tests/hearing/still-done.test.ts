import { describe, expect, test } from 'vitest'
import { isStillDone } from '../../src/hearing/still-done.ts'

describe('[H14] beside a slip', () => {
  test('an apology, empathy and thanks count', () => {
    for (const act of ['apology', 'empathy', 'thanks'] as const) expect(isStillDone(act, ['you-blame', 'cold'])).toBe(true)
  })

  test('blame, denial and a made-up reason explain nothing; words of the trade do', () => {
    for (const slip of ['you-blame', 'denial-before-verify', 'mislead'] as const) expect(isStillDone('explain-cause', [slip])).toBe(false)
    expect(isStillDone('explain-cause', ['jargon'])).toBe(true)
    expect(isStillDone('explain-cause', ['jargon', 'you-blame'])).toBe(false)
  })

  test('a bare refusal is no position, and a limit that nobody may set is one all the same', () => {
    expect(isStillDone('firm-position', ['no-can-do'])).toBe(false)
    expect(isStillDone('commit-deadline', ['over-promise'])).toBe(true)
  })

  test('without a slip everything counts', () => {
    expect(isStillDone('verify', [])).toBe(true)
  })
})
