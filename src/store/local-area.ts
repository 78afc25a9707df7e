/** The browser's local storage; `null` where it is denied. */
export function localArea(): Storage | null {
  try {
    return globalThis.localStorage ?? null
  } catch {
    // Where storage is denied, even looking at the property throws.
    return null
  }
}
