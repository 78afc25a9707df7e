import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeNoise, withNoise } from '../../../src/compiler/hearing/noise.ts'

const syllables = { ji: '记急机基', zhe: '者这', ze: '则责', tou: '投头', su: '诉速', zhao: '找照', zao: '早', wo: '我', san: '三' }
const noise = makeNoise({ syllables }, ['机器的机，飞机的机', '我记者'])

/** Numbers in turn, then the last one for ever. */
function given(...numbers: number[]): () => number {
  return () => (numbers.length > 1 ? numbers.shift() : numbers[0]) as number
}

describe('what a recogniser makes of an utterance', () => {
  test('is the utterance itself where nothing is misheard', () => {
    expect(withNoise(noise, '我找记者！', 0, given(0))).toBe('我找记者！')
  })

  test('has no marks of pauses, even where every character was heard', () => {
    expect(withNoise(noise, '我，找记者！', 0.1, given(0.99))).toBe('我找记者')
  })

  test('has characters of the same sound, those that are frequent in the pack first', () => {
    // Misheard, as a homophone, in the middle of what is likely: 机 occurs four times, the others hardly.
    expect(withNoise(noise, '记', 0.1, given(0, 0.99, 0.5))).toBe('机')
  })

  test('has what sounds nearly the same', () => {
    expect(withNoise(noise, '找', 0.1, given(0, 0.34, 0, 0))).toBe('早')
  })

  test('loses characters, doubles them and puts hesitations in', () => {
    expect(withNoise(noise, '找', 0.1, given(0, 0.05))).toBe('')
    expect(withNoise(noise, '找', 0.1, given(0, 0.15))).toBe('找找')
    expect(withNoise(noise, '找', 0.1, given(0, 0.25, 0))).toBe('呃找')
  })

  test('has digits written the other way', () => {
    expect(withNoise(noise, '3', 0.1, given(0))).toBe('三')
    expect(withNoise(noise, '三', 0.1, given(0, 0))).toBe('3')
  })

  test('changes about as many characters as the rate says', () => {
    let state = 1
    const chance = () => {
      state = (state * 48_271) % 2_147_483_647
      return state / 2_147_483_647
    }
    const heard = withNoise(noise, '记'.repeat(10_000), 0.1, chance)
    const kept = [...heard].filter((character) => character === '记').length
    expect(kept).toBeGreaterThan(8800)
    expect(kept).toBeLessThan(9400)
  })

  test('is something for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.double({ min: 0, max: 1, noNaN: true }), (text, rate) => {
        expect(typeof withNoise(noise, text, rate, given(0.3, 0.6, 0.1, 0.9))).toBe('string')
      }),
    )
  })
})
