import { describe, expect, test } from 'vitest'
import type { Beat } from '../../src/app/panel/demo/demo-script.ts'
import { captionsAt, pauseBefore, stepped } from '../../src/app/panel/demo/playback.ts'

const caption = { zh: '看', en: 'Look' }
const script: readonly Beat[] = [{ at: 0, caption }, { at: 2, customer: '喂' }, { at: 5 }]

describe('a playback', () => {
  test('goes on beat by beat, and no further than the end', () => {
    const last = { played: 2, playing: true }
    expect(stepped(script, last, 'next')).toEqual({ played: 3, playing: true })
    expect(stepped(script, { played: 3, playing: true }, 'next')).toEqual({ played: 3, playing: true })
  })

  test('pauses and goes on where it was', () => {
    const paused = stepped(script, { played: 1, playing: true }, 'toggle')
    expect(paused).toEqual({ played: 1, playing: false })
    expect(stepped(script, paused, 'toggle')).toEqual({ played: 1, playing: true })
  })

  test('waits between beats as long as the script says', () => {
    expect([0, 1, 2, 3].map((played) => pauseBefore(script, played))).toEqual([0, 2000, 3000, undefined])
  })

  test('keeps the last words standing until there are others', () => {
    expect(captionsAt(script, 0)).toEqual({})
    expect(captionsAt(script, 1)).toEqual({ caption })
    expect(captionsAt(script, 3)).toEqual({ caption, customer: '喂' })
  })
})
