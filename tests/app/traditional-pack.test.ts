import { describe, expect, test } from 'vitest'
import { inTraditional } from '../../src/app/traditional-pack.ts'
import { traditional } from '../../src/compiler/traditional.ts'
import { view } from '../../src/core/view.ts'
import { packOf, Talk } from '../engine/support.ts'

const pack = packOf('telecom')
const shown = inTraditional(pack, traditional(pack))

describe('a pack in Traditional script', () => {
  test('converts titles and wordings', () => {
    expect(shown.scenarios['hard-line']?.title).toEqual({ zh: '強硬型', en: 'Hard-line' })
    expect(shown.lines['phone.greet']?.say[0]).toContain('什麼事')
  })

  test('keeps every id, so that the call which runs on the other script can be shown with it', () => {
    expect(Object.keys(shown.lines)).toEqual(Object.keys(pack.lines))
    const talk = new Talk(pack).starts('hard-line')
    expect(view(talk.call.state, shown, talk.now).card.line.id).toBe(talk.view.card.line.id)
  })

  test('leaves what the agent typed as it was typed', () => {
    const talk = new Talk(pack, 'phone', { demand: '国际漫游退费' }).starts('hard-line').says()
    const spoken = view(talk.call.state, shown, talk.now).card.wordings.join()
    expect(talk.view.card.wordings.join()).toContain('国际漫游退费')
    expect(spoken).toContain('国际漫游退费')
  })
})
