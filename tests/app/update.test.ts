import { expect, test, vi } from 'vitest'
import { offerUpdates } from '../../src/app/update.ts'

test('a new version is offered once it is there, and waits to be asked for', () => {
  const activate = vi.fn(async () => {})
  let found = () => {}
  const updates = offerUpdates(({ onNeedRefresh }) => {
    found = onNeedRefresh
    return activate
  })
  const heard = vi.fn()
  updates.subscribe(heard)
  expect(updates.available()).toBe(false)

  found()
  expect(updates.available()).toBe(true)
  expect(heard).toHaveBeenCalledOnce()
  expect(activate).not.toHaveBeenCalled()

  updates.apply()
  expect(activate).toHaveBeenCalledWith(true)
})
