import { join } from 'node:path'
import { act, fireEvent, render, screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { ClassPage } from '../../../src/app/drills/class/class-page.tsx'
import { DrillProvider } from '../../../src/app/drills/drill-context.ts'
import { readPreferences, writePreferences } from '../../../src/app/drills/preferences.ts'
import { cutBefore } from '../../../src/app/drills/room.ts'
import { WordsProvider } from '../../../src/app/words.tsx'
import { findPacks } from '../../../src/compiler/compile.ts'
import { compileDrills } from '../../../src/compiler/drills/compile-drills.ts'
import { readDrillFile } from '../../../src/core/drill/import-records.ts'
import type { DrillRecord } from '../../../src/core/drill/record.ts'
import { invariant } from '../../../src/core/invariant.ts'
import zh from '../../../src/i18n/drill-class/zh-Hans.json' with { type: 'json' }
import { DRILLS_WORDS } from '../../../src/i18n/drills-words.ts'
import { addWords, createI18n, speak } from '../../../src/i18n/i18n.ts'
import { createMemoryDrillStore, type DrillStore } from '../../../src/store/drill-store.ts'
import type { Language } from '../../../src/store/settings.ts'
import * as saving from '../../../src/ui/save-file.ts'
import { assignment, drill, idOf, MORNING, result, stopped } from '../../core/drill/records.ts'
import { faultsIn } from '../../core/drill/xapi-rules.ts'
import { packOf, Talk } from '../../engine/support.ts'
import { pressKey } from '../panel-desk.tsx'

const pack = packOf('telecom')
const [folder] = findPacks(join(import.meta.dirname, '../../..'))
invariant(folder, 'the project holds a pack')
const { drills } = compileDrills(folder, pack, { complete: false })
invariant(drills, 'its drills are sound')
const [first, second] = drills.personas
invariant(first && second, 'there is somebody to practise with')
const words = zh.drillClass

let store: DrillStore
const saved: { name: string; text: string; type: string }[] = []

beforeEach(() => {
  store = createMemoryDrillStore()
  saved.length = 0
  vi.spyOn(saving, 'saveFile').mockImplementation(({ name, text }, type) => void saved.push({ name, text: String(text), type }))
})

async function open(language: Language = 'zh-Hans'): Promise<void> {
  invariant(drills, 'its drills are sound')
  const i18n = createI18n()
  await speak(i18n, language)
  await addWords(i18n, DRILLS_WORDS)
  let ids = 100
  const data = {
    pack,
    drills,
    shownPack: pack,
    shown: drills,
    store,
    openEar: () => Promise.reject(new Error('nobody listens here')),
    clock: () => MORNING,
    newId: () => idOf(++ids),
  }
  await act(async () => {
    render(
      <WordsProvider i18n={i18n}>
        <DrillProvider value={data as never}>
          <ClassPage />
        </DrillProvider>
      </WordsProvider>,
    )
  })
  await screen.findByRole('heading', { level: 1 })
}

/** Until what was asked of the store has been answered. */
async function settle(): Promise<void> {
  for (let i = 0; i < 4; i++) await act(() => new Promise((done) => setTimeout(done)))
}

async function press(code: string): Promise<void> {
  pressKey({ code })
  await settle()
}

async function keep(...records: readonly DrillRecord[]): Promise<void> {
  for (const record of records) await store.keep(record)
}

const own = (n: number, change: Partial<DrillRecord> = {}) => drill(n, { persona: first.id, ...change })
const table = () => screen.getByRole('table', { name: words.table.heading })
const cells = () =>
  within(table())
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map((cell) => cell.textContent))
const told = () => screen.getByRole('status').textContent

describe('the class', () => {
  test('stands as trainees by skills, unnamed ones in one row, and says what it is for', async () => {
    await keep(own(1), own(2, { trainee: '' }), own(3, { trainee: '', result: result({ total: 90 }) }), stopped(4))
    await open()
    expect(screen.getByText(words.lead)).toBeVisible()
    expect(cells()).toEqual([
      ['王芳', '80', '70', '60', '90', '100', '1', '1', '72', '2026-11-23'],
      ['未署名', '80', '70', '60', '90', '100', '2', '2', '90', '2026-11-23'],
    ])
  })

  test('is sorted by a key, which the heads say', async () => {
    await keep(own(1, { trainee: '李雷' }), own(2, { trainee: '赵六', result: result({ total: 90 }) }))
    await open()
    const names = () => cells().map(([name]) => name)
    expect(names()).toEqual(['李雷', '赵六'])
    expect(within(table()).getByRole('columnheader', { name: /学员/ })).toHaveAttribute('aria-sort', 'ascending')
    await press('KeyS')
    expect(names()).toEqual(['赵六', '李雷'])
    expect(within(table()).getByRole('columnheader', { name: /最好成绩/ })).toHaveAttribute('aria-sort', 'descending')
  })

  test('shows what it lacks, of the drills that are looked at', async () => {
    await keep(
      own(1, { result: result({ violations: ['cold', 'cold'], passed: false }) }),
      drill(2, { persona: second.id, result: result({ checkpoints: { ...result().checkpoints, 'end-care': 'missed' } }) }),
    )
    await open()
    const weak = () => screen.getByRole('region', { name: words.weak.heading })
    expect(weak()).toHaveTextContent('50% 的场次，没做到 1 场')
    expect(weak()).toHaveTextContent('冷漠敷衍2 次')
    expect(weak()).toHaveTextContent(`${first.title.zh}1 场里 1 场没过`)
    fireEvent.change(screen.getByRole('combobox', { name: words.filter.label }), {
      target: { value: JSON.stringify({ by: 'persona', persona: second.id }) },
    })
    expect(weak()).toHaveTextContent('100% 的场次，没做到 1 场')
    expect(weak()).toHaveTextContent(words.weak.noViolations)
    expect(cells()).toHaveLength(1)
  })
})

describe('assignments', () => {
  test('are given by key, to somebody who is searched for, and stand with who has done them', async () => {
    await keep(own(1, { trainee: '李雷' }))
    await open()
    await press('KeyA')
    const form = screen.getByRole('form', { name: words.assignments.new })
    expect(within(form).getByRole('searchbox')).toHaveFocus()
    fireEvent.change(within(form).getByRole('searchbox'), { target: { value: second.title.zh } })
    fireEvent.change(within(form).getByLabelText(words.assignments.due), { target: { value: '2026-11-30' } })
    fireEvent.change(within(form).getByLabelText(/过关分数/), { target: { value: '80' } })
    fireEvent.change(within(form).getByLabelText(/派给谁/), { target: { value: '王芳，李雷' } })
    fireEvent.submit(form)
    await settle()
    const [given] = await store.assignments()
    expect(given).toEqual({
      id: given?.id,
      persona: second.id,
      level: 'standard',
      due: '2026-11-30',
      passMark: 80,
      trainees: ['王芳', '李雷'],
      givenAt: MORNING,
    })
    expect(told()).toBe(`已派下：${second.title.zh}`)
    expect(screen.getByRole('listitem', { name: second.title.zh })).toHaveTextContent(/2026-11-30 前.*80 分过关.*王芳、李雷.*0 \/ 2 人过关/)
  })

  test('are not given without a customer, nor once Esc was pressed in a field', async () => {
    await open()
    await press('KeyA')
    const search = screen.getByRole('searchbox')
    fireEvent.change(search, { target: { value: '没有这个人' } })
    expect(screen.getByText(words.assignments.noPersona)).toBeVisible()
    fireEvent.submit(screen.getByRole('form'))
    await settle()
    expect(await store.assignments()).toEqual([])
    fireEvent.keyDown(search, { code: 'Escape', key: 'Escape' })
    expect(screen.queryByRole('form')).toBeNull()
  })

  test('tell who has passed, who has not, and when time is up; and are withdrawn', async () => {
    await store.assign(assignment({ persona: first.id, due: '2026-11-22', trainees: ['王芳', '李雷'] }))
    await keep(own(1, { assignment: 'task', ended: { at: MORNING - 86_400_000, how: 'ended' } }))
    await open()
    const item = screen.getByRole('listitem', { name: first.title.zh })
    const rows = within(item).getAllByRole('row').slice(1)
    expect(rows.map((row) => row.textContent)).toEqual(['李雷–到期没过关 还没练', '王芳72已过关'])
    expect(item).toHaveTextContent('已截止')
    fireEvent.click(within(item).getByRole('button'))
    await settle()
    expect(await store.assignments()).toEqual([])
    expect(await store.records()).toHaveLength(1)
  })

  test('typing a letter in the list of customers is no shortcut', async () => {
    await open()
    await press('KeyA')
    fireEvent.keyDown(screen.getByRole('listbox'), { code: 'KeyX', key: 'x' })
    expect(screen.queryByRole('alertdialog')).toBeNull()
    expect(screen.getByRole('form')).toBeVisible()
  })
})

describe('files', () => {
  test('a table and statements hold the drills that are looked at', async () => {
    await keep(own(1, { hints: 'asked', hinted: 1 }), stopped(2, { persona: second.id }))
    await open()
    await press('KeyE')
    await press('KeyL')
    const [csv, xapi] = saved
    expect(csv).toMatchObject({ name: 'evenkeel-results-2026-11-23.csv', type: 'text/csv' })
    expect(csv?.text.split('\r\n')).toHaveLength(4)
    expect(csv?.text).toContain(`王芳,${first.title.zh}`)
    expect(csv?.text).toContain('要时再看,1')
    expect(csv?.text).toContain(words.csv.stopped)
    const statements = JSON.parse(xapi?.text ?? '') as { id: string }[]
    expect(statements.map(({ id }) => id)).toEqual([idOf(2), idOf(1)])
    expect(statements.flatMap(faultsIn)).toEqual([])
    fireEvent.change(screen.getByRole('combobox', { name: words.filter.label }), {
      target: { value: JSON.stringify({ by: 'persona', persona: first.id }) },
    })
    await press('KeyL')
    expect(JSON.parse(saved[2]?.text ?? '')).toHaveLength(1)
  })

  test('there is nothing to save of nothing', async () => {
    await open()
    for (const key of ['KeyE', 'KeyL', 'KeyO', 'KeyT']) await press(key)
    expect(saved).toEqual([])
    expect(screen.getByRole('button', { name: words.files.csv })).toBeDisabled()
  })

  test('what is handed over is taken in elsewhere, and known drills are skipped', async () => {
    // A log of the engine, and what a branch takes over of it.
    const talk = new Talk(pack)
      .hears('customer', '多扣了我三十')
      .hears('agent', '让您受累了')
      .does({ type: 'EndCall', outcome: 'abandoned', reason: 'customer-left' })
    const turn = talk.call.events.findLast(({ type }) => type === 'Heard')
    await keep(
      own(1, { events: talk.call.events.map((event) => ({ ...event, call: idOf(1) })) }),
      own(2, { events: cutBefore(talk.call.events, turn?.id ?? '', idOf(2), talk.now), from: { drill: idOf(1), after: 'x' } }),
      stopped(3, { persona: second.id }),
    )
    await open()
    // All of it, whatever is looked at.
    fireEvent.change(screen.getByRole('combobox', { name: words.filter.label }), {
      target: { value: JSON.stringify({ by: 'persona', persona: second.id }) },
    })
    await press('KeyO')
    expect(told()).toBe('存好了：交给培训师的文件。')
    const text = saved[0]?.text ?? ''
    expect(readDrillFile(text, () => true)).toMatchObject({ ok: true, records: [{ id: idOf(3) }, { id: idOf(2) }, { id: idOf(1) }] })
    await store.erase()
    await keep(own(1))
    await pick('drills.json', text)
    expect(told()).toBe('导入了 2 场演练，1 场这里已有，跳过。')
    expect((await store.records()).map(({ id }) => id)).toEqual([idOf(3), idOf(2), idOf(1)])
    fireEvent.change(screen.getByRole('combobox', { name: words.filter.label }), { target: { value: JSON.stringify({ by: 'all' }) } })
    // The other try from some turn on is there to be looked at, and counts nowhere.
    expect(cells()[0]?.[6]).toBe('1')
  })

  test('assignments reach the workstations of trainees', async () => {
    await store.assign(assignment({ persona: first.id }))
    await keep(own(1))
    await open()
    await press('KeyT')
    const text = saved[0]?.text ?? ''
    expect(text).not.toContain('王芳')
    await store.erase()
    await pick('assignments.json', text)
    expect(told()).toBe('导入了 1 项任务，0 项这里已有，跳过。')
    expect(await store.assignments()).toHaveLength(1)
  })

  test.each([
    ['no JSON', '{', '「x.json」没有导入：不是 JSON 文件，或内容不完整。'],
    ['something else', '{}', '「x.json」没有导入：里面不是演练台导出的记录。'],
    ['a wrong field', JSON.stringify([own(1), { ...own(2), seed: 'x' }]), '「x.json」没有导入：第 2 场演练的 seed 缺了，或内容不对。'],
    [
      'a log with a gap',
      JSON.stringify([own(1, { events: own(1).events.map((event) => ({ ...event, seq: 2 })) })]),
      '「x.json」没有导入：第 1 场演练的通话记录不完整，或不是这一场的。',
    ],
  ])('%s is refused, and nothing of it is kept', async (_, text, words_) => {
    await open()
    await pick('x.json', text)
    expect(told()).toBe(words_)
    expect(await store.records()).toEqual([])
  })

  async function pick(name: string, text: string): Promise<void> {
    const input = document.querySelector('input[type=file]')
    invariant(input, 'there is a file input')
    fireEvent.change(input, { target: { files: [{ name, text: async () => text }] } })
    await settle()
  }
})

describe('[V11] erasing', () => {
  beforeEach(async () => {
    await keep(own(1))
    await store.assign(assignment({ persona: first.id }))
    writePreferences({ ...readPreferences(), trainee: '王芳' })
  })

  test('asks once, then leaves nothing, and says so', async () => {
    await open()
    await press('KeyX')
    expect(screen.getByRole('alertdialog')).toHaveTextContent('清掉全部 1 场演练和 1 项任务')
    expect(screen.getByRole('alertdialog')).toHaveFocus()
    expect(await store.records()).toHaveLength(1)
    await press('Enter')
    expect(await store.records()).toEqual([])
    expect(await store.assignments()).toEqual([])
    expect(readPreferences().trainee).toBe('')
    expect(told()).toBe(words.erase.done)
    expect(screen.getByText(words.table.none)).toBeVisible()
  })

  test('is left with Esc', async () => {
    await open()
    await press('KeyX')
    await press('Escape')
    await press('Enter')
    expect(await store.records()).toHaveLength(1)
  })

  test('is not what Enter on something else means', async () => {
    await open()
    await press('KeyX')
    const button = screen.getByRole('button', { name: words.erase.no })
    fireEvent.keyDown(button, { code: 'Enter', key: 'Enter' })
    fireEvent.keyDown(screen.getByRole('combobox', { name: words.filter.label }), { code: 'Enter', key: 'Enter' })
    await settle()
    expect(await store.records()).toHaveLength(1)
  })

  test('gives way to a new assignment, so that Enter never means both', async () => {
    await open()
    await press('KeyX')
    await press('KeyA')
    expect(screen.queryByRole('alertdialog')).toBeNull()
    fireEvent.keyDown(screen.getByRole('searchbox'), { code: 'Enter', key: 'Enter' })
    await settle()
    expect(await store.records()).toHaveLength(1)
  })
})

test('stands in English too', async () => {
  await keep(own(1), own(2, { trainee: '' }))
  await store.assign(assignment({ persona: first.id }))
  await open('en')
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Class')
  expect(screen.getByText('Unnamed')).toBeVisible()
  expect(document.body.textContent).not.toMatch(/drillClass\./)
})
