import { describe, expect, test } from 'vitest'
import { shownTalk, withNames } from '../../../src/app/drills/names.ts'
import { redact } from '../../../src/hearing/redact.ts'
import { LIN } from '../../core/drill/persona.ts'
import { packOf, Talk } from '../../engine/support.ts'

const OPENS = '我姓林，上月多扣了三十块。'
const MISHEARD = '你是管话费的吧？我找的就是你。'
const ALIAS = '我在网上有个号，叫林林看账本，看的人不少。'
const LIVES = '我住在东湖路十二号三单元四楼，您来看看。'
const persona = { ...LIN, says: { ...LIN.says, opens: [OPENS, MISHEARD, ALIAS, LIVES] } }

describe('a name that hearing took out of a customer’s words', () => {
  test('is put back as the surname that they gave', () => {
    expect(redact(OPENS)).toBe('我姓〔姓名〕，上月多扣了三十块。')
    expect(withNames(redact(OPENS), persona)).toBe(OPENS)
    // An answer that is made of the surname stands in no persona.
    expect(withNames('免贵姓〔姓名〕，记下了吧？', persona)).toBe('免贵姓林，记下了吧？')
  })

  test('is what they said, where something else was taken for a name', () => {
    for (const sentence of [MISHEARD, ALIAS, LIVES]) {
      expect(redact(sentence)).toContain('〔')
      expect(withNames(redact(sentence), persona)).toBe(sentence)
      expect(withNames(`行吧。${redact(sentence)}`, persona)).toBe(`行吧。${sentence}`)
    }
  })

  test('stays out where nobody knows whose it was, and nothing else comes back', () => {
    expect(withNames('我姓〔姓名〕。', undefined)).toBe('我姓〔姓名〕。')
    const { surname: _, ...profile } = persona.profile
    expect(withNames('我姓〔姓名〕。', { ...persona, profile })).toBe('我姓〔姓名〕。')
    expect(withNames('我手机是〔手机号〕。', persona)).toBe('我手机是〔手机号〕。')
  })
})

test('a talk is shown with the customer’s name, not with one that the agent said; the log has neither', () => {
  const talk = new Talk(packOf('telecom')).hears('customer', redact(OPENS)).hears('agent', '您是〔姓名〕本人吗？')
  expect(shownTalk(talk.call.events, persona).map(({ text }) => text)).toEqual([OPENS, '您是〔姓名〕本人吗？'])
  expect(talk.call.events.flatMap((event) => (event.type === 'Heard' ? [event.text] : []))[0]).toContain('〔姓名〕')
})
