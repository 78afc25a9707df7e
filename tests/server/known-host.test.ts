import { describe, expect, test } from 'vitest'
import { isKnownHost } from '../../src/server/known-host.ts'

describe('on loopback', () => {
  test.each(['localhost', 'LOCALHOST:4600', '127.0.0.1:4600', '127.8.9.1', '[::1]:4600'])('%s is us', (host) => {
    expect(isKnownHost(host, '127.0.0.1')).toBe(true)
  })

  test.each([undefined, '', 'evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', '10.0.0.5', 'a@localhost', 'localhost/x'])(
    '%s is not us',
    (host) => {
      expect(isKnownHost(host, '127.0.0.1')).toBe(false)
    },
  )
})

describe('on a name of our own', () => {
  test('that name is us, whatever its case', () => expect(isKnownHost('Panel.example.com:80', 'panel.example.com')).toBe(true))
  test('another is not', () => expect(isKnownHost('example.com', 'panel.example.com')).toBe(false))
})

describe.each(['0.0.0.0', '::'])('on every address (%s)', (configured) => {
  test.each(['10.0.0.5:4600', '[fe80::1]:4600'])('%s is us, because an address cannot be pointed elsewhere', (host) => {
    expect(isKnownHost(host, configured)).toBe(true)
  })
  test('a name is not', () => expect(isKnownHost('evil.example', configured)).toBe(false))
})
