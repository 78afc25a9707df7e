/** Take it only `if-free`, wait until it is (`when-free`), or `steal` it from its holder. */
export type AcquireMode = 'if-free' | 'when-free' | 'steal'

/**
 * Asks to be the one who writes a call, however many tabs show it.
 *
 * @param lost called when another tab steals it; nothing may be written from then on
 * @param signal ends the waiting
 * @returns `undefined` when somebody else has it, or when the waiting was ended
 */
export type AcquireWriter = (call: string, how: AcquireMode, lost: () => void, signal?: AbortSignal) => Promise<WriterLock | undefined>

export interface WriterLock {
  /** False where the browser has no locks: only one tab at a time should then show the call. */
  readonly exclusive: boolean
  release(): void
}

/** A lock across the tabs of this browser, or an honest stand-in where it has none. */
export const acquireWriter: AcquireWriter = (call, how, lost, signal) =>
  new Promise((resolve) => {
    let held = false
    const hold = (lock: Lock | null) => {
      if (!lock) return resolve(undefined)
      held = true
      // The browser's lock is held for as long as this promise is open.
      return new Promise<void>((release) => resolve({ exclusive: true, release }))
    }
    const fail = () => {
      if (held) lost()
      else resolve(signal?.aborted ? undefined : { exclusive: false, release() {} })
    }
    const locks = globalThis.navigator?.locks
    if (locks) locks.request(`evenkeel.call.${call}`, optionsOf(how, signal), hold).catch(fail)
    else fail()
  })

function optionsOf(how: AcquireMode, signal: AbortSignal | undefined): LockOptions {
  switch (how) {
    case 'if-free':
      return { ifAvailable: true }
    case 'when-free':
      return signal ? { signal } : {}
    case 'steal':
      return { steal: true }
  }
}
