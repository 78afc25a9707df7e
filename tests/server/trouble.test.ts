import { describe, expect, test } from 'vitest'
import { listeningTrouble, Trouble, writingTrouble } from '../../src/server/trouble.ts'

const systemError = (code: string) => Object.assign(new Error(`${code}: it failed`), { code, syscall: 'open' })

describe('listening', () => {
  const at = { host: '127.0.0.1', port: 4600 }

  test('a taken port: who may hold it, and the command for another', () => {
    expect(listeningTrouble(systemError('EADDRINUSE'), at)).toMatchObject({
      code: 'port-taken',
      message: expect.stringMatching(/^Port 4600 on 127\.0\.0\.1 is taken.*npm start -- --port 4601$/),
    })
  })

  test.each([
    ['EACCES', 'port-forbidden'],
    ['EADDRNOTAVAIL', 'host-unknown'],
    ['ENOTFOUND', 'host-unknown'],
  ])('%s is %s', (systemCode, code) => {
    expect(listeningTrouble(systemError(systemCode), at)).toMatchObject({ name: 'Trouble', code })
  })
})

describe('writing', () => {
  test.each(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ENOTDIR', 'EEXIST'])('%s says where, why and what to do', (code) => {
    const trouble = writingTrouble(systemError(code), '/srv/evenkeel/dist')
    expect(trouble).toMatchObject({
      code: 'cannot-write',
      message: expect.stringMatching(/^The panel cannot be built into \/srv\/evenkeel\/dist: .+\. .+\.$/),
    })
  })

  test('the service worker builder tells the code in its message', () => {
    const error = new Error("Unable to write the service worker file. 'ENOSPC: no space left on device, write'")
    expect(writingTrouble(error, '/dist')).toBeInstanceOf(Trouble)
  })

  test('the bundler tells the number of the system', () => {
    const error = new Error('Could not write bundle: Read-only file system (os error 30)')
    expect(writingTrouble(error, '/dist')).toMatchObject({ message: expect.stringContaining('read-only') })
  })
})

test('any other error stays what it is', () => {
  const error = new TypeError('undefined is not a function')
  expect(listeningTrouble(error, { host: 'x', port: 1 })).toBe(error)
  expect(writingTrouble(error, '/dist')).toBe(error)
})
