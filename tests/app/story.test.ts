import { describe, expect, test } from 'vitest'
import { type StoryText, storyOf } from '../../src/app/story.ts'
import { packOf, Talk } from '../engine/support.ts'

const pack = packOf('telecom')

/** What the story tells, in one line an entry. */
function told({ call }: Talk): readonly string[] {
  return storyOf(call.events, pack, call.state).map(({ kind, text }) => `${kind}: ${inWords(text)}`)
}

function inWords(text: StoryText): string {
  switch (text.type) {
    case 'spoken':
      return text.words
    case 'own':
      return `own words for “${text.purpose.en}”`
    case 'journey':
      return 'the usual course'
    case 'title':
      return text.title.en
  }
}

describe('the story of a call', () => {
  test('tells what was said, done and promised, oldest first', () => {
    const talk = new Talk(pack).says().moves('customer.states-problem').does({ type: 'DoStep', step: 'verify-identity' })
    expect(told(talk)).toEqual([expect.stringMatching(/^said: 您好/), 'move: States the problem', 'step: Verify the account holder'])
  })

  test('tells what was heard in the words that were spoken, once, as it was corrected last', () => {
    const talk = new Talk(pack).hears('agent', '您好，请讲').hears('customer', '断往了', {}, 'a').hears('customer', '断网了', {}, 'a')
    expect(told(talk)).toEqual(['said: 您好，请讲', 'heard: 断网了'])
  })

  test('tells a line that was heard by what was said, not by what stands in the script', () => {
    const talk = new Talk(pack)
    const line = talk.view.card.wordings[0] ?? ''
    expect(told(talk.hears('agent', `嗯，${line}`))).toEqual([`said: 嗯，${line}`])
  })

  test('tells a line in the agent’s own words by its purpose', () => {
    const talk = new Talk(pack)
    talk.does({ type: 'SayLine', line: talk.view.card.line.id, wording: 'own', via: 'card' })
    expect(told(talk)).toEqual([`said: own words for “${pack.lines['phone.greet']?.purpose.en}”`])
  })

  test('leaves out what was taken back', () => {
    const talk = new Talk(pack).says().moves('customer.states-problem').does({ type: 'Undo' })
    expect(told(talk)).toEqual([expect.stringMatching(/^said/)])
  })

  test('tells of an interruption, and of what the call came back to', () => {
    const talk = new Talk(pack).starts('media-visit').does({ type: 'DropScenario', scenario: 'media-visit' })
    expect(told(talk)).toEqual([`interrupted: ${pack.scenarios['media-visit']?.title.en}`, 'resumed: the usual course'])
  })

  test('shows lines in the script and with the customer that are on show now', () => {
    const talk = new Talk(pack).says()
    const shown = { ...pack, lines: { ...pack.lines, 'phone.greet': { ...pack.lines['phone.greet'], say: ['{customer}，您好'] } } }
    const [first] = storyOf(talk.call.events, shown as typeof pack, { profile: { surname: '王', title: 'ms' } })
    expect(first?.text).toEqual({ type: 'spoken', words: '王女士，您好' })
  })
})
