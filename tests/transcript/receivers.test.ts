import { describe, expect, test } from 'vitest'
import type { Message, MessageRefusal } from '../../src/transcript/contract.ts'
import { NO_HOSTS, readHosts } from '../../src/transcript/hosts.ts'
import { type EventSourceLike, receiveServerEvents } from '../../src/transcript/server-events.ts'
import { PANEL_READY, receiveWindowMessages, type SentMessage, tellPagesAround } from '../../src/transcript/window-messages.ts'

const CRM = 'https://crm.example.com'
const ended = { specversion: '1.0', id: '1', source: '/crm', type: 'call.ended', subject: 'call-1', data: {} }
const MESSAGE: Message = { type: 'call.ended', call: 'call-1' }

function notes() {
  const messages: Message[] = []
  const refusals: MessageRefusal[] = []
  const receiver = {
    onMessage: (message: Message) => messages.push(message),
    onRefusal: (refusal: MessageRefusal) => refusals.push(refusal),
  }
  return { messages, refusals, receiver }
}

/** A window that keeps its listeners. */
function windowLike() {
  const listeners = new Set<(event: SentMessage) => void>()
  return {
    listeners,
    addEventListener: (_type: 'message', listener: (event: SentMessage) => void) => void listeners.add(listener),
    removeEventListener: (_type: 'message', listener: (event: SentMessage) => void) => void listeners.delete(listener),
    send(origin: string, data: unknown, source?: unknown) {
      for (const listener of listeners) listener({ origin, data, source })
    },
  }
}

describe('that the panel listens now', () => {
  const pageLike = () => {
    const told: [unknown, string][] = []
    return { told, postMessage: (data: unknown, origin: string) => void told.push([data, origin]) }
  }

  test('is told to the page around it, under the name that the browser vouches for and only if it is listed', () => {
    const parent = pageLike()
    const origins = ['https://other.example', CRM]
    tellPagesAround({ parent, location: { ancestorOrigins: [CRM] } }, { origins })
    expect(parent.told).toEqual([[PANEL_READY, CRM]])
    tellPagesAround({ parent, location: { ancestorOrigins: ['https://evil.example'] } }, { origins })
    expect(parent.told).toHaveLength(1)
  })

  test('is told to listed origins only where the browser vouches for none, and to the page that opened it', () => {
    const parent = pageLike()
    const opener = pageLike()
    tellPagesAround({ parent, opener, location: {} }, { origins: [CRM] })
    expect([parent.told, opener.told]).toEqual([[[PANEL_READY, CRM]], [[PANEL_READY, CRM]]])
  })

  test('is told to nobody by a window that stands alone', () => {
    const alone = { ...pageLike(), parent: null as never, location: {} }
    alone.parent = alone as never
    tellPagesAround(alone, { origins: [CRM] })
    expect(alone.told).toEqual([])
  })
})

describe('messages from other windows', () => {
  test('are taken from an allowed origin, as object or as text', () => {
    const target = windowLike()
    const { messages, refusals, receiver } = notes()
    receiveWindowMessages(target, { origins: [CRM] }, receiver)
    target.send(CRM, ended)
    target.send(CRM, JSON.stringify(ended))
    expect(messages).toEqual([MESSAGE, MESSAGE])
    expect(refusals).toEqual([])
  })

  test.each([
    'https://evil.example',
    'https://crm.example.com.evil.example',
    'https://crm.example.com:8443',
    'http://crm.example.com',
    'null',
    '',
  ])('are refused from %j, whatever they are', (origin) => {
    const target = windowLike()
    const { messages, refusals, receiver } = notes()
    receiveWindowMessages(target, { origins: [CRM] }, receiver)
    target.send(origin, ended)
    expect(messages).toEqual([])
    expect(refusals).toEqual([{ code: 'wrong-origin', expected: CRM }])
  })

  test.each([
    ['unknown-type', { ...ended, type: 'call.held' }],
    ['broken-payload', { ...ended, data: 7 }],
    ['not-a-cloudevent', { hello: 'panel' }],
    ['not-json', 'hello'],
    ['too-large', { ...ended, data: { more: 'x'.repeat(70_000) } }],
  ])('are refused when they are %s', (code, data) => {
    const target = windowLike()
    const { messages, refusals, receiver } = notes()
    receiveWindowMessages(target, { origins: [CRM] }, receiver)
    target.send(CRM, data)
    expect(messages).toEqual([])
    expect(refusals).toMatchObject([{ code }])
  })

  test('that the window sends to itself are nobody’s', () => {
    const target = windowLike()
    const { messages, refusals, receiver } = notes()
    receiveWindowMessages(target, { origins: [CRM] }, receiver)
    target.send('https://panel.example.com', { type: 'devtools' }, target)
    expect([messages, refusals]).toEqual([[], []])
  })

  test('are not listened to where no origin is allowed, nor after stopping', () => {
    const target = windowLike()
    receiveWindowMessages(target, NO_HOSTS, notes().receiver)
    expect(target.listeners.size).toBe(0)
    const stop = receiveWindowMessages(target, { origins: [CRM] }, notes().receiver)
    stop()
    expect(target.listeners.size).toBe(0)
  })
})

/** Event sources that are opened one after the other, and a clock that stands still. */
function eventsLike() {
  const sources: (EventSourceLike & { emit(type: string, data?: unknown, lastEventId?: string): void; state: number; closed: boolean })[] =
    []
  const urls: string[] = []
  let kept: string | undefined
  const waiting: { run: () => void; milliseconds: number; off: boolean }[] = []
  return {
    sources,
    waiting,
    urls,
    keep(id: string) {
      kept = id
    },
    kept: () => kept,
    open(url: string) {
      urls.push(url)
      const listeners = new Map<string, (event: { data?: unknown; lastEventId?: string }) => void>()
      const source = {
        state: 0,
        closed: false,
        get readyState() {
          return source.state
        },
        addEventListener: (type: string, listener: (event: { data?: unknown; lastEventId?: string }) => void) =>
          void listeners.set(type, listener),
        close() {
          source.closed = true
        },
        emit: (type: string, data?: unknown, lastEventId = '') => listeners.get(type)?.({ data, lastEventId }),
      }
      sources.push(source)
      return source
    },
    later(run: () => void, milliseconds: number) {
      const entry = { run, milliseconds, off: false }
      waiting.push(entry)
      return () => {
        entry.off = true
      }
    },
  }
}

describe('events of the server', () => {
  test('are taken, or refused and counted like all others', () => {
    const home = eventsLike()
    const { messages, refusals, receiver } = notes()
    receiveServerEvents('/events', receiver, home)
    home.sources[0]?.emit('message', JSON.stringify(ended))
    home.sources[0]?.emit('message', JSON.stringify({ ...ended, type: 'call.held' }))
    expect(messages).toEqual([MESSAGE])
    expect(refusals).toMatchObject([{ code: 'unknown-type' }])
  })

  test('tell what the server itself refused', () => {
    const home = eventsLike()
    const { refusals, receiver } = notes()
    receiveServerEvents('/events', receiver, home)
    home.sources[0]?.emit('refused', JSON.stringify({ code: 'broken-payload', field: 'data.who', expected: 'customer or agent' }))
    home.sources[0]?.emit('refused', '{')
    home.sources[0]?.emit('refused', JSON.stringify({ code: 'made-up' }))
    expect(refusals).toEqual([
      { code: 'broken-payload', field: 'data.who', expected: 'customer or agent' },
      { code: 'not-json' },
      { code: 'not-json' },
    ])
  })

  test('are left to the browser while it comes back by itself', () => {
    const home = eventsLike()
    const lines: string[] = []
    receiveServerEvents('/events', { ...notes().receiver, onLine: (line) => lines.push(line) }, home)
    const [source] = home.sources
    source?.emit('open')
    source?.emit('error')
    source?.emit('error')
    source?.emit('open')
    expect(lines).toEqual(['open', 'lost', 'open'])
    expect(home.waiting).toEqual([])
  })

  test('are asked for again when the browser gives up, less and less often', () => {
    const home = eventsLike()
    receiveServerEvents('/events', notes().receiver, home)
    for (let i = 0; i < 7; i++) {
      const source = home.sources.at(-1)
      if (source) source.state = 2
      source?.emit('error')
      home.waiting.at(-1)?.run()
    }
    expect(home.waiting.map(({ milliseconds }) => milliseconds)).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000])
    home.sources.at(-1)?.emit('open')
    const last = home.sources.at(-1)
    if (last) last.state = 2
    last?.emit('error')
    expect(home.waiting.at(-1)?.milliseconds).toBe(1000)
  })

  test('go on behind the last one, after a reload too', () => {
    const home = eventsLike()
    receiveServerEvents('/events', notes().receiver, home)
    home.sources[0]?.emit('message', JSON.stringify(ended), 'a1-7')
    receiveServerEvents('/events', notes().receiver, home)
    expect(home.urls).toEqual(['/events', '/events?after=a1-7'])
  })

  test('stop when they are stopped, waiting or not', () => {
    const home = eventsLike()
    const stop = receiveServerEvents('/events', notes().receiver, home)
    const [source] = home.sources
    if (source) source.state = 2
    source?.emit('error')
    stop()
    expect(source?.closed).toBe(true)
    expect(home.waiting.map(({ off }) => off)).toEqual([true])
  })
})

describe('hosts', () => {
  test('are read as the server writes them', () => {
    expect(readHosts({ origins: [CRM], events: true })).toEqual({ origins: [CRM], events: true })
  })

  test.each([undefined, '<!doctype html>', [], { origins: 'https://crm.example.com' }, { events: 'yes' }])('are nobody in %j', (value) => {
    expect(readHosts(value)).toEqual(NO_HOSTS)
  })

  test('that are no origins are left out', () => {
    expect(readHosts({ origins: ['*', 'https://crm.example.com/', 7, 'null', CRM], events: false }).origins).toEqual([CRM])
  })
})
