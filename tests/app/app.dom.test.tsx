import { act, cleanup, render, screen } from '@testing-library/react'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { App } from '../../src/app/app.tsx'
import { type SessionHome, startSession } from '../../src/app/panel/session.ts'
import { SettingsContext } from '../../src/app/settings-context.ts'
import type { UpdateOffer } from '../../src/app/update.ts'
import { WordsProvider } from '../../src/app/words.tsx'
import { createI18n } from '../../src/i18n/i18n.ts'
import words from '../../src/i18n/zh-Hans.json' with { type: 'json' }
import { openSettings } from '../../src/store/settings.ts'
import { MONDAY, packOf } from '../engine/support.ts'
import { lonelyHome, pressKey, stubWindow } from './panel-desk.tsx'

const pack = packOf('telecom')
const HOUR = 3_600_000
let home: SessionHome

beforeEach(() => {
  stubWindow()
  home = lonelyHome(MONDAY)
})

async function open(at: SessionHome = home, updates?: UpdateOffer): Promise<void> {
  await act(async () => {
    render(
      <WordsProvider i18n={createI18n()}>
        <SettingsContext value={openSettings(null)}>
          <App home={at} pack={pack} {...(updates ? { updates } : {})} />
        </SettingsContext>
      </WordsProvider>,
    )
  })
}

/** Lets what a key has set going come to rest. */
async function press(code: string): Promise<void> {
  pressKey({ code })
  await act(async () => {})
}

/** A call that was begun and never ended. */
async function leaveUnfinished(surname: string): Promise<void> {
  const session = startSession(home, pack, { channel: 'phone', profile: { surname, title: 'ms' } })
  await session.flushed()
}

const card = () => screen.queryByRole('region', { name: words.card.label })

describe('the start page', () => {
  test.each([
    ['KeyN', words.channel.phone],
    ['KeyH', words.channel.hall],
  ])('%s begins a call by %s', async (code, channel) => {
    await open()
    await press(code)
    expect(card()).toBeVisible()
    expect(screen.getByText(channel)).toBeVisible()
  })

  test('d shows the demo, and Escape leads back', async () => {
    await open()
    await press('KeyD')
    expect(await screen.findByRole('region', { name: words.demo.title })).toBeVisible()
    await press('Escape')
    expect(screen.getByRole('navigation', { name: words.start.choose })).toBeVisible()
  })

  test('l opens the settings, whose keys then come before those of the page', async () => {
    await open()
    await press('KeyL')
    await screen.findByRole('button', { name: words.theme.dark })
    await press('KeyD')
    expect(screen.getByRole('button', { name: words.theme.dark })).toHaveAttribute('aria-pressed', 'true')
    await press('Escape')
    expect(screen.queryByRole('button', { name: words.theme.dark })).not.toBeInTheDocument()
  })

  test('offers a new version, and takes it on u', async () => {
    const apply = vi.fn()
    await open(home, { subscribe: () => () => {}, available: () => true, apply })
    expect(screen.getByRole('button', { name: words.start.update })).toBeVisible()
    await press('KeyU')
    expect(apply).toHaveBeenCalledOnce()
  })
})

describe('a call that was cut off', () => {
  test('goes on by itself when the panel is opened again', async () => {
    await leaveUnfinished('王')
    await open()
    expect(card()).toBeVisible()
    expect(screen.getByText('王女士')).toBeVisible()
  })

  test('waits on the start page when it is from another shift, and goes on with its digit', async () => {
    await leaveUnfinished('李')
    await open({ ...home, clock: () => MONDAY + 12 * HOUR })
    expect(card()).not.toBeInTheDocument()
    expect(screen.getByRole('button', { name: /李女士/ })).toBeVisible()
    await press('Digit1')
    expect(card()).toBeVisible()
  })

  test('is not offered any more once it has ended', async () => {
    await open()
    for (const code of ['KeyN', 'Digit0', 'KeyQ', 'Enter']) await press(code)
    expect(await screen.findByRole('heading', { name: words.wrapUp.title })).toBeVisible()
    cleanup()
    await open()
    expect(screen.queryByRole('region', { name: words.start.unfinished })).not.toBeInTheDocument()
  })
})

describe('[R6] in a second window', () => {
  test('the call can only be looked at, until it is taken over with t', async () => {
    await leaveUnfinished('王')
    const acquireWriter: SessionHome['acquireWriter'] = async (_call, how) =>
      how === 'steal' ? { exclusive: true, release() {} } : undefined
    await open({ ...home, acquireWriter })
    expect(screen.getByText(words.notice['other-tab-writes'])).toBeVisible()
    await press('Digit1')
    expect(screen.queryByText(words.card.said)).not.toBeInTheDocument()

    await press('KeyT')
    expect(screen.queryByText(words.notice['other-tab-writes'])).not.toBeInTheDocument()
    await press('Digit1')
    expect(screen.getByText(words.card.said)).toBeVisible()
  })
})
