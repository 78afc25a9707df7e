import { screen, within } from '@testing-library/react'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Command } from '../../src/core/events.ts'
import english from '../../src/i18n/concessions/en.json' with { type: 'json' }
import words from '../../src/i18n/concessions/zh-Hans.json' with { type: 'json' }
import type { Language } from '../../src/store/settings.ts'
import { packOf } from '../engine/support.ts'
import { Desk } from './panel-desk.tsx'

const pack = packOf('telecom')
beforeAll(() => import('../../src/app/panel/strips/concession-strip.tsx'), 60_000)

const say = (line: string): Command => ({ type: 'SayLine', line, wording: 0, via: 'search' })
const NEGOTIATING: readonly Command[] = [say('bridge.acknowledge'), { type: 'GoToStage', stage: 'negotiate' }]
const OVERCHARGED: readonly Command[] = [
  say('bridge.acknowledge'),
  { type: 'StartScenario', scenario: 'fee-dispute' },
  { type: 'DoStep', step: 'verify-identity' },
  { type: 'DoStep', step: 'compare-fee-items' },
  { type: 'MakeMove', move: 'finding.overcharged' },
  { type: 'MakeMove', move: 'finding.fee-double' },
  { type: 'NoteRefund', yuan: 300 },
]
const wordingOf = (line: string, wording = 0) => pack.lines[line]?.say[wording] ?? ''

async function openStrip(after = NEGOTIATING, language: Language = 'zh-Hans') {
  const desk = await Desk.open({ pack, after, language })
  desk.press('Semicolon')
  const title = language === 'en' ? english.ladder.title : words.ladder.title
  return { desk, strip: within(await screen.findByRole('region', { name: title })) }
}

describe('[N7] the concession strip', () => {
  test('; opens it, shows the rungs with whose they are and the words of the next one; Escape closes it', async () => {
    const { desk, strip } = await openStrip()
    const rungs = within(strip.getByRole('list')).getAllByRole('listitem')
    expect(rungs.map(({ dataset }) => dataset.status)).toEqual(['now', 'ahead', 'ahead', 'ahead'])
    expect(rungs[0]).toHaveTextContent('先办最要紧的一样')
    expect(rungs[0]).toHaveTextContent('一线受理人员能提')
    expect(strip.getByText(wordingOf('concession.general.most-wanted'))).toBeVisible()
    desk.press('Escape')
    expect(screen.queryByRole('region', { name: words.ladder.title })).not.toBeInTheDocument()
  })

  test('1 says the offer, 2 marks it turned down, 1 says the answer, and the next rung follows', async () => {
    const { desk, strip } = await openStrip()
    expect(desk.press('Digit1')[0]).toMatchObject({ type: 'LineSaid', line: 'concession.general.most-wanted', via: 'search' })
    expect(strip.getByText('等客户答复。没接受就按 2')).toBeVisible()
    expect(desk.press('Digit1')).toEqual([])
    expect(desk.press('Digit2')).toMatchObject([{ type: 'ConcessionRefused', rung: 'general.most-wanted' }])
    expect(strip.getByText(wordingOf('concession.general.most-wanted-refused'))).toBeVisible()
    expect(desk.press('Digit1')[0]).toMatchObject({ type: 'LineSaid', line: 'concession.general.most-wanted-refused' })
    expect(strip.getByText(wordingOf('concession.general.now-part'))).toBeVisible()
    expect(desk.press('Digit2')).toEqual([])
  })

  test('the arrows choose another rung', async () => {
    const { desk, strip } = await openStrip()
    desk.press('ArrowDown', 'ArrowDown')
    expect(strip.getByText(wordingOf('concession.general.report'))).toBeVisible()
    desk.press('ArrowUp')
    expect(desk.press('Digit1')[0]).toMatchObject({ line: 'concession.general.now-part' })
  })

  test('calls for the end when it is time, says the last offer in other words before, and 3 says the end at any time', async () => {
    const { desk, strip } = await openStrip()
    for (let rung = 0; rung < 4; rung++) desk.press('Digit1', 'Digit2', 'Digit1')
    expect(strip.getByText(wordingOf('concession.manager', 1))).toBeVisible()
    expect(strip.queryAllByText(words.ladder.stopNow)).toEqual([])
    desk.press('Digit1', 'Digit2', 'Digit1')
    expect(strip.getAllByText(words.ladder.stopNow)).not.toEqual([])
    expect(strip.getByText(wordingOf('concession.general.stop'))).toBeVisible()
    expect(desk.press('Digit3')[0]).toMatchObject({ type: 'LineSaid', line: 'concession.general.stop' })
    expect(strip.getByText(words.ladder.stopSaid)).toBeVisible()
  })

  test('shows whose decision a rung is that may not be offered, and says nothing for it', async () => {
    const { desk, strip } = await openStrip(OVERCHARGED)
    const refund = within(strip.getByRole('list')).getAllByRole('listitem')[1]
    expect(refund).toHaveTextContent('300元归店面经理、班组长定')
    desk.press('ArrowDown')
    expect(refund).toHaveAttribute('aria-current', 'true')
    expect(desk.press('Digit1')).toEqual([])
  })

  test('says when it is of use, while nothing is negotiated', async () => {
    const { desk, strip } = await openStrip([])
    expect(strip.getByText(words.ladder.closed)).toBeVisible()
    expect(desk.press('Digit1', 'Digit2', 'Digit3')).toEqual([])
  })

  test('speaks English around the Chinese words', async () => {
    const { strip } = await openStrip(NEGOTIATING, 'en')
    expect(strip.getByText('First what matters most')).toBeVisible()
    expect(strip.getAllByText('Front line may offer it')).toHaveLength(4)
    expect(strip.getByText(wordingOf('concession.general.most-wanted'))).toBeVisible()
  })
})
