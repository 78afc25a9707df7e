import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { fill, wordingsOf } from '../../src/core/lines.ts'
import { DANGERS, type Danger } from '../../src/core/vocabulary.ts'
import words from '../../src/i18n/zh-Hans.json' with { type: 'json' }
import { packOf } from '../engine/support.ts'
import { Desk } from './panel-desk.tsx'

const pack = packOf('telecom')
let desk: Desk

beforeEach(async () => {
  desk = await Desk.open({ pack })
})

const titleOf = (scenario: string) => pack.scenarios[scenario]?.title.zh ?? ''

/** The key that stands on an entry of the scenario strip. */
function codeOf(name: RegExp): string {
  const strip = within(screen.getByRole('region', { name: words.strips.scenarios }))
  const shortcut = strip.getByRole('button', { name }).getAttribute('aria-keyshortcuts') ?? ''
  return /\d/.test(shortcut) ? `Digit${shortcut}` : `Key${shortcut.toUpperCase()}`
}

describe('the scenario strip', () => {
  test('opens a scenario by its group’s digit and its letter', () => {
    desk.press('KeyG', 'Digit2')
    desk.press(codeOf(new RegExp(titleOf('card-used-code'))))
    expect(desk.view.front.machine).toBe('card-used-code')
  })

  test('brings an open one to the front again, and puts the front one down', () => {
    desk.does({ type: 'StartScenario', scenario: 'hard-line' })
    desk.does({ type: 'StartScenario', scenario: 'agitated' })
    desk.press('KeyG')
    desk.press(codeOf(new RegExp(`^${titleOf('hard-line')}`)))
    expect(desk.view.front.machine).toBe('hard-line')
    desk.press('KeyG', 'Backspace')
    expect(desk.view.scenarios.map(({ id }) => id)).toEqual(['agitated'])
  })

  test('leads back to the usual course and leaves the scenario open', () => {
    desk.does({ type: 'StartScenario', scenario: 'hard-line' })
    desk.press('KeyG', 'Digit0')
    expect(desk.view.front.machine).toBe('journey')
    expect(desk.view.scenarios).toMatchObject([{ id: 'hard-line', status: 'open' }])
  })
})

describe('the emergency strip', () => {
  test('lists the dangers of the pack, the most urgent first, and raises one with one key', () => {
    desk.press('KeyX')
    const strip = screen.getByRole('region', { name: words.strips.emergency })
    const listed = within(strip)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent ?? '')
    const urgency = (text: string) => DANGERS.findIndex((danger: Danger) => text.includes(words.danger[danger]))
    expect(listed.map(urgency)).toEqual(listed.map(urgency).sort((a, b) => a - b))
    desk.press('Digit1')
    expect(desk.view.danger).toBeDefined()
  })

  test('stands a danger down', () => {
    desk.does({ type: 'StartScenario', scenario: 'media-visit' })
    desk.press('KeyX', 'Backspace')
    expect(desk.view.danger).toBeUndefined()
  })
})

describe('the profile strip', () => {
  test('takes the surname as it is typed, and everything else by one key after Enter', async () => {
    desk.press('KeyC')
    await userEvent.type(screen.getByRole('textbox', { name: words.profile.surname }), '王')
    desk.press('Enter', 'Digit1', 'KeyW', 'KeyA', 'KeyV')
    await userEvent.type(screen.getByRole('textbox', { name: words.profile.matter }), '流量费')
    expect(desk.session.snapshot().call.state.profile).toEqual({
      surname: '王',
      title: pack.profile.titles[0]?.id,
      tier: pack.profile.tiers[1]?.id,
      brand: pack.profile.brands[0]?.id,
      matter: '流量费',
    })
    expect(screen.getByText('王女士')).toBeVisible()
  })

  test('takes a choice back when it is chosen again, and a text when it is emptied', async () => {
    desk.does({ type: 'ChangeProfile', profile: { surname: '王', title: 'ms' } })
    desk.press('KeyC', 'Digit1')
    await userEvent.clear(screen.getByRole('textbox', { name: words.profile.surname }))
    expect(desk.session.snapshot().call.state.profile).toEqual({})
  })

  test('changes the channel', () => {
    desk.press('KeyC', 'Enter', 'KeyX')
    expect(desk.view.channel).toBe('hall')
  })
})

describe('the note strip', () => {
  test('keeps what is written, and closes on Enter', async () => {
    desk.press('KeyN')
    await userEvent.type(screen.getByRole('textbox'), '明天再打')
    desk.press('Enter')
    expect(desk.session.snapshot().call.state.note).toBe('明天再打')
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument()
  })
})

describe('the search strip', () => {
  // What the search knows of the script is made when it is first loaded here; in a build it is there already.
  beforeAll(() => import('../../src/app/panel/strips/search-strip.tsx'), 60_000)

  test('marks the chosen line as said in the wording on show', async () => {
    desk.press('Slash')
    const field = await screen.findByRole('combobox')
    await userEvent.type(field, '记下{ArrowDown}')
    const chosen = screen.getByRole('option', { selected: true })
    const found = chosen.textContent
    await userEvent.keyboard('{ArrowRight}')
    const shown = document.querySelector('p[aria-live]')?.textContent ?? ''
    await userEvent.keyboard('{Enter}')
    const [said] = desk.session.snapshot().call.state.said
    const line = pack.lines[said?.line ?? '']
    expect(found).toContain(line?.purpose.zh)
    const words = fill(pack, line && typeof said?.wording === 'number' ? (wordingsOf(line)[said.wording] ?? '?') : '?', { profile: {} })
    expect(shown).toContain(words)
    expect(found).not.toContain(words)
  })

  test('says so when nothing is found', async () => {
    desk.press('Slash')
    await userEvent.type(await screen.findByRole('combobox'), '量子纠缠态')
    expect(screen.getByText(words.search.none)).toBeVisible()
  })

  test('shows the wording that was found, marked, and says that one', async () => {
    const line = pack.lines['hard-line.reply']
    const [, second = ''] = line?.say ?? []
    desk.press('Slash')
    await userEvent.type(await screen.findByRole('combobox'), second.replaceAll(/\{[a-z]+\}|[^\p{L}\p{N}]/gu, ''))
    const [first] = screen.getAllByRole('option')
    expect(first?.querySelectorAll('mark').length).toBeGreaterThan(0)
    await userEvent.keyboard('{Enter}')
    expect(desk.session.snapshot().call.state.said).toMatchObject([{ line: 'hard-line.reply', wording: 1 }])
  })

  test('finds by letters what the scenario in front says before others, and marks nothing before anything is typed', async () => {
    desk.does({ type: 'StartScenario', scenario: 'hard-line' })
    desk.press('Slash')
    const field = await screen.findByRole('combobox')
    const own = () => new Set(Object.values(pack.machines['hard-line']?.states ?? {}).flatMap(({ say }) => say.map(({ line }) => line)))
    expect(screen.getAllByRole('option')[0]).toHaveTextContent(pack.lines[[...own()][0] ?? '']?.purpose.zh ?? '?')
    expect(document.querySelector('mark')).toBeNull()
    await userEvent.type(field, 'nin')
    await userEvent.keyboard('{Enter}')
    expect(own()).toContain(desk.session.snapshot().call.state.said[0]?.line)
  })
})

describe('the source strip', () => {
  test('tells where the line comes from and how long it may be said', () => {
    desk.press('KeyV')
    const { line } = desk.view.card
    expect(screen.getByText(line.edition)).toBeVisible()
    expect(screen.getByText(line.expires ?? words.source.noExpiry)).toBeVisible()
  })

  test('tells where to look, what each finding means, and a hint or two', () => {
    desk.does({ type: 'StartScenario', scenario: 'denies-sp' })
    desk.press('KeyV')
    const { steps, moves } = desk.view
    const how = steps.flatMap(({ id }) => pack.steps[id]?.how?.zh ?? [])
    const means = moves.flatMap(({ move }) => move.means?.zh ?? [])
    expect(how.length + means.length).toBeGreaterThan(0)
    for (const note of [...how, ...means]) expect(screen.getByText(note)).toBeVisible()
    const hints = within(screen.getByRole('list', { name: words.source.hints })).getAllByRole('listitem')
    expect(hints.length).toBeGreaterThan(0)
    expect(hints.length).toBeLessThanOrEqual(3)
  })
})
