import { getSystemErrorName } from 'node:util'

/** What the person at the terminal can put right. */
export type TroubleCode = 'bad-option' | 'bad-port' | 'port-taken' | 'port-forbidden' | 'host-unknown' | 'cannot-write' | 'pack-errors'

/** Stops the program with a sentence that says what is wrong, where, and what to do. */
export class Trouble extends Error {
  override readonly name = 'Trouble'
  readonly code: TroubleCode

  constructor(code: TroubleCode, sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.code = code
  }
}

/** The trouble behind a failed `listen`, or the error itself when it is something else. */
export function listeningTrouble(error: unknown, { host, port }: { host: string; port: number }): unknown {
  switch (systemCode(error)) {
    case 'EADDRINUSE':
      return new Trouble(
        'port-taken',
        `Port ${port} on ${host} is taken, perhaps by another Evenkeel. Stop that program, or choose another port: npm start -- --port ${port + 1}`,
        { cause: error },
      )
    case 'EACCES':
      return new Trouble('port-forbidden', `You may not listen on port ${port}. Choose a port above 1023: npm start -- --port 4600`, {
        cause: error,
      })
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new Trouble('host-unknown', `This machine has no address ${host} to listen on. Leave --host out to serve this machine only.`, {
        cause: error,
      })
  }
  return error
}

const WRITING: Readonly<Record<string, string>> = {
  EACCES: 'you lack the permission. Give yourself the right to write there, or copy the project into a folder of yours.',
  EPERM: 'the system forbids it. Give yourself the right to write there, or copy the project into a folder of yours.',
  EROFS: 'the disk is read-only. Copy the project onto a disk that can be written.',
  ENOSPC: 'the disk is full. Free some space and start again.',
  ENOTDIR: 'a file stands where a folder should be. Move that file away and start again.',
  EEXIST: 'a file stands where a folder should be. Move that file away and start again.',
}

/** The trouble behind a failed write, or the error itself when it is something else. */
export function writingTrouble(error: unknown, folder: string): unknown {
  const why = WRITING[systemCode(error) ?? '']
  return why ? new Trouble('cannot-write', `The panel cannot be built into ${folder}: ${why}`, { cause: error }) : error
}

/** The name of a system error such as `EACCES`; the bundler and the service worker builder tell it in their message only. */
function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  if ('syscall' in error && 'code' in error) return String(error.code)
  const number = /\(os error (\d+)\)/.exec(error.message)?.[1]
  return number ? getSystemErrorName(-Number(number)) : /\bE[A-Z]{3,}\b(?=:)/.exec(error.message)?.[0]
}
