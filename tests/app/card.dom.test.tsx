import { screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import type { Command } from '../../src/core/events.ts'
import words from '../../src/i18n/zh-Hans.json' with { type: 'json' }
import { packOf } from '../engine/support.ts'
import { Desk } from './panel-desk.tsx'

const pack = packOf('telecom')
const move = (id: string): Command => ({ type: 'MakeMove', move: id })
const step = (id: string): Command => ({ type: 'DoStep', step: id })
const problemStated = move('customer.states-problem')

const card = () => screen.getByRole('region', { name: words.card.label })

describe('the card says why it stands in', () => {
  test('not at all when it is the script’s own line', async () => {
    await Desk.open({ pack })
    expect(card()).toHaveAttribute('data-kind', 'script')
    for (const reason of [words.card.danger, words.card.promise, words.card.temper, words.card.bridge]) {
      expect(within(card()).queryByText(reason)).not.toBeInTheDocument()
    }
  })

  test('[C1] for a danger, which the band names together with the way back', async () => {
    await Desk.open({ pack, after: [{ type: 'StartScenario', scenario: 'media-visit' }] })
    expect(within(card()).getByText(words.card.danger)).toBeVisible()
    const title = pack.scenarios['media-visit']?.title.zh
    expect(screen.getByText(`紧急：${title}`)).toBeVisible()
    expect(screen.getByText(`结束后回到：${words.scenario.journey} · ${pack.stages.contact.title.zh}`)).toBeVisible()
  })

  test('[C3] for an answer that is owed to anger', async () => {
    await Desk.open({ pack, after: [problemStated, step('verify-identity'), { type: 'ShiftTemper', direction: 'up' }] })
    expect(within(card()).getByText(words.card.temper)).toBeVisible()
  })

  test('[C4] for something that has to come first', async () => {
    await Desk.open({ pack, after: [problemStated, step('verify-identity'), move('customer.waits')] })
    expect(within(card()).getByText(words.card.bridge)).toBeVisible()
    expect(within(card()).getByText(pack.requirements.acknowledged.title.zh)).toBeVisible()
  })
})

describe('the card', () => {
  test('announces its purpose and its words politely, and nothing besides', async () => {
    const desk = await Desk.open({ pack })
    const announced = card().querySelector('[aria-live="polite"]')
    const { line, wordings } = desk.view.card
    expect(announced).toHaveTextContent(`${line.purpose.zh}${wordings[0]}`)
    expect(announced).toHaveAttribute('aria-atomic', 'true')
  })

  test('says that it was said, and what to wait for', async () => {
    const desk = await Desk.open({ pack })
    desk.press('Digit1')
    expect(within(card()).getByText(words.card.said)).toBeVisible()
  })

  test('[K4] muted hides its words and says how to bring them back; steps and moves go on', async () => {
    const desk = await Desk.open({ pack })
    const [wording = ''] = desk.view.card.wordings
    desk.press('KeyM')
    expect(screen.queryByText(wording)).not.toBeInTheDocument()
    expect(within(card()).getByText('已静音，按 m 恢复')).toBeVisible()
    expect(desk.press('KeyQ')[0]).toMatchObject({ type: 'MoveMade' })
    desk.press('KeyM')
    expect(screen.getByText(desk.view.card.wordings[0] ?? '')).toBeVisible()
  })
})

describe('[K3] what is closed', () => {
  test('is shown with the reason, and says it again when its key is pressed', async () => {
    const desk = await Desk.open({ pack, after: [problemStated] })
    const closed = desk.view.moves.find((each) => each.closed)
    if (!closed?.closed) throw new Error('a finding is closed before anything has been looked up')
    const key = screen.getByRole('button', { name: new RegExp(closed.move.title.zh) })
    expect(key).toHaveAttribute('aria-disabled', 'true')
    expect(within(key).getByText(closed.closed.zh)).toBeVisible()

    expect(desk.press(`Key${key.getAttribute('aria-keyshortcuts')?.toUpperCase()}`)).toEqual([])
    expect(screen.getByText(`不行：${closed.closed.zh}`)).toBeVisible()
  })
})
