import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test } from 'vitest'
import words from '../../src/i18n/zh-Hans.json' with { type: 'json' }
import { packOf } from '../engine/support.ts'
import { Desk } from './panel-desk.tsx'

const pack = packOf('telecom')
let desk: Desk

beforeEach(async () => {
  desk = await Desk.open({ pack })
})

const typesOf = (facts: readonly { readonly type: string }[]) => facts.map(({ type }) => type)

describe('[K1] by keyboard', () => {
  test('1 says the line on the card, and 4 says it in the agent’s own words', () => {
    expect(desk.press('Digit1')[0]).toMatchObject({ type: 'LineSaid', line: 'phone.greet', wording: 0, via: 'card' })
    expect(desk.press('Digit4')[0]).toMatchObject({ type: 'LineSaid', wording: 'own', text: '' })
  })

  test('2 puts another wording on the card, and 3 the short one', () => {
    const { card } = desk.view
    desk.press('Digit2')
    expect(screen.getByText(card.wordings[1] ?? '')).toBeVisible()
    desk.press('Digit3')
    expect(screen.getByText(card.wordings.at(-1) ?? '')).toBeVisible()
  })

  test('a, s and d tick steps off, and take the tick back', () => {
    const [step] = desk.view.steps
    expect(desk.press('KeyA')[0]).toMatchObject({ type: 'StepDone', step: step?.id })
    expect(desk.press('KeyA')[0]).toMatchObject({ type: 'StepReopened', step: step?.id })
  })

  test('q to p make the moves as they stand on the panel', () => {
    expect(desk.press('KeyQ')[0]).toMatchObject({ type: 'MoveMade', move: 'customer.states-problem' })
  })

  test('[ and ] shift the temper, , and . the stage', () => {
    expect(typesOf(desk.press('BracketRight'))).toContain('TemperShifted')
    expect(typesOf(desk.press('BracketLeft'))).toContain('TemperShifted')
    expect(desk.press('Period')).toContainEqual(expect.objectContaining({ type: 'StageEntered', stage: 'verify' }))
    expect(desk.press('Comma')).toContainEqual(expect.objectContaining({ type: 'StageEntered', stage: 'contact' }))
  })

  test('z takes the last step back', () => {
    desk.press('KeyQ')
    expect(typesOf(desk.press('KeyZ'))).toEqual(['Undone'])
  })

  test.each([
    ['KeyG', words.strips.scenarios],
    ['KeyX', words.strips.emergency],
    ['KeyC', words.strips.profile],
    ['KeyN', words.strips.note],
    ['KeyV', words.strips.source],
    ['KeyL', words.strips.settings],
    ['Digit0', words.strips.end],
  ])('%s opens “%s”, and Escape closes it', (code, name) => {
    desk.press(code)
    expect(screen.getByRole('region', { name })).toBeVisible()
    desk.press('Escape')
    expect(screen.queryByRole('region', { name })).not.toBeInTheDocument()
  })

  test('/ opens the search, and ? the key map', async () => {
    desk.press('Slash')
    const box = await screen.findByRole('combobox', { name: words.strips.search })
    await waitFor(() => expect(box).toHaveFocus())
    desk.press('Escape', { code: 'Slash', shiftKey: true })
    expect(screen.getByRole('region', { name: words.strips.keymap })).toBeVisible()
  })
})

describe('[K1] a key does nothing', () => {
  test('while a character is being composed', () => {
    expect(desk.press({ code: 'Digit1', isComposing: true })).toEqual([])
  })

  test.each(['ctrlKey', 'metaKey', 'altKey', 'repeat'])('with %s', (held) => {
    expect(desk.press({ code: 'Digit1', [held]: true })).toEqual([])
  })

  test('while typing in a field', async () => {
    desk.press('KeyN')
    await userEvent.type(screen.getByRole('textbox'), '1q')
    expect(screen.getByRole('textbox')).toHaveValue('1q')
    expect(desk.session.snapshot().call.state.said).toEqual([])
  })

  test('under an open strip', () => {
    desk.press('KeyV')
    expect(desk.press('Digit1', 'KeyQ')).toEqual([])
  })
})

describe('[K1] with a Chinese input method on', () => {
  test('the place of the key counts, where nothing can be typed', () => {
    expect(typesOf(desk.press({ code: 'Digit1', key: 'Process', keyCode: 229 }))).toContain('LineSaid')
  })
})

describe('[K2] the focus', () => {
  test('stays where it is, whatever happens in the call', () => {
    desk.press('Digit1', 'KeyQ', 'KeyA', 'BracketRight', 'KeyM', 'KeyM')
    desk.does({ type: 'StartScenario', scenario: 'media-visit' })
    expect(document.body).toHaveFocus()
  })

  test('goes to a field only when the agent asks for it, and comes back', () => {
    desk.press('KeyC')
    expect(screen.getByRole('textbox', { name: words.profile.surname })).toHaveFocus()
    desk.press('Escape')
    expect(document.body).toHaveFocus()
  })
})

describe('with the pointer', () => {
  test('every button does what its key does', async () => {
    await userEvent.click(screen.getByRole('button', { name: words.card.say }))
    expect(desk.view.card.said).toBe(true)
    await userEvent.click(screen.getByRole('button', { name: pack.moves['customer.states-problem']?.title.zh ?? '' }))
    expect(desk.view.front.state).toBe('identify')
    await userEvent.click(screen.getByRole('button', { name: words.footer.undo }))
    expect(desk.view.front.state).toBe('greet')
  })

  test('every button names its key to assistive technology', () => {
    const buttons = screen.getAllByRole('button').filter((button) => button.querySelector('kbd'))
    expect(buttons.length).toBeGreaterThan(20)
    for (const button of buttons) expect(button).toHaveAttribute('aria-keyshortcuts', button.querySelector('kbd')?.textContent ?? '')
  })
})
