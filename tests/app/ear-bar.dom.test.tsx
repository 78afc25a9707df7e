import { screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Findings, NOTHING_FOUND, type Speaker } from '../../src/core/heard.ts'
import words from '../../src/i18n/zh-Hans.json' with { type: 'json' }
import { found, packOf } from '../engine/support.ts'
import { Desk } from './panel-desk.tsx'

const pack = packOf('telecom')
let desk: Desk
let turns = 0

beforeEach(async () => {
  desk = await Desk.open({ pack })
})

function hear(who: Speaker, text: string, findings: Partial<Findings> = {}): void {
  desk.does({ type: 'Hear', turn: `turn-${++turns}`, who, text, findings: { ...NOTHING_FOUND, ...findings } })
}

const bar = () => within(screen.getByRole('region', { name: words.ear.label }))

test('a panel that hears nothing has no place for it', () => {
  expect(screen.queryByRole('region', { name: words.ear.label })).toBeNull()
})

test('what was said stands there, with what it was taken as and the key that takes it back', () => {
  hear('customer', '我的宽带断了', { moves: [found('customer.states-problem')] })
  expect(bar().getByText('我的宽带断了')).toBeVisible()
  expect(bar().getByText(pack.moves['customer.states-problem']?.title.zh ?? '')).toBeVisible()
  expect(desk.press('KeyZ')).toContainEqual(expect.objectContaining({ type: 'Undone' }))
  expect(bar().queryByText(words.ear.taken)).toBeNull()
})

describe('a question', () => {
  const title = pack.scenarios['fee-dispute']?.title.zh ?? ''
  beforeEach(() => hear('customer', '记一笔钱', { scenarios: [found('fee-dispute', 0.7)] }))

  test('quotes the words that caused it', () => {
    expect(bar().getByText(`${title}？`)).toBeVisible()
    expect(bar().getByText('记')).toBeVisible()
  })

  test('is answered by f, h or j', () => {
    expect(desk.press('KeyF')).toContainEqual(expect.objectContaining({ type: 'ScenarioStarted', scenario: 'fee-dispute' }))
    expect(bar().queryByText(`${title}？`)).toBeNull()
  })

  test.each([
    ['KeyH', 'later'],
    ['KeyJ', 'dismiss'],
  ])('%s says %s', (key, answer) => {
    expect(desk.press(key)).toEqual([expect.objectContaining({ type: 'SuggestionAnswered', answer })])
  })

  test('is silent while muted, and its keys too', () => {
    desk.press('KeyM')
    expect(bar().queryByText(`${title}？`)).toBeNull()
    expect(desk.press('KeyF')).toEqual([])
  })
})

test('a danger is asked even while muted, before anything else', () => {
  desk.press('KeyM')
  hear('customer', '记不想活了', { signals: [found('self-harm')] })
  expect(bar().getByText(words.ear.acceptDanger)).toBeVisible()
  expect(desk.press('KeyF')).toContainEqual(expect.objectContaining({ type: 'Interrupted', scenario: 'self-harm' }))
})

test('a slip shows the words, why, and what to say instead', () => {
  const swap = Object.values(pack.swaps)[0]
  const [piece = ''] = swap?.match ?? []
  hear('agent', `先生${piece}`)
  expect(bar().getByText(words.violation[swap?.violation ?? 'cold'])).toBeVisible()
  expect(bar().getByText(piece)).toBeVisible()
  expect(bar().getByText(swap?.instead ?? '')).toBeVisible()
})

test('[H13] a question behind a slip can be seen before it is answered', () => {
  const title = `${pack.scenarios['fee-dispute']?.title.zh}？`
  hear('customer', '记一笔钱', { scenarios: [found('fee-dispute', 0.7)] })
  hear('agent', '记不归我管', { violations: [found('cold')] })
  expect(bar().getByText(words.violation.cold)).toBeVisible()
  expect(bar().queryByText(title)).toBeNull()
  expect(desk.press('KeyF')).toEqual([])
})

test('the attention that was asked for is shown beside what it may come to', () => {
  hear('customer', '记一笔钱', { scenarios: [found('fee-dispute', 0.7)] })
  expect(bar().getByRole('img', { name: words.ear.budget.replace('{{used}}', '1').replace('{{of}}', '4') })).toBeVisible()
})
