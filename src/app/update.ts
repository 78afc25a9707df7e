/** A newer version of the panel that has been fetched, and waits to be asked for. */
export interface UpdateOffer {
  subscribe(listener: () => void): () => void
  available(): boolean
  /** Loads the page again on the newer version. */
  apply(): void
}

/** Where the registration of the service worker reports to; see `virtual:pwa-register`. */
export type RegisterWorker = (options: { readonly onNeedRefresh: () => void }) => (reload: boolean) => Promise<void>

/** Registers the service worker, and offers what it has fetched. Nothing is switched over by itself. */
export function offerUpdates(register: RegisterWorker): UpdateOffer {
  const listeners = new Set<() => void>()
  let available = false
  const activate = register({
    onNeedRefresh() {
      available = true
      for (const listener of listeners) listener()
    },
  })
  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    available: () => available,
    apply: () => void activate(true),
  }
}
