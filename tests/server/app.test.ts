import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../src/server/app.ts'

const dist = mkdtempSync(join(tmpdir(), 'evenkeel-dist-'))
const app = buildApp({ dist, host: '127.0.0.1', embedIn: [] })

beforeAll(() => {
  mkdirSync(join(dist, 'assets'))
  writeFileSync(join(dist, 'index.html'), '<!doctype html><title>Panel</title>')
  writeFileSync(join(dist, 'sw.js'), 'self')
  writeFileSync(join(dist, 'assets/index-1a2b3c.js'), 'export {}')
})

afterAll(async () => {
  await app.close()
  rmSync(dist, { recursive: true })
})

describe('files', () => {
  test('the panel is at the root', async () => {
    const response = await app.inject('/')
    expect(response.statusCode).toBe(200)
    expect(response.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(response.body).toContain('<title>Panel</title>')
  })

  test('a HEAD tells the same without the body', async () => {
    const response = await app.inject({ method: 'HEAD', url: '/' })
    expect(response.statusCode).toBe(200)
    expect(response.body).toBe('')
  })

  test('a hashed file is kept for good', async () => {
    const response = await app.inject('/assets/index-1a2b3c.js')
    expect(response.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  })

  test.each(['/', '/index.html', '/sw.js'])('%s is asked for anew each time', async (url) => {
    expect((await app.inject(url)).headers['cache-control']).toBe('no-cache')
  })

  test.each(['/nothing', '/assets/', '/assets/../../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd'])('%s is not there', async (url) => {
    const response = await app.inject(url)
    expect(response.statusCode).toBe(404)
    expect(response.headers['content-type']).toBe('text/plain; charset=utf-8')
    expect(response.body).toBe('Not found\n')
  })
})

describe('what may be asked', () => {
  test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const)('%s is refused', async (method) => {
    const response = await app.inject({ method, url: '/' })
    expect(response.statusCode).toBe(405)
    expect(response.headers.allow).toBe('GET, HEAD')
  })

  test('a stranger’s domain that was pointed at us gets nothing', async () => {
    const response = await app.inject({ url: '/', headers: { host: 'evil.example:4600' } })
    expect(response.statusCode).toBe(403)
    expect(response.body).toBe('Unknown host\n')
  })
})

describe('headers', () => {
  test.each(['/', '/sw.js', '/nothing'])('%s comes with the strict policy', async (url) => {
    const { headers } = await app.inject(url)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': 'camera=(), microphone=(), geolocation=()',
      'x-frame-options': 'SAMEORIGIN',
    })
    expect(String(headers['content-security-policy']).split(';')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      "worker-src 'self'",
      "manifest-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'self'",
    ])
  })

  test('other systems may show the panel in a frame once they are named', async () => {
    const embedded = buildApp({ dist, host: '127.0.0.1', embedIn: ['https://crm.example.com'] })
    const { headers } = await embedded.inject('/')
    expect(headers['content-security-policy']).toContain("frame-ancestors 'self' https://crm.example.com")
    expect(headers).not.toHaveProperty('x-frame-options')
    await embedded.close()
  })
})
