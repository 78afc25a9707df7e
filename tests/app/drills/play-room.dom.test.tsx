import { join } from 'node:path'
import { act, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DrillProvider } from '../../../src/app/drills/drill-context.ts'
import { PlayRoom } from '../../../src/app/drills/play-room.tsx'
import { openRoom, type Room } from '../../../src/app/drills/room.ts'
import type { Ear } from '../../../src/app/hearing/ear.ts'
import { WordsProvider } from '../../../src/app/words.tsx'
import { findPacks } from '../../../src/compiler/compile.ts'
import { compileDrills } from '../../../src/compiler/drills/compile-drills.ts'
import type { Hints } from '../../../src/core/drill/record.ts'
import { NOTHING_FOUND } from '../../../src/core/heard.ts'
import { invariant } from '../../../src/core/invariant.ts'
import { redact } from '../../../src/hearing/redact.ts'
import zh from '../../../src/i18n/drills/zh-Hans.json' with { type: 'json' }
import { DRILLS_WORDS } from '../../../src/i18n/drills-words.ts'
import { addWords, createI18n } from '../../../src/i18n/i18n.ts'
import { createMemoryDrillStore, type DrillStore } from '../../../src/store/drill-store.ts'
import { LIN } from '../../core/drill/persona.ts'
import { idOf, MORNING } from '../../core/drill/records.ts'
import { packOf } from '../../engine/support.ts'
import { pressKey, stubWindow } from '../panel-desk.tsx'

const pack = packOf('telecom')
const [folder] = findPacks(join(import.meta.dirname, '../../..'))
invariant(folder, 'the project holds a pack')
const { drills } = compileDrills(folder, pack, { complete: false })
invariant(drills, 'its drills are sound')
const words = zh.drills.play
/** They give their name in whatever they say first. */
const persona = { ...LIN, says: { ...LIN.says, opens: Array.from({ length: 8 }, (_, i) => `我姓林，多扣了三十 ${i}`) } }
/** Takes out what is personal, and recognises nothing. */
const EAR: Ear = {
  hear: async ({ id, who, text }) => ({
    ok: true,
    turn: { id, who, text: redact(text), heard: { ...NOTHING_FOUND, amounts: [], deadlines: [] } },
  }),
  close() {},
}

let store: DrillStore
let room: Room

beforeEach(() => {
  vi.useFakeTimers({ now: MORNING })
  stubWindow()
  location.hash = '#/drills/play/x'
  store = createMemoryDrillStore()
})
afterEach(() => {
  room.close()
  vi.useRealTimers()
  location.hash = ''
})

async function open(hints: Hints = 'off'): Promise<void> {
  invariant(drills, 'its drills are sound')
  const i18n = createI18n()
  await addWords(i18n, DRILLS_WORDS)
  let ids = 0
  const shown = { ...drills, personas: [persona] }
  const data = {
    pack,
    drills: shown,
    shownPack: pack,
    shown,
    store,
    openEar: async () => ({ ok: true, ear: EAR }),
    clock: () => Date.now(),
    newId: () => idOf(++ids),
  }
  room = openRoom(data as never, { persona, level: 'standard', seed: 1, hints, trainee: '' })
  await act(async () => {
    render(
      <WordsProvider i18n={i18n}>
        <DrillProvider value={data as never}>
          <PlayRoom room={room} />
        </DrillProvider>
      </WordsProvider>,
    )
  })
}

/** Says something, and waits until the customer has answered. */
async function say(text: string): Promise<void> {
  fireEvent.change(field(), { target: { value: text } })
  fireEvent.keyDown(field(), { key: 'Enter', code: 'Enter' })
  await act(() => vi.advanceTimersByTimeAsync(2500))
}

const field = () => screen.getByRole('textbox', { name: words.field })
const button = (name: string) => screen.getByRole('button', { name })
const asked = () => screen.queryByRole('alertdialog')

test('[V19] with no panel a talk can be ended with a mark as soon as the customer has spoken, and is asked about once', async () => {
  await open('off')
  expect(button(words.end.phone)).toHaveProperty('disabled', true)
  field().blur()
  pressKey({ code: 'Backslash' })
  expect(asked()).toBeNull()

  await say('您好，请讲。')
  expect(button(words.end.phone)).toHaveProperty('disabled', false)
  field().blur()
  pressKey({ code: 'Backslash' })
  expect(asked()?.getAttribute('aria-label')).toBe(words.endAsk)
  expect(room.snapshot().ended).toBe(false)

  fireEvent.click(button(words.endYes))
  await act(() => vi.advanceTimersByTimeAsync(10))
  const kept = await store.record(room.snapshot().record.id)
  expect(kept?.ended?.how).toBe('ended')
  expect(kept?.result?.total).toBeGreaterThanOrEqual(0)
  expect(location.hash).toBe(`#/drills/result/${kept?.id}`)
})

test('[V11] stopping is another button, says that there will be no mark, and gives none', async () => {
  await open('off')
  await say('您好，请讲。')
  fireEvent.click(button(words.stop))
  expect(asked()?.getAttribute('aria-label')).toBe(words.stopAsk)
  fireEvent.click(button(words.stopYes))
  const { record } = room.snapshot()
  expect(record.ended?.how).toBe('stopped')
  expect(record.result).toBeUndefined()
})

test.each([
  ['Backspace', words.stop, words.stopYes],
  ['Backslash', words.end.phone, words.endYes],
] as const)('%s or its button asks with the focus on the answer, Esc leads back to the field', async (code, name, yes) => {
  await open('off')
  await say('您好，请讲。')
  field().blur()
  pressKey({ code })
  expect(document.activeElement).toBe(button(yes))
  pressKey({ code: 'Escape' })
  expect(asked()).toBeNull()
  expect(document.activeElement).toBe(field())

  // By mouse: Enter belongs to the answer, not to what was clicked.
  button(name).focus()
  fireEvent.click(button(name))
  expect(document.activeElement).toBe(button(yes))
  fireEvent.click(button(words.goOn))
  expect(asked()).toBeNull()
  expect(document.activeElement).toBe(field())
  expect(room.snapshot().ended).toBe(false)
})

test('whoever types on has answered', async () => {
  await open('off')
  fireEvent.click(button(words.stop))
  fireEvent.change(field(), { target: { value: '我' } })
  expect(asked()).toBeNull()
})

test('the customer’s name is shown, though it is not kept', async () => {
  await open('off')
  await say('您好，请讲。')
  expect(within(screen.getByRole('list', { name: words.said })).getByText(/我姓林，多扣了三十/)).toBeTruthy()
  expect(JSON.stringify(await store.record(room.snapshot().record.id))).not.toContain('我姓林')
})

test('what may be promised comes first of what is found', async () => {
  await open('off')
  const records = screen.getByRole('region', { name: words.records })
  expect(within(records).queryAllByRole('listitem')).toEqual([])
  await say('您好，请讲。')
  await say('我现在就去查您的账单。')
  const [first, ...others] = within(records).getAllByRole('listitem')
  expect(first?.textContent).toContain(LIN.remedy.zh)
  expect(others.map(({ textContent }) => textContent)).toEqual(LIN.records.map((found) => found.zh))
})

test('nothing is said of a panel that is not there', async () => {
  await open('off')
  expect(screen.queryByText(words.toPanel, { exact: false })).toBeNull()
  expect(screen.getByText(words.toKeys, { exact: false })).toBeTruthy()
  expect(screen.getByText(zh.drills.hints.off, { exact: false })).toBeTruthy()
})
