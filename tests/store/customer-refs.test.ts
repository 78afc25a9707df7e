import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { openCustomerRefs, plainNumber } from '../../src/store/customer-refs.ts'

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

describe('a reference', () => {
  test('is the same for the same number, however it is written, also after a restart', async () => {
    const refs = openCustomerRefs()
    const first = await refs.refOf('138 0000 1234')
    expect(first).toMatch(/^[0-9a-f]{32}$/)
    expect(await refs.refOf('+86-13800001234')).toBe(first)
    expect(await openCustomerRefs().refOf('１３８００００１２３４')).toBe(first)
    expect(await refs.refOf('13800001235')).not.toBe(first)
  })

  test('is another one in another browser, so that nobody who has it alone can find the number', async () => {
    const here = await openCustomerRefs().refOf('13800001234')
    globalThis.indexedDB = new IDBFactory()
    expect(await openCustomerRefs().refOf('13800001234')).not.toBe(here)
  })

  test('of two pages that start at the same time is the same', async () => {
    const [one, other] = await Promise.all([openCustomerRefs().refOf('13800001234'), openCustomerRefs().refOf('13800001234')])
    expect(one).toBe(other)
  })

  test('is made without a disk too, and lasts as long as the page', async () => {
    vi.spyOn(globalThis.indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('', 'SecurityError')
    })
    const refs = openCustomerRefs()
    expect(await refs.refOf('13800001234')).toBe(await refs.refOf('13800001234'))
  })

  test.each(['', '  ', '138', '王女士', '再说', '1'.repeat(41)])('is not made of %j', async (text) => {
    expect(await openCustomerRefs().refOf(text)).toBeUndefined()
  })

  test('is not made where the browser cannot compute it', async () => {
    vi.stubGlobal('crypto', {})
    expect(await openCustomerRefs().refOf('13800001234')).toBeUndefined()
    vi.unstubAllGlobals()
  })
})

test.each([
  ['(020) 8888-1234', '02088881234'],
  ['0086 20 8888 1234', '02088881234'],
  ['86138', '86138'],
  ['acct-00817', 'ACCT00817'],
])('%s is %s', (written, plain) => {
  expect(plainNumber(written)).toBe(plain)
})
