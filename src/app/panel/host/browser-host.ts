import { HOSTS_PATH, type Hosts, NO_HOSTS, readHosts } from '../../../transcript/hosts.ts'
import { type Host, NO_HOST } from './host.ts'

/** Whoever may tell this window about calls, as the server says; what following them takes is loaded only where there is somebody. */
export async function openBrowserHost(): Promise<Host> {
  const hosts = await whoMayTell()
  if (hosts.origins.length === 0 && !hosts.events) return NO_HOST
  const [{ openHost }, { sourcesOf }] = await Promise.all([import('./open-host.ts'), import('./sources.ts')])
  return openHost(sourcesOf(hosts), () => performance.now())
}

/** A build that is served by something else, or read without a network, has nobody to listen to. */
async function whoMayTell(): Promise<Hosts> {
  // Without a network there is nobody, and asking would only be noted as a fault.
  if (!navigator.onLine) return NO_HOSTS
  try {
    const response = await fetch(HOSTS_PATH)
    return response.ok ? readHosts(await response.json()) : NO_HOSTS
  } catch {
    return NO_HOSTS
  }
}
