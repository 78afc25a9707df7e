import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

type Program = ChildProcessByStdio<null, Readable, Readable>

/** Runs what `npm start` runs. */
function start(...args: readonly string[]): Program {
  const script = fileURLToPath(new URL('../../scripts/start.mjs', import.meta.url))
  return spawn(process.execPath, [script, '--open=false', ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
}

/** The address that a server has printed. */
async function addressOf(server: Program): Promise<string> {
  let printed = ''
  for await (const chunk of server.stdout) {
    printed += chunk
    const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(printed)?.[0]
    if (address) return address
  }
  throw new Error(`No address in: ${printed}`)
}

test('the panel is served, a second server on its port says what to do, and Ctrl+C ends it cleanly', async () => {
  const server = start('--port', '0')
  const address = await addressOf(server)
  expect((await fetch(address)).status).toBe(200)

  const { port } = new URL(address)
  const second = start('--port', port)
  const [said, [code]] = await Promise.all([text(second.stderr), once(second, 'exit')])
  expect(said).toBe(
    `Port ${port} on 127.0.0.1 is taken, perhaps by another Evenkeel. Stop that program, or choose another port: npm start -- --port ${Number(port) + 1}\n`,
  )
  expect(code).toBe(1)

  server.kill('SIGINT')
  expect(await once(server, 'exit')).toEqual([0, null])
})

test('a port that is none is named in a sentence, without a stack trace', async () => {
  const server = start('--port', 'abc')
  const [said, [code]] = await Promise.all([text(server.stderr), once(server, 'exit')])
  expect(said).toBe('"abc" is not a port. Give a whole number from 0 to 65535, as in: npm start -- --port 4600\n')
  expect(code).toBe(1)
})
