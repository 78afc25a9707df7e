import { act, render, screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { DayDesk } from '../../../src/app/cases/day-desk.tsx'
import { DeskProvider } from '../../../src/app/cases/desk-context.ts'
import type { PromiseHome } from '../../../src/app/keep-promise.ts'
import { startSession } from '../../../src/app/panel/session.ts'
import { SettingsContext } from '../../../src/app/settings-context.ts'
import { WordsProvider } from '../../../src/app/words.tsx'
import zh from '../../../src/i18n/cases/zh-Hans.json' with { type: 'json' }
import { CASES_WORDS } from '../../../src/i18n/cases-words.ts'
import { addWords, createI18n, speak } from '../../../src/i18n/i18n.ts'
import { openCheckMarks } from '../../../src/store/check-marks.ts'
import { type Language, openSettings } from '../../../src/store/settings.ts'
import { StoreError } from '../../../src/store/store-error.ts'
import type { CallSummary } from '../../../src/store/summary.ts'
import { MONDAY, packOf } from '../../engine/support.ts'
import { fakeArea } from '../../store/fake-area.ts'
import { lonelyHome, pressKey, stubWindow } from '../panel-desk.tsx'

const pack = packOf('telecom')
const words = zh.cases
const HOUR = 3_600_000
const area = fakeArea()
let now = MONDAY
let home: PromiseHome

beforeEach(() => {
  stubWindow()
  now = MONDAY
  area.clear()
  home = { ...lonelyHome(now), clock: () => now }
  history.replaceState(null, '', '#/desk')
})

async function open(language: Language = 'zh-Hans', at: PromiseHome = home): Promise<void> {
  const i18n = createI18n()
  await speak(i18n, language)
  await addWords(i18n, CASES_WORDS)
  await act(async () => {
    render(
      <WordsProvider i18n={i18n}>
        <SettingsContext value={openSettings(null)}>
          <DeskProvider value={{ home: at, pack, shown: pack, marks: openCheckMarks(area) }}>
            <DayDesk />
          </DeskProvider>
        </SettingsContext>
      </WordsProvider>,
    )
  })
  await settle()
}

/** Until what was asked of the store has been answered, and addresses have changed. */
async function settle(): Promise<void> {
  for (let i = 0; i < 4; i++) await act(() => new Promise((done) => setTimeout(done)))
}

async function press(...codes: readonly string[]): Promise<void> {
  for (const code of codes) {
    pressKey({ code })
    await settle()
  }
}

/** A call with a promise, ended, whose log is in the store. */
async function promised(promise: string, ago: number, surname = '王'): Promise<string> {
  now = MONDAY - ago
  const session = startSession(home, pack, { channel: 'phone', profile: { surname, title: 'ms', matter: '流量费' }, agent: '8613' })
  session.dispatch({ type: 'MakePromise', promise })
  session.dispatch({ type: 'EndCall', outcome: 'follow-up', reason: 'customer-left' })
  await session.flushed()
  session.close()
  now = MONDAY
  return session.snapshot().call.state.id
}

async function kept(...summaries: readonly Partial<CallSummary>[]): Promise<void> {
  const whole = summaries.map((each, i): CallSummary => {
    const startedAt = each.startedAt ?? MONDAY - (i + 1) * 60_000
    return {
      id: `kept-${i}`,
      channel: 'phone',
      startedAt,
      lastAt: startedAt + 65_000,
      endedAt: startedAt + 65_000,
      status: 'ended',
      ...each,
    }
  })
  await home.store.append([], whole)
}

const rows = (name: string) => within(screen.getByRole('list', { name })).getAllByRole('listitem')
const promiseRows = () => rows(words.promises.title)
const chosen = () => document.querySelector('[aria-current="true"]')

describe('[J1] open promises', () => {
  test('stand as they press, and say in words how each stands', async () => {
    await promised('reply-48h', HOUR, '李')
    await promised('reply-24h', 22 * HOUR, '张')
    await promised('reply-24h', 30 * HOUR, '王')
    await open()
    expect(promiseRows().map((row) => row.textContent)).toEqual([
      expect.stringMatching(/已逾期.*已超 6 小时.*24小时内回复.*王女士.*流量费.*8613/),
      expect.stringMatching(/快到期.*还剩 2 小时.*24小时内回复.*张女士/),
      expect.stringMatching(/来得及.*48小时内回复.*李女士/),
    ])
    expect(screen.getByText('逾期 1 条')).toBeVisible()
  })

  test('count their time down', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    await promised('hold-2min', 60_000)
    await open()
    expect(promiseRows()[0]).toHaveTextContent('还剩 60 秒')
    now += 5_000
    await act(async () => vi.advanceTimersByTime(1_000))
    expect(promiseRows()[0]).toHaveTextContent('还剩 55 秒')
    vi.useRealTimers()
  })

  test('say what will be here when there are none', async () => {
    await open()
    expect(screen.getByText(words.promises.none)).toBeVisible()
  })

  test('are marked as kept by a key, which is written into the call', async () => {
    const call = await promised('reply-24h', 30 * HOUR)
    await promised('reply-48h', HOUR, '李')
    await open()
    await press('KeyK')
    expect(promiseRows()).toHaveLength(1)
    expect(chosen()).toHaveTextContent('李女士')
    expect(screen.getByRole('status')).toHaveTextContent('记下了：24小时内回复（王女士）')
    expect((await home.store.calls({ by: 'id', id: call }))[0]?.owed).toBeUndefined()
  })

  test('can be chosen with the arrows, and only the chosen one has the key', async () => {
    await promised('reply-24h', 30 * HOUR)
    await promised('reply-48h', HOUR, '李')
    await open()
    await press('ArrowDown')
    expect(chosen()).toHaveTextContent('李女士')
    expect(screen.getAllByRole('button', { name: words.promises.keep }).map((button) => button.getAttribute('aria-keyshortcuts'))).toEqual([
      null,
      'k',
    ])
    await press('KeyK')
    expect(promiseRows()).toHaveLength(1)
    expect(chosen()).toHaveTextContent('王女士')
  })

  test('[J7] stay chosen when another one comes in above', async () => {
    await promised('reply-48h', HOUR, '李')
    await open()
    await promised('reply-24h', 30 * HOUR)
    await press('KeyR')
    expect(promiseRows()).toHaveLength(2)
    expect(chosen()).toHaveTextContent('李女士')
  })

  test('[J2] say why they could not be marked', async () => {
    await promised('reply-24h', 30 * HOUR)
    await open('zh-Hans', { ...home, acquireWriter: async () => undefined })
    await press('KeyK')
    expect(promiseRows()).toHaveLength(1)
    expect(screen.getByRole('status')).toHaveTextContent(words.keep.busy)
  })
})

describe('the calls of the day', () => {
  test('stand with the latest first, urgent ones marked in words', async () => {
    await kept(
      { address: '王女士', matter: 'roaming', classes: ['major', 'batch'], outcome: 'escalated' },
      { address: '李先生', status: 'open' },
      { address: '昨天', startedAt: MONDAY - 24 * HOUR },
    )
    await open()
    await press('Digit2')
    const told = rows(words.calls.title).map((row) => row.textContent)
    expect(told).toEqual([
      expect.stringMatching(/09:59王女士.*紧急.*重大投诉、批量投诉.*已上报.*01:05/),
      expect.stringMatching(/09:58李先生.*普通.*未结束/),
    ])
  })

  test.each([
    ['紧急', ['王女士']],
    ['未结束', ['李先生']],
    ['漫游 王', ['王女士']],
    ['没有这个', []],
  ])('are narrowed down by typing %s', async (query, who) => {
    await kept(
      {
        address: '王女士',
        matter: Object.keys(pack.scenarios).find((id) => pack.scenarios[id]?.title.zh.includes('漫游')) ?? '~漫游',
        classes: ['major'],
      },
      { address: '李先生', status: 'open' },
    )
    await open()
    await press('Digit2', 'Slash')
    const field = screen.getByRole('searchbox')
    expect(field).toHaveFocus()
    await act(async () => {
      const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
      write?.call(field, query)
      field.dispatchEvent(new Event('input', { bubbles: true }))
    })
    // Digits and letters are typed there.
    await press('Digit1', 'KeyH')
    expect(location.hash).toBe('#/desk/calls')
    const list = screen.queryByRole('list', { name: words.calls.title })
    expect(
      list
        ? within(list)
            .getAllByRole('listitem')
            .map((row) => /王女士|李先生/.exec(row.textContent ?? '')?.[0])
        : [],
    ).toEqual(who)
    await press('Enter')
    expect(field).not.toHaveFocus()
  })

  test('are those of another day by key', async () => {
    await kept({ address: '王女士' }, { address: '张女士', startedAt: MONDAY - 24 * HOUR })
    await open()
    await press('Digit2', 'ArrowLeft')
    expect(rows(words.calls.title)[0]).toHaveTextContent('张女士')
    await press('ArrowLeft')
    expect(screen.getByText(words.calls.none)).toBeVisible()
    await press('ArrowRight', 'ArrowRight', 'ArrowRight')
    expect(rows(words.calls.title)[0]).toHaveTextContent('王女士')
  })

  test('[J7] of two thousand, fifty stand in the page', async () => {
    await kept(...Array.from({ length: 2000 }, (_, i) => ({ id: `call-${i}`, startedAt: MONDAY - i * 15_000, address: `客户${i}` })))
    await open()
    await press('Digit2')
    expect(rows(words.calls.title)).toHaveLength(50)
    await press('PageDown', 'ArrowUp')
    expect(rows(words.calls.title)[49]).toHaveAttribute('aria-current')
    await press('ArrowDown')
    expect(rows(words.calls.title)[0]).toHaveTextContent('客户50')
    expect(screen.getByText(/51–100 \/ 2000/)).toBeVisible()
  })

  test('open to what was said and promised, and Escape leads back', async () => {
    await promised('reply-24h', HOUR)
    await open()
    await press('Digit2', 'Enter')
    expect(screen.getByRole('heading', { level: 1, name: /王女士/ })).toBeVisible()
    expect(screen.getByRole('figure')).toBeVisible()
    expect(screen.getAllByText('24小时内回复').length).toBeGreaterThan(0)
    pressKey({ code: 'Escape' })
    await vi.waitFor(() => expect(location.hash).toBe('#/desk/calls'))
  })

  test('that cannot be read any more can be saved as far as they can', async () => {
    await kept({ id: 'broken', status: 'damaged', address: '王女士' })
    await open()
    await press('Digit2', 'Enter')
    expect(screen.getByRole('alert')).toHaveTextContent(words.record.gone)
  })
})

describe('[J3] many callers with one matter', () => {
  test('are told with how many they are, and each call can be opened', async () => {
    await kept(...Array.from({ length: 11 }, (_, i) => ({ id: `call-${i}`, ref: `ref-${i}`, matter: 'one-card-multi', address: '王女士' })))
    await open()
    await press('Digit3')
    const [row] = rows(words.batches.title)
    expect(row).toHaveTextContent(pack.scenarios['one-card-multi']?.title.zh ?? 'no such scenario')
    expect(row).toHaveTextContent('普通客户 11 位、VIP 0 位')
    expect(row).toHaveTextContent('11 通')
  })

  test('[J4] and whoever complains about whatever comes up is told besides', async () => {
    await kept({ ref: 'a', matter: '~流量费', address: '王女士' }, { ref: 'a', matter: '~短信' }, { ref: 'a', matter: '~发票' })
    await open()
    await press('Digit3')
    expect(screen.getByText(words.batches.none)).toBeVisible()
    expect(rows(words.batches.serial)[0]).toHaveTextContent(/反复投诉.*发票、短信、流量费/)
  })
})

describe('[J5] the self-checks', () => {
  test('say what the calls of the week show, and what is for people', async () => {
    await kept({ ref: 'a', matter: '~流量费', refund: 300, address: '王女士' }, { ref: 'a', matter: '~流量费', refund: 20 })
    await open()
    await press('Digit4')
    const list = screen.getByRole('list', { name: words.checks.title })
    expect(list).toHaveTextContent('记下退费 2 通，共 320 元')
    expect(list).toHaveTextContent('2 通是同一客户同一件事又退一次')
    expect(list).toHaveTextContent(words.checks.clean.overdue)
    expect(list).toHaveTextContent(words.checks.person)
    expect(screen.getByText(words.checks.kept, { exact: false })).toBeVisible()
  })

  test('are ticked by key, and the tick is there again for that week only', async () => {
    await open()
    await press('Digit4', 'ArrowDown', 'KeyT')
    expect(screen.getAllByRole('checkbox').map((box) => (box as HTMLInputElement).checked)).toEqual([false, true, false, false, false])
    await press('Digit1', 'Digit4')
    expect(screen.getAllByRole('checkbox', { checked: true })).toHaveLength(1)
    await press('ArrowLeft')
    expect(screen.queryAllByRole('checkbox', { checked: true })).toEqual([])
    await press('KeyM')
    expect(screen.getAllByRole('checkbox')).toHaveLength(5)
    expect(screen.queryAllByRole('checkbox', { checked: true })).toEqual([])
  })

  test('take a remark, in whose field nothing else is a key', async () => {
    await open()
    await press('Digit4', 'KeyN')
    expect(screen.getAllByRole('textbox')[0]).toHaveFocus()
    await press('Digit1', 'KeyT')
    expect(location.hash).toBe('#/desk/checks')
    expect(screen.queryAllByRole('checkbox', { checked: true })).toEqual([])
    await press('Escape')
    expect(document.body).toHaveFocus()
  })
})

test('[J6] each list is saved as a file', async () => {
  const saved: string[] = []
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    saved.push(this.download)
  })
  await promised('reply-24h', HOUR)
  await kept(...Array.from({ length: 11 }, (_, i) => ({ id: `call-${i}`, ref: `ref-${i}`, matter: '~漫游' })))
  await open()
  for (const view of ['Digit1', 'Digit2', 'Digit3', 'Digit4']) await press(view, 'KeyE')
  expect(saved).toEqual([
    'evenkeel-promises-2026-11-23.csv',
    'evenkeel-calls-2026-11-23.csv',
    'evenkeel-batches-2026-11-23.csv',
    'evenkeel-self-checks-week-2026-11-23.csv',
  ])
})

describe('the store', () => {
  test('that is in memory only is said to keep nothing', async () => {
    await open('zh-Hans', { ...home, store: { ...home.store, lasting: false } })
    expect(screen.getByRole('alert')).toHaveTextContent(words.memory)
  })

  test('that cannot be read is said to be so, and R tries again', async () => {
    let broken = true
    const calls: typeof home.store.calls = async (query) => {
      if (broken) throw new StoreError('unavailable', 'gone')
      return home.store.calls(query)
    }
    await open('zh-Hans', { ...home, store: { ...home.store, calls } })
    expect(screen.getByRole('alert')).toHaveTextContent(words.failed)
    broken = false
    await press('KeyR')
    expect(screen.queryByRole('alert')).toBeNull()
    expect(screen.getByText(words.promises.none)).toBeVisible()
  })
})

test.each(['en', 'zh-Hant'] as const)('everything is said in %s too', async (language) => {
  await promised('reply-24h', 30 * HOUR)
  await open(language)
  for (const view of ['Digit1', 'Digit2', 'Digit3', 'Digit4']) {
    await press(view)
    expect(document.body.textContent).not.toMatch(/cases\.|\{\{/)
  }
})
