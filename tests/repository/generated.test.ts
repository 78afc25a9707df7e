import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { root } from './files.ts'

test('what `npm run gen` writes is current', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/generate.ts', '--check'], {
    cwd: root,
    encoding: 'utf8',
  })
  expect({ status, printed: status === 0 ? '' : stdout + stderr }).toEqual({ status: 0, printed: '' })
}, 60_000)
