import { isIP, isIPv4 } from 'node:net'

/** Whether a host to listen on means every address of this machine. */
export function isWildcard(host: string): boolean {
  return host === '0.0.0.0' || host === '::'
}

/**
 * Whether a Host header names this server: a loopback name, or the host that it was told to listen on.
 *
 * Any other name may be a stranger's domain that was pointed at us (DNS rebinding), whose pages would then read what we
 * serve. An address cannot be pointed elsewhere, so a server that listens everywhere answers to every address.
 *
 * @example
 * isKnownHost('localhost:4600', '127.0.0.1') // true
 * isKnownHost('evil.example:4600', '127.0.0.1') // false
 */
export function isKnownHost(header: string | undefined, configured: string): boolean {
  const host = hostOf(header)
  if (host === undefined) return false
  if (isLoopback(host)) return true
  return host === configured.toLowerCase() || (isWildcard(configured) && isIP(host) !== 0)
}

/** Whether a host is this machine itself, which no other can reach. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'))
}

/** The host of `host`, `host:port` or `[address]:port`, in lower case and without brackets. */
function hostOf(header: string | undefined): string | undefined {
  const match = /^(?:\[([0-9a-f:.]+)\]|([a-z0-9.-]+))(?::\d+)?$/i.exec(header ?? '')
  return (match?.[1] ?? match?.[2])?.toLowerCase()
}
