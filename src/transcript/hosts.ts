import { isFields } from './fields.ts'

/** Who may tell the panel about calls, as the server that serves the panel was started. */
export interface Hosts {
  /** Origins of pages that may show the panel in a frame; the same may send it messages. */
  readonly origins: readonly string[]
  /** Whether the server itself passes on events. */
  readonly events: boolean
}

/** Where the server says so, beside the panel. */
export const HOSTS_PATH = '/hosts.json'

export const NO_HOSTS: Hosts = { origins: [], events: false }

/** Hosts as they were read from outside. Whatever is not well formed is nobody. */
export function readHosts(value: unknown): Hosts {
  if (!isFields(value)) return NO_HOSTS
  const origins = Array.isArray(value.origins) ? value.origins.filter(isOrigin) : []
  return { origins, events: value.events === true }
}

function isOrigin(text: unknown): text is string {
  return typeof text === 'string' && URL.canParse(text) && new URL(text).origin === text
}
