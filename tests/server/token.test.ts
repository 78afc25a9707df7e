import { expect, test } from 'vitest'
import { isBearer, newToken } from '../../src/server/token.ts'

test('a token is new each time, and long', () => {
  expect(newToken()).not.toBe(newToken())
  expect(newToken()).toMatch(/^[\w-]{32}$/)
})

test.each([
  ['Bearer secret-token', true],
  ['bearer  secret-token', true],
  ['Bearer secret-tokem', false],
  ['Bearer ', false],
  ['Basic secret-token', false],
  ['secret-token', false],
  [undefined, false],
])('%j shows it: %s', (header, shows) => expect(isBearer(header, 'secret-token')).toBe(shows))

test('an empty token is never shown', () => expect(isBearer('Bearer ', '')).toBe(false))
