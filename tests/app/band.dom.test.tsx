import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test, vi } from 'vitest'
import words from '../../src/i18n/zh-Hans.json' with { type: 'json' }
import { packOf } from '../engine/support.ts'
import { Desk } from './panel-desk.tsx'

const pack = packOf('telecom')

describe('the band under the header', () => {
  test('says what the call is about', async () => {
    const desk = await Desk.open({ pack })
    expect(screen.getByText(words.band.empty)).toBeVisible()
    desk.does({ type: 'ChangeProfile', profile: { matter: '流量费', demand: '三倍赔偿' } })
    expect(screen.getByText(/流量费/)).toBeVisible()
    expect(screen.getByText(/三倍赔偿/)).toBeVisible()
  })

  test('[R7] says that the call is kept in memory only, and offers it as a file', async () => {
    const saved = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
    const desk = await Desk.open({ pack, problem: 'denied' })
    Object.assign(URL, { createObjectURL: () => 'blob:log', revokeObjectURL() {} })
    expect(screen.getByText(words.notice['storage-denied'])).toBeVisible()
    expect(screen.getByText(words.header.memory)).toBeVisible()

    await userEvent.click(screen.getByRole('button', { name: words.notice.export }))
    expect(saved.mock.contexts).toMatchObject([{ download: desk.session.exportLog().name, href: 'blob:log' }])
  })

  test('gives a danger its place before anything about the log', async () => {
    await Desk.open({ pack, problem: 'full', after: [{ type: 'StartScenario', scenario: 'media-visit' }] })
    expect(screen.getByText(/^紧急：/)).toBeVisible()
    expect(screen.queryByText(words.notice['storage-full'])).not.toBeInTheDocument()
  })
})
