import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'

/** `npm run dev` on a copy of the program with a pack whose content may be changed. */
export interface DevServer {
  readonly url: string
  /** Replaces text in a file, as an editor that saves it; the text must be there. */
  edit: (file: string, from: string, to: string) => void
  close: () => Promise<void>
}

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const PROGRAM = ['src', 'public', 'index.html', 'package.json', 'tsconfig.json', 'vite.config.ts']
/** A small pack, which is compiled, walked and learnt in a moment. */
const PACK = 'tests/fixtures/packs/sound'
const CONTENT = ['scenarios', 'scripts-zh']

/** Copies what the page is made of, with the pack `mini`, and serves it as authors have it. */
export async function startDevServer(): Promise<DevServer> {
  const folder = mkdtempSync(join(tmpdir(), 'evenkeel-dev-'))
  for (const name of PROGRAM) cpSync(join(ROOT, name), join(folder, name), { recursive: true })
  for (const name of CONTENT) cpSync(join(ROOT, PACK, name), join(folder, name), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}/`
  const program = spawn(
    process.execPath,
    [join(ROOT, 'node_modules/vite/bin/vite.js'), '--host', '127.0.0.1', '--port', String(port), '--strictPort'],
    { cwd: folder, stdio: 'ignore', env: { ...process.env, NODE_ENV: 'development', VITEST: '' } },
  )
  await expect.poll(() => answers(url), { timeout: 60_000 }).toBe(true)
  return {
    url,
    edit: (file, from, to) => {
      const path = join(folder, file)
      const text = readFileSync(path, 'utf8')
      expect(text).toContain(from)
      writeFileSync(path, text.replace(from, to))
    },
    close: async () => {
      await end(program)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  )
}

async function end(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode) return
  const ended = once(program, 'exit')
  program.kill()
  await ended
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}
