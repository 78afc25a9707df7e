import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildNeed } from '../../../src/server/build.ts'

/** Global setup of the end-to-end tests: they run on the panel as it is served, so it is built when it is missing or old. */
export function setup(): void {
  const root = fileURLToPath(new URL('../../..', import.meta.url))
  if (!buildNeed(root)) return
  // In a process of its own, because this one is set up for tests and would bundle the development build of React.
  execFileSync(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production' },
  })
}
