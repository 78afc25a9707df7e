import { describe, expect, test } from 'vitest'
import { readOptions } from '../../src/server/options.ts'

describe('options', () => {
  test('nothing said means this machine, port 4600, and a browser for whoever sits at the terminal', () => {
    expect(readOptions([], {}, true)).toEqual({ port: 4600, host: '127.0.0.1', open: true, embedIn: [], transcripts: false })
    expect(readOptions([], {}, false).open).toBe(false)
  })

  test('each can be given', () => {
    const args = ['--port', '4700', '--host=::1', '--open=false', '--embed-in', 'https://a.example', '--embed-in', 'http://b.example:8080']
    expect(readOptions(args, {}, true)).toEqual({
      port: 4700,
      host: '::1',
      open: false,
      embedIn: ['https://a.example', 'http://b.example:8080'],
      transcripts: false,
    })
  })

  test('--open alone opens', () => expect(readOptions(['--open'], {}, false).open).toBe(true))

  test('PORT is the port unless --port says otherwise', () => {
    expect(readOptions([], { PORT: '5000' }, false).port).toBe(5000)
    expect(readOptions(['--port', '0'], { PORT: '5000' }, false).port).toBe(0)
  })
})

describe('transcripts', () => {
  test('come in when asked for, with a token of one’s own or a new one', () => {
    const EVENTS_TOKEN = 'sixteen-letters-and-more'
    expect(readOptions(['--transcripts'], {}, false)).toMatchObject({ transcripts: true })
    expect(readOptions(['--transcripts'], { EVENTS_TOKEN }, false)).toMatchObject({ transcripts: true, eventsToken: EVENTS_TOKEN })
    expect(readOptions([], { EVENTS_TOKEN }, false)).not.toHaveProperty('eventsToken')
  })

  test.each(['short', 'with spaces in between it', '令牌令牌令牌令牌令牌令牌令牌令牌'])('the token %j cannot be used', (EVENTS_TOKEN) => {
    expect(() => readOptions(['--transcripts'], { EVENTS_TOKEN }, false)).toThrow('EVENTS_TOKEN has 16 to 512 letters')
  })

  test.each(['0.0.0.0', '192.168.1.5', 'desk.example'])('are not offered to the network, as on %s', (host) => {
    expect(() => readOptions(['--transcripts', '--host', host], {}, false)).toThrow('--transcripts is for this machine only')
  })

  test.each(['localhost', '::1', '127.0.0.2'])('are offered on %s', (host) => {
    expect(readOptions(['--transcripts', '--host', host], {}, false)).toMatchObject({ transcripts: true, host })
  })
})

describe('what cannot be used is named, with what to give instead', () => {
  test.each(['x', '-1', '70000', '4600.5', ''])('port %j', (port) => {
    expect(() => readOptions([`--port=${port}`], {}, false)).toThrow(`"${port}" is not a port. Give a whole number from 0 to 65535`)
  })

  test('an option that does not exist', () => {
    expect(() => readOptions(['--prot', '1'], {}, false)).toThrow("Unknown option '--prot'. The options are: npm start -- [--port 4600]")
  })

  test('an option without its value', () => {
    expect(() => readOptions(['--port'], {}, false)).toThrow("Option '--port <value>' argument missing. The options are:")
  })

  test('a word that does not belong there', () => {
    expect(() => readOptions(['4700'], {}, false)).toThrow("Unexpected argument '4700'")
  })

  test('--open that is neither', () => {
    expect(() => readOptions(['--open=maybe'], {}, false)).toThrow('--open is true or false, not "maybe".')
  })

  test.each(['crm.example.com', 'https://crm.example.com/', 'https://a.example; script-src *', 'javascript:1', "'none'"])(
    'an origin to be embedded in: %s',
    (origin) => {
      expect(() => readOptions(['--embed-in', origin], {}, false)).toThrow('--embed-in takes an origin such as https://crm.example.com')
    },
  )
})
