import { act, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import words from '../../src/i18n/zh-Hans.json' with { type: 'json' }
import { packOf } from '../engine/support.ts'
import { Desk } from './panel-desk.tsx'

const pack = packOf('telecom')
const MINUTE = 60_000

type Report = (entries: readonly { readonly name: string; readonly duration: number }[]) => void
let report: Report | undefined

/** A browser that tells how long its keys took, as far as it is asked. */
class KeyObserver {
  static readonly supportedEntryTypes = ['event']
  constructor(callback: (list: { getEntries: () => Parameters<Report>[0] }) => void) {
    report = (entries) => act(() => callback({ getEntries: () => entries }))
  }
  observe() {}
}

let desk: Desk

beforeEach(async () => {
  vi.stubGlobal('PerformanceObserver', KeyObserver)
  desk = await Desk.open({ pack })
  vi.useFakeTimers()
})

afterEach(() => {
  // The page forgets that it was slow.
  wait(MINUTE)
  vi.useRealTimers()
})

const card = () => screen.getByRole('region', { name: words.card.label })
const moves = () =>
  within(screen.getByRole('region', { name: words.moves.label }))
    .getAllByRole('listitem')
    .map((item) => item.textContent)
const titles = () => desk.view.moves.map(({ move }) => move.title.zh)
const wait = (ms: number) => act(() => vi.advanceTimersByTime(ms))

/** The panel shows all of what the call stands at, and not only its card. */
function showsAll(): boolean {
  const shown = moves()
  return titles().every((title) => shown.some((each) => each?.includes(title)))
}

describe('[K5] after a key', () => {
  test('that was painted in time, everything changes at once', () => {
    report?.([{ name: 'keydown', duration: 56 }])
    desk.press('KeyQ')
    expect(card()).toHaveTextContent(desk.view.card.wordings[0] ?? '')
    expect(showsAll()).toBe(true)
  })

  test('that took long, the card changes first and the rest a frame later, until a minute has passed', () => {
    report?.([
      { name: 'keydown', duration: 64 },
      { name: 'keyup', duration: 16 },
    ])
    desk.press('KeyQ')
    expect(card()).toHaveTextContent(desk.view.card.wordings[0] ?? '')
    expect(showsAll()).toBe(false)
    wait(40)
    expect(showsAll()).toBe(true)

    wait(MINUTE)
    desk.press('KeyZ')
    expect(showsAll()).toBe(true)
  })

  test('a click that took long says nothing of keys', () => {
    report?.([{ name: 'click', duration: 400 }])
    desk.press('KeyQ')
    expect(showsAll()).toBe(true)
  })

  test('that comes before the rest is on show, the call is what it acts on', () => {
    report?.([{ name: 'keydown', duration: 104 }])
    desk.press('KeyQ')
    const [first] = desk.view.moves.filter(({ move }) => move.by === 'customer')
    const [made] = desk.press('KeyQ')
    expect(made).toMatchObject({ type: 'MoveMade', move: first?.id })
    wait(40)
    expect(showsAll()).toBe(true)
  })
})
