import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import words from '../../src/i18n/zh-Hans.json' with { type: 'json' }
import type { Asked, Found } from '../../src/search/messages.ts'
import { Desk } from './panel-desk.tsx'
import { smallPack } from './small-pack.ts'

/** A worker that answers when the test says so. */
class SlowWorker {
  static latest: SlowWorker
  onmessage: ((event: { readonly data: Found }) => void) | null = null
  readonly #asked: number[] = []

  constructor() {
    SlowWorker.latest = this
  }
  postMessage(asked: Asked): void {
    if (asked.type === 'find') this.#asked.push(asked.id)
  }
  terminate(): void {}

  /** Answers the nth question, the last when left out, with a line in one of its wordings. */
  answers(line: string, wording: number, nth = -1): void {
    const id = this.#asked.at(nth) ?? 0
    act(() => this.onmessage?.({ data: { id, hits: [{ line, wording, text: '', ranges: [] }] } }))
  }
}

let desk: Desk

// The first load makes what the search knows of the script; in a build it is there already.
beforeAll(() => import('../../src/app/panel/strips/search-strip.tsx'), 60_000)

beforeEach(async () => {
  vi.stubGlobal('Worker', SlowWorker)
  // Another object, so that each test has a finder of its own.
  desk = await Desk.open({ pack: { ...smallPack } })
  desk.press('Slash')
  await screen.findByRole('combobox', {}, { timeout: 30_000 })
})
afterEach(() => vi.unstubAllGlobals())

const options = () => screen.queryAllByRole('option').map((each) => each.textContent ?? '')
const said = () => desk.session.snapshot().call.state.said

test('while an answer is awaited the list stays as it is, and nothing is said not to be found', async () => {
  const before = options()
  await userEvent.type(screen.getByRole('combobox'), 'xie')
  expect(options()).toEqual(before)
  expect(screen.queryByText(words.search.none)).not.toBeInTheDocument()
  SlowWorker.latest.answers('thank', 1)
  expect(options()).toEqual([expect.stringContaining('thank 2')])
  expect(screen.getByRole('option')).toHaveAttribute('aria-selected', 'true')
})

test('an answer to an earlier question is passed over', async () => {
  const before = options()
  await userEvent.type(screen.getByRole('combobox'), 'xi')
  SlowWorker.latest.answers('thank', 0, 0)
  expect(options()).toEqual(before)
})

test('Enter before the answer says what is found first, once it is', async () => {
  await userEvent.type(screen.getByRole('combobox'), 'xie{Enter}')
  expect(said()).toEqual([])
  SlowWorker.latest.answers('thank', 1)
  expect(said()).toMatchObject([{ line: 'thank', wording: 1 }])
})

test('unless something more is typed', async () => {
  await userEvent.type(screen.getByRole('combobox'), 'xie{Enter}x')
  SlowWorker.latest.answers('thank', 1)
  expect(said()).toEqual([])
})

test('an emptied question shows again what stood there before', async () => {
  const before = options()
  const box = screen.getByRole('combobox')
  await userEvent.type(box, 'x')
  SlowWorker.latest.answers('thank', 1)
  await userEvent.clear(box)
  expect(options()).toEqual(before)
})
