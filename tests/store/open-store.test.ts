import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openCallStore } from '../../src/store/open-store.ts'
import { logOf } from './events.ts'

/** A browser that answers the question of whether logs may persist with this. */
function stubBrowser(state: PermissionState) {
  const persist = vi.fn(async () => true)
  vi.stubGlobal('navigator', { permissions: { query: async () => ({ state }) }, storage: { persist } })
  return persist
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
})

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe('opening the store', () => {
  test('gives the disk where there is one', async () => {
    const { store, problem } = await openCallStore()
    expect(store.lasting).toBe(true)
    expect(problem).toBeUndefined()
  })

  test.each([
    ['denied', 'SecurityError'],
    ['unavailable', 'UnknownError'],
    ['outdated', 'VersionError'],
  ])('gives memory and says %s when the browser answers %s', async (code, name) => {
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('', name)
    })
    const { store, problem } = await openCallStore()
    expect(problem).toBe(code)
    expect(store.lasting).toBe(false)
    await store.append(logOf('a'), [])
    expect(await store.read('a')).toEqual(logOf('a'))
  })
})

describe('persistence', () => {
  test('is asked for where it is granted already', async () => {
    const persist = stubBrowser('granted')
    await openCallStore()
    await vi.waitFor(() => expect(persist).toHaveBeenCalledOnce())
  })

  test('is not asked for where the agent would be asked', async () => {
    const persist = stubBrowser('prompt')
    await openCallStore()
    await new Promise((resolve) => setTimeout(resolve))
    expect(persist).not.toHaveBeenCalled()
  })

  test('is done without in a browser that does not know it', async () => {
    vi.stubGlobal('navigator', {})
    expect((await openCallStore()).store.lasting).toBe(true)
  })
})
