import { screen } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import type { Command } from '../../src/core/events.ts'
import words from '../../src/i18n/zh-Hans.json' with { type: 'json' }
import { packOf } from '../engine/support.ts'
import { Desk } from './panel-desk.tsx'

const pack = packOf('telecom')
const CLOSE = ['stage.apologise', 'stage.improve', 'stage.thank']
const say = (line: string): Command => ({ type: 'SayLine', line, wording: 0, via: 'search' })

const outcome = (name: string) => screen.getByRole('button', { name })
const reasons = () => screen.queryByRole('group', { name: words.end.reason })

describe('[E1] ending without the caring close', () => {
  test('says what it still lacks, and does not end without a reason', async () => {
    const desk = await Desk.open({ pack })
    desk.press('Digit0')
    const lacks = desk.view.ending.lacks.map(({ zh }) => zh).join('、')
    expect(screen.getByText(`关怀收尾还差：${lacks}`)).toBeVisible()
    expect(desk.press('Enter')).toEqual([])
    expect(screen.getByText(words.end.needs)).toBeVisible()
  })

  test('ends with the reason that is chosen by its key', async () => {
    const desk = await Desk.open({ pack })
    desk.press('Digit0', 'KeyW')
    expect(outcome(words.reason['line-dropped'])).toHaveAttribute('aria-pressed', 'true')
    expect(desk.press('Enter')[0]).toMatchObject({ type: 'CallEnded', reason: 'line-dropped' })
  })

  test('[E2] fills in the outcome that goes with the reason, until the agent chooses another', async () => {
    const desk = await Desk.open({ pack })
    desk.press('Digit0', 'KeyQ')
    expect(outcome(words.outcome.abandoned)).toHaveAttribute('aria-pressed', 'true')
    desk.press('KeyR')
    expect(outcome(words.outcome.police)).toHaveAttribute('aria-pressed', 'true')
    desk.press('Digit2', 'KeyQ')
    expect(desk.press('Enter')[0]).toMatchObject({ type: 'CallEnded', outcome: 'follow-up', reason: 'customer-left' })
  })

  test('goes back to make the close with one key', async () => {
    const desk = await Desk.open({ pack })
    desk.press('Digit0')
    expect(desk.press('KeyC')).toContainEqual(expect.objectContaining({ type: 'StageEntered', stage: 'care' }))
    expect(screen.queryByRole('region', { name: words.strips.end })).not.toBeInTheDocument()
  })
})

describe('[E2] ending with the caring close made', () => {
  test('asks for nothing that is known: the outcome is chosen, no reason is asked for, Enter ends', async () => {
    const desk = await Desk.open({ pack, after: CLOSE.map(say) })
    desk.press('Digit0')
    expect(outcome(words.outcome.settled)).toHaveAttribute('aria-pressed', 'true')
    expect(reasons()).not.toBeInTheDocument()
    expect(desk.press('Enter')[0]).toMatchObject({ type: 'CallEnded', outcome: 'settled' })
  })

  test('lets the agent choose another outcome', async () => {
    const desk = await Desk.open({ pack, after: CLOSE.map(say) })
    expect(desk.press('Digit0', 'Digit3', 'Enter')[0]).toMatchObject({ type: 'CallEnded', outcome: 'escalated' })
  })
})

describe('after the end', () => {
  const ended: readonly Command[] = [...CLOSE.map(say), { type: 'EndCall', outcome: 'follow-up' }]

  test('the panel tells how it went', async () => {
    await Desk.open({ pack, after: ended })
    expect(screen.getByRole('heading', { name: words.wrapUp.title })).toBeVisible()
    expect(screen.getByText(words.outcome['follow-up'])).toBeVisible()
  })

  test('z takes the end back', async () => {
    const desk = await Desk.open({ pack, after: ended })
    desk.press('KeyZ')
    expect(desk.view.ended).toBeUndefined()
    expect(screen.getByRole('region', { name: words.card.label })).toBeVisible()
  })

  test('n and h begin the next call, and Escape leads home', async () => {
    const desk = await Desk.open({ pack, after: ended })
    desk.press('KeyN', 'KeyH', 'Escape')
    expect(desk.onNext.mock.calls).toEqual([['phone'], ['hall']])
    expect(desk.onHome).toHaveBeenCalledOnce()
  })
})
