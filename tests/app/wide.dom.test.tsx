import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import words from '../../src/i18n/zh-Hans.json' with { type: 'json' }
import { packOf } from '../engine/support.ts'
import { Desk } from './panel-desk.tsx'

const pack = packOf('telecom')

test('a wide window has room for each checkpoint in words, and for what was said so far', async () => {
  const desk = await Desk.open({ pack, wide: true })
  for (const { zh } of desk.view.checkpoints.map(({ title }) => title)) expect(screen.getByText(zh)).toBeVisible()

  const [wording = ''] = desk.view.card.wordings
  desk.press('Digit1')
  expect(within(await screen.findByRole('region', { name: words.wide.story })).getByText(wording)).toBeVisible()
})

test('a narrow one shows neither', async () => {
  await Desk.open({ pack })
  expect(screen.queryByRole('region', { name: words.wide.story })).not.toBeInTheDocument()
})
