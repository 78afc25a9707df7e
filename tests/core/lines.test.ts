import { describe, expect, test } from 'vitest'
import { fill, shanghaiDate, slotsIn } from '../../src/core/lines.ts'
import { packOf } from '../engine/support.ts'

const telecom = packOf('telecom')

describe('[L4] slots', () => {
  test('are filled with what is known', () => {
    expect(fill(telecom, '{customer}，您慢慢说', { profile: { surname: '王', title: 'ms' } })).toBe('王女士，您慢慢说')
    expect(fill(telecom, '我是{agent}', { profile: {}, agent: '8613' })).toBe('我是8613号客服专员')
    expect(fill(telecom, '{matter}我来办', { profile: { matter: '流量费' } })).toBe('流量费的事我来办')
    expect(fill(telecom, '{matter}我来办', { profile: { matter: '停机两天的事' } })).toBe('停机两天的事我来办')
    expect(fill(telecom, '{demand}我记下了', { profile: { demand: '三倍赔偿' } })).toBe('您要三倍赔偿的事我记下了')
  })

  test('take their fallback when nothing is known, and an empty one takes its comma along', () => {
    expect(fill(telecom, '{customer}，您慢慢说', { profile: {} })).toBe('您慢慢说')
    expect(fill(telecom, '{customer}，{matter}我来办', { profile: {} })).toBe('这件事我来办')
    expect(fill(telecom, '我是{agent}，您请讲', { profile: {} })).toBe('我是您的客服专员，您请讲')
  })

  test('half a name is no name', () => {
    expect(fill(telecom, '{customer}，您慢慢说', { profile: { surname: '王' } })).toBe('您慢慢说')
  })

  test('are found by their braces', () => {
    expect(slotsIn('{customer}，{matter}我来办')).toEqual(['customer', 'matter'])
  })

  test('every wording of the pack reads right with nothing known: no brace, no stray comma', () => {
    for (const line of Object.values(telecom.lines)) {
      for (const wording of [...line.say, line.short]) {
        expect(fill(telecom, wording, { profile: {} }), line.id).not.toMatch(/[{}]|^，|，，|，。|。，/)
      }
    }
  })
})

test('a day in Shanghai begins eight hours before one in Greenwich', () => {
  expect(shanghaiDate(Date.parse('2026-11-22T15:59:59Z'))).toBe('2026-11-22')
  expect(shanghaiDate(Date.parse('2026-11-22T16:00:00Z'))).toBe('2026-11-23')
})
