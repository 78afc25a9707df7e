/** The panel on one stored call: to go on with it, or to its papers once it has ended. */
export function panelAddress(call: string): string {
  return `#/call/${encodeURIComponent(call)}`
}

/** The call that an address of the panel names. */
export function callAt(hash: string): string | undefined {
  const [, call] = /^#\/call\/([^/?]+)/.exec(hash) ?? []
  if (call === undefined) return undefined
  try {
    return decodeURIComponent(call)
  } catch {
    return undefined
  }
}
