import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, describe, expect, test } from 'vitest'
import english from '../../src/i18n/standing/en.json' with { type: 'json' }
import words from '../../src/i18n/standing/zh-Hans.json' with { type: 'json' }
import type { Language } from '../../src/store/settings.ts'
import { packOf } from '../engine/support.ts'
import { Desk } from './panel-desk.tsx'

const pack = packOf('telecom')
beforeAll(() => import('../../src/app/panel/strips/standing-strip.tsx'), 60_000)

async function openStrip(language: Language = 'zh-Hans') {
  const desk = await Desk.open({ pack, language })
  desk.press('Quote')
  const title = language === 'en' ? english.standing.title : words.standing.title
  return { desk, strip: within(await screen.findByRole('region', { name: title })) }
}

describe('[M4] [A6] the strip of class and promises', () => {
  test('promises by a digit what the agent may, and closes', async () => {
    const { desk, strip } = await openStrip()
    const entry = strip.getByRole('button', { name: /48小时内回复/ })
    expect(desk.press(codeOf(entry))).toMatchObject([{ type: 'PromiseMade', promise: 'reply-48h', line: '' }])
    expect(screen.queryByRole('region', { name: words.standing.title })).not.toBeInTheDocument()
    expect(desk.view.promises).toMatchObject([{ promise: 'reply-48h', status: 'open' }])
  })

  test('says whose promise it is where it is not the agent’s, and makes none', async () => {
    const { desk, strip } = await openStrip()
    const entry = strip.getByRole('button', { name: /酌情话费补贴/ })
    expect(entry).toHaveTextContent('归店面经理、班组长定')
    expect(desk.press(codeOf(entry))).toEqual([])
    expect(screen.getByRole('region', { name: words.standing.title })).toBeVisible()
  })

  test('takes a promise in the agent’s words, due when they say', async () => {
    const { desk } = await openStrip()
    desk.press('Digit0')
    await userEvent.keyboard('明天下午回您电话{Enter}')
    const [promise] = desk.view.promises
    expect(promise?.what.zh).toBe('明天下午回您电话')
    const due = new Date((promise?.due ?? 0) + 8 * 3_600_000).toISOString()
    expect(due.slice(11, 16)).toBe('00:00')
    expect((promise?.due ?? 0) - Date.now()).toBeGreaterThan(24 * 3_600_000)
  })

  test('notes what only the agent can know, by one key and back, and the class follows', async () => {
    const { desk, strip } = await openStrip()
    const flag = strip.getByRole('button', { name: /惊动媒体/ })
    expect(desk.press(codeOf(flag))).toMatchObject([{ type: 'CaseFactNoted', fact: 'grave', value: true }])
    expect(flag).toHaveAttribute('aria-pressed', 'true')
    expect(desk.view.standing).toMatchObject({ classes: [{ zh: '重大投诉' }], urgent: true, hours: 24 })
    expect(desk.press(codeOf(flag))).toMatchObject([{ type: 'CaseFactNoted', fact: 'grave' }])
    expect(desk.view.standing).toMatchObject({ urgent: false })
    desk.press(codeOf(strip.getByRole('button', { name: /市级以上媒体/ })))
    expect(desk.view.standing?.classes.map(({ zh }) => zh)).toContain('越级投诉')
  })

  test('speaks English', async () => {
    const { strip } = await openStrip('en')
    expect(strip.getByText(english.standing.promises)).toBeVisible()
    expect(strip.getByRole('button', { name: /A reply within 48 hours/ })).toBeVisible()
  })
})

/** The code of the key that a button shows. */
function codeOf(button: HTMLElement): string {
  const key = button.getAttribute('aria-keyshortcuts') ?? ''
  return /^\d$/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`
}
