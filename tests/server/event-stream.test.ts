import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createEventStream, type OpenResponse } from '../../src/server/event-stream.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A response that keeps what is written to it. */
function page(unread = 0) {
  const written: string[] = []
  const state = { ended: false, destroyed: false }
  const response: OpenResponse = {
    writableLength: unread,
    writeHead: () => undefined,
    write: (text) => written.push(text),
    end: () => {
      state.ended = true
    },
    destroy: () => {
      state.destroyed = true
    },
    on: () => undefined,
  }
  return { response, written, state }
}

describe('a stream of events', () => {
  test('shows every quarter of a minute that it is alive, until it is closed', () => {
    const stream = createEventStream('a')
    const { response, written, state } = page()
    stream.open(response, {})
    vi.advanceTimersByTime(30_000)
    expect(written).toEqual(['retry: 1000\n\n', ': still here\n\n', ': still here\n\n'])
    stream.close()
    vi.advanceTimersByTime(30_000)
    expect(written).toHaveLength(3)
    expect(state.ended).toBe(true)
  })

  test('gives each event its id', () => {
    const stream = createEventStream('a')
    const { response, written } = page()
    stream.open(response, {})
    stream.publish('message', (id) => JSON.stringify({ id }))
    expect(written.at(-1)).toBe('id: a-1\nevent: message\ndata: {"id":"a-1"}\n\n')
    stream.close()
  })

  test('keeps the last 256 for those who come back', () => {
    const stream = createEventStream('a')
    for (let i = 0; i < 300; i++) stream.publish('message', () => '{}')
    const { response, written } = page()
    stream.open(response, {}, 'a-1')
    expect(written).toHaveLength(1 + 256)
    expect(written[1]).toContain('id: a-45\n')
    stream.close()
  })

  test('cuts off a page that does not read', () => {
    const stream = createEventStream('a')
    const { response, written, state } = page(2_000_000)
    stream.open(response, {})
    stream.publish('message', () => '{}')
    expect(state.destroyed).toBe(true)
    expect(written).toHaveLength(1)
    stream.close()
  })
})
