/**
 * What can go wrong with a store, by what a person can do about it. The words for each stand with the interface.
 *
 * - `full`: the disk or the quota is used up
 * - `denied`: this page may not store anything
 * - `outdated`: a newer version of the program has taken the database over
 * - `conflict`: somebody else has written this part of the log already
 * - `damaged`: what a log builds on is missing or unreadable
 * - `unavailable`: anything else; trying again may help
 */
export type StoreErrorCode = 'full' | 'denied' | 'outdated' | 'conflict' | 'damaged' | 'unavailable'

export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly code: StoreErrorCode

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** Names of the exceptions that browsers throw; the names are standard, the messages are not. */
const CODE_OF: Readonly<Record<string, StoreErrorCode>> = {
  QuotaExceededError: 'full',
  SecurityError: 'denied',
  NotAllowedError: 'denied',
  VersionError: 'outdated',
  ConstraintError: 'conflict',
  NotReadableError: 'damaged',
}

/** Any failure of a store as a {@link StoreError}. */
export function asStoreError(cause: unknown): StoreError {
  if (cause instanceof StoreError) return cause
  const { name, message } = cause instanceof Error ? cause : new Error(String(cause))
  return new StoreError(CODE_OF[name] ?? 'unavailable', `${name}: ${message}`, { cause })
}
