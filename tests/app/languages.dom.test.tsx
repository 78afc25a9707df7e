import { screen } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { traditional } from '../../src/compiler/traditional.ts'
import english from '../../src/i18n/en.json' with { type: 'json' }
import { packOf } from '../engine/support.ts'
import { Desk } from './panel-desk.tsx'

const pack = packOf('telecom')

describe('in English', () => {
  test('the interface and the titles are English, and the line stays as it was approved', async () => {
    const desk = await Desk.open({ pack, language: 'en' })
    expect(screen.getByRole('button', { name: english.card.say })).toBeVisible()
    expect(screen.getByText(pack.moves['customer.states-problem']?.title.en ?? '')).toBeVisible()
    expect(screen.getByText(desk.view.card.wordings[0] ?? '')).toHaveAttribute('lang', 'zh-Hans')
  })
})

describe('in Traditional Chinese', () => {
  test('titles and lines are shown in Traditional script, and what is logged is the line itself', async () => {
    const desk = await Desk.open({ pack, language: 'zh-Hant', dictionary: traditional(pack) })
    const line = screen.getByText(/您好，我是/)
    expect(line).toHaveAttribute('lang', 'zh-Hant')
    expect(line).toHaveTextContent('什麼事')
    expect(desk.press('Digit1')[0]).toMatchObject({ type: 'LineSaid', text: desk.view.card.wordings[0] })
  })
})
