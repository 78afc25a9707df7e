import { vi } from 'vitest'

interface Request {
  readonly grant: () => void
  readonly drop: () => void
}

interface Held {
  readonly steal: () => void
}

type Callback = (lock: Lock | null) => unknown

/** The browser's exclusive locks as https://w3c.github.io/web-locks/ has them, for tabs that all live in this test. */
export class FakeLocks {
  readonly #held = new Map<string, Held>()
  readonly #waiting = new Map<string, Request[]>()

  request(name: string, options: LockOptions, callback: Callback): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const hold = () => {
        const mine: Held = { steal: () => reject(new DOMException('stolen', 'AbortError')) }
        this.#held.set(name, mine)
        Promise.resolve(callback({ name, mode: 'exclusive' }))
          .finally(() => {
            if (this.#held.get(name) === mine) this.#release(name)
          })
          .then(resolve, reject)
      }
      // Like a browser, never answers before the caller is done.
      queueMicrotask(() => {
        if (options.steal) {
          this.#held.get(name)?.steal()
          hold()
        } else if (!this.#held.has(name)) hold()
        else if (options.ifAvailable) resolve(callback(null))
        else this.#stand(name, { grant: hold, drop: () => reject(new DOMException('aborted', 'AbortError')) }, options.signal)
      })
    })
  }

  #stand(name: string, request: Request, signal: AbortSignal | undefined): void {
    if (signal?.aborted) {
      request.drop()
      return
    }
    const line = this.#waiting.get(name) ?? []
    line.push(request)
    this.#waiting.set(name, line)
    signal?.addEventListener('abort', () => {
      const at = line.indexOf(request)
      if (at < 0) return
      line.splice(at, 1)
      request.drop()
    })
  }

  #release(name: string): void {
    this.#held.delete(name)
    this.#waiting.get(name)?.shift()?.grant()
  }
}

/** Gives this test a browser with locks of its own, or one without. */
export function stubLocks(locks: FakeLocks | undefined): void {
  vi.stubGlobal('navigator', { locks })
}
