import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { acquireWriter } from '../../src/store/writer-lock.ts'
import { FakeLocks, stubLocks } from './fake-locks.ts'

const nobody = () => {}

beforeEach(() => {
  stubLocks(new FakeLocks())
})

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('a call has one writer', () => {
  test('the first who asks; the second gets nothing', async () => {
    expect(await acquireWriter('a', 'if-free', nobody)).toMatchObject({ exclusive: true })
    expect(await acquireWriter('a', 'if-free', nobody)).toBeUndefined()
    expect(await acquireWriter('b', 'if-free', nobody)).toBeDefined()
  })

  test('who waits gets it when the writer lets go', async () => {
    const first = await acquireWriter('a', 'if-free', nobody)
    const waiting = acquireWriter('a', 'when-free', nobody)
    first?.release()
    expect(await waiting).toMatchObject({ exclusive: true })
  })

  test('who stops waiting gets nothing, and stands in nobody’s way', async () => {
    const first = await acquireWriter('a', 'if-free', nobody)
    const patience = new AbortController()
    const waiting = acquireWriter('a', 'when-free', nobody, patience.signal)
    patience.abort()
    expect(await waiting).toBeUndefined()
    first?.release()
    await vi.waitFor(async () => expect(await acquireWriter('a', 'if-free', nobody)).toBeDefined())
  })

  test('who steals it has it, and its holder is told', async () => {
    const lost = vi.fn()
    await acquireWriter('a', 'if-free', lost)
    expect(await acquireWriter('a', 'steal', nobody)).toBeDefined()
    await vi.waitFor(() => expect(lost).toHaveBeenCalledOnce())
  })

  test('letting go is not being robbed', async () => {
    const lost = vi.fn()
    const lock = await acquireWriter('a', 'if-free', lost)
    lock?.release()
    expect(await acquireWriter('a', 'when-free', nobody)).toBeDefined()
    expect(lost).not.toHaveBeenCalled()
  })
})

describe('a browser without locks', () => {
  test('says that it cannot keep a second tab out', async () => {
    stubLocks(undefined)
    expect(await acquireWriter('a', 'if-free', nobody)).toMatchObject({ exclusive: false })
  })

  test('so does one that forbids them here', async () => {
    vi.stubGlobal('navigator', { locks: { request: () => Promise.reject(new DOMException('sandboxed', 'SecurityError')) } })
    expect(await acquireWriter('a', 'if-free', nobody)).toMatchObject({ exclusive: false })
  })
})
