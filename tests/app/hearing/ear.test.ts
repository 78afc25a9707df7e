import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Listened, OpenedEar } from '../../../src/app/hearing/ear.ts'
import { openBeside } from '../../../src/app/hearing/ear-beside.ts'
import type { FromWorker, ToWorker } from '../../../src/app/hearing/ear-messages.ts'
import { openHearing } from '../../../src/app/hearing/open-hearing.ts'
import { compilePack, findPacks } from '../../../src/compiler/compile.ts'
import { compileHearing } from '../../../src/compiler/hearing/compile-hearing.ts'
import { invariant } from '../../../src/core/invariant.ts'
import { packHearing } from '../../../src/hearing/packed.ts'

const [folder] = findPacks(join(import.meta.dirname, '../../fixtures/packs/sound'))
invariant(folder, 'the fixture holds a pack')
const { pack, lessons } = compilePack(folder, { today: '2026-11-22', prove: false })
invariant(pack, 'it is sound')
const shipped = gzipSync(packHearing(compileHearing(pack, lessons)))

/** What the server answers. */
let answer: () => Promise<Response>

beforeEach(() => {
  answer = async () => new Response(shipped)
  vi.stubGlobal(
    'fetch',
    vi.fn(() => answer()),
  )
  vi.stubGlobal('location', { href: 'https://panel.test/' })
})
afterEach(() => vi.unstubAllGlobals())

function opened(result: OpenedEar) {
  invariant(result.ok, 'the ear is open')
  return result.ear
}

describe('an ear on a page without workers', () => {
  test('hears what is said, in a text without what is personal', async () => {
    const ear = opened(await openHearing('/assets/hearing.bin'))
    const listened = await ear.hear({ id: '1', who: 'customer', text: '我电话幺三八零零幺三八零零零，再不解决我就找记者' })
    invariant(listened.ok, 'it was heard')
    const { id, who, text, heard } = listened.turn
    expect({ id, who, text }).toEqual({ id: '1', who: 'customer', text: '我电话〔手机号〕，再不解决我就找记者' })
    expect(heard.signals.map((signal) => signal.id)).toEqual(['threat-media'])
    for (const quote of heard.signals[0]?.because ?? []) expect(text.slice(quote.start, quote.end)).toBe(quote.text)
    expect(fetch).toHaveBeenCalledWith('https://panel.test/assets/hearing.bin')
  })

  test('answers in the order in which it was asked', async () => {
    const ear = opened(await openHearing('/h.bin'))
    const order: string[] = []
    await Promise.all(
      ['1', '2', '3'].map(async (id) => {
        await ear.hear({ id, who: 'agent', text: '真的对不起' })
        order.push(id)
      }),
    )
    expect(order).toEqual(['1', '2', '3'])
  })

  test('hears nothing more once it is closed, not even what was asked before', async () => {
    const ear = opened(await openHearing('/h.bin'))
    const before = ear.hear({ id: '1', who: 'customer', text: '找记者' })
    ear.close()
    expect([await before, await ear.hear({ id: '2', who: 'customer', text: '找记者' })]).toEqual([CLOSED, CLOSED])
  })
})

describe('an ear that cannot be opened says what to do about it', () => {
  test.each([
    ['the network is away', 'unreachable', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['the server is in trouble', 'unreachable', async () => new Response('', { status: 503 })],
    ['its file has given way to a newer one', 'unreadable', async () => new Response('', { status: 404 })],
    ['something else comes', 'unreadable', async () => new Response('<!doctype html>')],
    ['half of it comes', 'unreadable', async () => new Response(shipped.subarray(0, shipped.length / 2))],
    ['it is of another version', 'unreadable', async () => new Response(gzipSync('evenkeel hearing 0'))],
  ] as const)('%s: %s', async (_, trouble, answers) => {
    answer = answers
    expect(await openHearing('/h.bin')).toEqual({ ok: false, trouble })
  })
})

const CLOSED: Listened = { ok: false, trouble: 'closed' }

/** A worker whose messages the test writes. */
class FakeWorker extends EventTarget {
  readonly asked: ToWorker[] = []
  readonly terminate = vi.fn()
  postMessage(message: ToWorker): void {
    this.asked.push(message)
  }
  says(message: FromWorker): void {
    this.dispatchEvent(Object.assign(new Event('message'), { data: message }))
  }
  fails(): void {
    this.dispatchEvent(new Event('error'))
  }
}

function beside() {
  const worker = new FakeWorker()
  return { worker, opening: openBeside(worker as unknown as Worker, 'https://panel.test/h.bin') }
}

const heardAs = (id: string): FromWorker => ({
  type: 'heard',
  answer: { ok: false, trouble: id === 'first' ? 'stopped' : 'unreadable' },
})

describe('an ear in a worker', () => {
  test('is open when the worker has its recogniser, and answers each turn with its own answer', async () => {
    const { worker, opening } = beside()
    worker.says({ type: 'opened' })
    const ear = opened(await opening)
    const turns = ['first', 'second'].map((id) => ({ id, who: 'customer', text: id }) as const)
    const answers = turns.map((turn) => ear.hear(turn))
    expect(worker.asked).toEqual([{ type: 'open', url: 'https://panel.test/h.bin' }, ...turns.map((turn) => ({ type: 'hear', turn }))])
    worker.says(heardAs('first'))
    worker.says(heardAs('second'))
    expect(await Promise.all(answers)).toEqual([
      { ok: false, trouble: 'stopped' },
      { ok: false, trouble: 'unreadable' },
    ])
  })

  test('passes on why the worker has none, and is not left running', async () => {
    const { worker, opening } = beside()
    worker.says({ type: 'failed', trouble: 'unreadable' })
    expect(await opening).toEqual({ ok: false, trouble: 'unreadable' })
    expect(worker.terminate).toHaveBeenCalled()
  })

  test('is unreachable when the worker itself does not come', async () => {
    const { worker, opening } = beside()
    worker.fails()
    expect(await opening).toEqual({ ok: false, trouble: 'unreachable' })
  })

  test('answers all that wait when the worker stops, and all that follow', async () => {
    const { worker, opening } = beside()
    worker.says({ type: 'opened' })
    const ear = opened(await opening)
    const waiting = ear.hear({ id: '1', who: 'customer', text: '找记者' })
    worker.fails()
    expect([await waiting, await ear.hear({ id: '2', who: 'customer', text: '找记者' })]).toEqual([
      { ok: false, trouble: 'stopped' },
      { ok: false, trouble: 'stopped' },
    ])
  })

  test('lets go of the worker when it is closed', async () => {
    const { worker, opening } = beside()
    worker.says({ type: 'opened' })
    const ear = opened(await opening)
    const waiting = ear.hear({ id: '1', who: 'customer', text: '找记者' })
    ear.close()
    expect(worker.terminate).toHaveBeenCalled()
    expect([await waiting, await ear.hear({ id: '2', who: 'customer', text: '找记者' })]).toEqual([CLOSED, CLOSED])
  })
})
