import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../src/server/app.ts'

const TOKEN = 'a-token-for-tests-only'
const dist = mkdtempSync(join(tmpdir(), 'evenkeel-events-'))
const serve = (eventsToken?: string, embedIn: readonly string[] = []) =>
  buildApp({ dist, host: '127.0.0.1', embedIn, ...(eventsToken === undefined ? {} : { eventsToken }) })
const app = serve(TOKEN)

beforeAll(() => writeFileSync(join(dist, 'index.html'), '<!doctype html>'))
afterAll(async () => {
  await app.close()
  rmSync(dist, { recursive: true })
})

const event = (id: string, change: object = {}) => ({
  specversion: '1.0',
  id,
  source: '/acd',
  type: 'transcript.segment',
  subject: 'call-1',
  data: { id, who: 'customer', text: '你们乱扣费', final: true },
  ...change,
})

interface Sending {
  readonly type?: string
  readonly query?: string
  readonly token?: string
}

async function post(body: unknown, { type = 'application/cloudevents+json', query = '', token = TOKEN }: Sending = {}) {
  const response = await app.inject({
    method: 'POST',
    url: `/events${query}`,
    headers: { 'content-type': type, ...(token ? { authorization: `Bearer ${token}` } : {}) },
    payload: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return { status: response.statusCode, headers: response.headers, body: response.json() }
}

describe('posting', () => {
  test('one event is taken', async () => {
    expect(await post(event('u1'))).toMatchObject({ status: 202, body: { accepted: 1, refused: [] } })
  })

  test('a batch is taken as far as it is good', async () => {
    const batch = [event('u1'), event('u2', { type: 'call.held' }), event('u3')]
    expect(await post(batch, { type: 'application/cloudevents-batch+json' })).toMatchObject({
      status: 207,
      body: { accepted: 2, refused: [{ index: 1, code: 'unknown-type', field: 'type' }] },
    })
  })

  test.each([
    ['no JSON', '{', { code: 'not-json' }],
    ['no CloudEvent', {}, { code: 'not-a-cloudevent', field: 'specversion' }],
    ['an unknown type', event('u1', { type: 'call.held' }), { code: 'unknown-type', field: 'type' }],
    ['a broken payload', event('u1', { data: {} }), { code: 'broken-payload', field: 'data.id' }],
  ])('%s is refused, with the place', async (_, body, refusal) => {
    expect(await post(body)).toMatchObject({ status: 400, body: { accepted: 0, refused: [refusal] } })
  })

  test('a batch that is none is refused', async () => {
    const type = 'application/cloudevents-batch+json'
    expect(await post({}, { type })).toMatchObject({ status: 400, body: { refused: [{ code: 'not-a-cloudevent' }] } })
    expect(await post('[', { type })).toMatchObject({ status: 400, body: { refused: [{ code: 'not-json' }] } })
  })

  test('a message over 64 KiB is refused, and not read', async () => {
    const large = event('u1', { data: { id: 'u1', who: 'customer', text: '费'.repeat(22_000), final: true } })
    expect(await post(large)).toMatchObject({ status: 413, body: { error: { code: 'too-large' } } })
  })

  test.each(['', 'wrong', `${TOKEN}x`])('without the token (%j) nothing is taken', async (token) => {
    const { status, headers, body } = await post(event('u1'), { token })
    expect([status, headers['www-authenticate'], body.error.code]).toEqual([401, 'Bearer', 'unauthorized'])
  })

  test.each(['text/plain', 'application/json', 'application/x-www-form-urlencoded'])('%s is no CloudEvent', async (type) => {
    expect(await post(event('u1'), { type })).toMatchObject({ status: 415, body: { error: { code: 'wrong-media-type' } } })
  })

  test('the strict headers stand on answers too', async () => {
    expect((await post(event('u1'))).headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' })
  })

  test('other methods stay closed', async () => {
    expect((await app.inject({ method: 'PUT', url: '/events' })).statusCode).toBe(405)
    expect((await app.inject({ method: 'POST', url: '/' })).statusCode).toBe(405)
  })

  test('a stranger’s domain that was pointed at us posts nothing', async () => {
    const headers = { host: 'evil.example', authorization: `Bearer ${TOKEN}`, 'content-type': 'application/cloudevents+json' }
    expect((await app.inject({ method: 'POST', url: '/events', headers, payload: JSON.stringify(event('u1')) })).statusCode).toBe(403)
  })

  test('it is closed unless asked for', async () => {
    const closed = serve()
    expect((await closed.inject({ method: 'POST', url: '/events' })).statusCode).toBe(405)
    expect((await closed.inject('/events')).statusCode).toBe(404)
    await closed.close()
  })
})

describe('posting what a vendor sends', () => {
  const fixture = (name: string) => JSON.parse(readFileSync(new URL(`../fixtures/transcripts/${name}.json`, import.meta.url), 'utf8'))

  test.each(['contact-lens', 'agent-assist', 'audiohook'])('%s is read by its adapter', async (name) => {
    const [started] = fixture(name)
    expect(await post(started, { type: 'application/json', query: `?from=${name}` })).toMatchObject({ status: 202, body: { accepted: 1 } })
  })

  test('Twilio posts forms', async () => {
    const form = new URLSearchParams(fixture('twilio')[2]).toString()
    const sending = { type: 'application/x-www-form-urlencoded; charset=utf-8', query: '?from=twilio&customer=outbound_track' }
    expect(await post(form, sending)).toMatchObject({ status: 202, body: { accepted: 1 } })
  })

  test('what an adapter leaves aside is told', async () => {
    expect(await post({ type: 'ping', id: 's' }, { type: 'application/json', query: '?from=audiohook' })).toMatchObject({
      status: 202,
      body: { accepted: 0, skipped: [{ why: 'other-kind', what: 'ping' }] },
    })
  })

  test('what breaks the contract behind its adapter is refused', async () => {
    const long = { EventType: 'STARTED', ContactId: 'x'.repeat(300) }
    expect(await post(long, { type: 'application/json', query: '?from=contact-lens' })).toMatchObject({
      status: 400,
      body: { refused: [{ code: 'broken-payload', field: 'subject' }] },
    })
  })

  test.each(['?from=zoom', '?from=twilio&customer=left'])('%s names no adapter', async (query) => {
    expect(await post('{}', { type: 'application/json', query })).toMatchObject({
      status: 400,
      body: { error: { code: 'unknown-adapter' } },
    })
  })

  test('what is no JSON is refused', async () => {
    expect(await post('{', { type: 'application/json', query: '?from=audiohook' })).toMatchObject({ status: 400 })
  })
})

describe('who may tell the panel about calls stands beside it', () => {
  test.each([
    [undefined, { origins: ['https://crm.example.com'], events: false }],
    [TOKEN, { origins: ['https://crm.example.com'], events: true }],
  ])('with the token %s', async (token, hosts) => {
    const embedded = serve(token, ['https://crm.example.com'])
    const response = await embedded.inject('/hosts.json')
    expect(response.json()).toEqual(hosts)
    expect(response.headers).toMatchObject({ 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' })
    expect(response.body).not.toContain(TOKEN)
    await embedded.close()
  })
})

describe('listening', () => {
  let server: ReturnType<typeof serve> | undefined

  afterEach(async () => {
    await server?.close()
    server = undefined
  })

  async function start(): Promise<number> {
    server = serve(TOKEN)
    await server.listen({ host: '127.0.0.1', port: 0 })
    return (server.server.address() as AddressInfo).port
  }

  /** Opens the stream and gives what arrives on it. */
  async function listen(port: number, headers: Record<string, string> = {}, query = '') {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      get({ host: '127.0.0.1', port, path: `/events${query}`, headers }, resolve).on('error', reject)
    })
    response.setEncoding('utf8')
    let text = ''
    response.on('data', (chunk: string) => {
      text += chunk
    })
    const closed = new Promise<void>((resolve) => response.on('close', resolve).on('error', () => resolve()))
    return { response, closed, text: () => text }
  }

  async function send(id: string, change: object = {}): Promise<void> {
    await server?.inject({
      method: 'POST',
      url: '/events',
      headers: { 'content-type': 'application/cloudevents+json', authorization: `Bearer ${TOKEN}` },
      payload: JSON.stringify(event(id, change)),
    })
  }

  const ids = (text: string) => [...text.matchAll(/^id: (.+)$/gm)].map(([, id]) => id ?? '')

  test('events come as they are posted, refusals among them', async () => {
    const { response, text } = await listen(await start())
    expect(response.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    await send('u1')
    await send('u2', { type: 'call.held' })
    await expect.poll(text).toMatch(/event: message\ndata: \{"specversion":"1.0".*"id":"u1".*\}\n\n/)
    await expect.poll(text).toMatch(/event: refused\ndata: \{"code":"unknown-type".*\}\n\n/)
    response.destroy()
  })

  test('who comes back gets what was missed, and who is new gets nothing old', async () => {
    const port = await start()
    const first = await listen(port)
    await send('u1')
    await expect.poll(() => ids(first.text())).toHaveLength(1)
    const [last = ''] = ids(first.text())
    first.response.destroy()
    await send('u2')
    await send('u3')

    const back = await listen(port, { 'last-event-id': last })
    await expect.poll(back.text).toMatch(/"id":"u2"[\s\S]*"id":"u3"/)
    expect(back.text()).not.toContain('"id":"u1"')
    const reloaded = await listen(port, {}, `?after=${last}`)
    await expect.poll(reloaded.text).toContain('"id":"u2"')
    const fresh = await listen(port)
    await send('u4')
    await expect.poll(fresh.text).toContain('"id":"u4"')
    expect(fresh.text()).not.toContain('"id":"u3"')
    for (const { response } of [back, reloaded, fresh]) response.destroy()
  })

  test('who comes back to a server that was started anew gets all that it has', async () => {
    const port = await start()
    await send('u1')
    const back = await listen(port, { 'last-event-id': 'another-7' })
    await expect.poll(back.text).toContain('"id":"u1"')
    back.response.destroy()
  })

  test('a page of another site is refused', async () => {
    const { response, text } = await listen(await start(), { 'sec-fetch-site': 'cross-site' })
    expect(response.statusCode).toBe(403)
    await expect.poll(text).toContain('cross-site')
  })

  test('no more listen than a desk has windows', async () => {
    const port = await start()
    const open = await Promise.all(Array.from({ length: 16 }, () => listen(port)))
    expect((await listen(port)).response.statusCode).toBe(503)
    open[0]?.response.destroy()
    await expect.poll(async () => (await listen(port)).response.statusCode).toBe(200)
  })

  test('the stream ends when the server stops', async () => {
    const { closed } = await listen(await start())
    await server?.close()
    await closed
  })
})
