import { fileURLToPath } from 'node:url'
import { type AppOptions, buildApp } from '../../../src/server/app.ts'

export interface AppServer {
  /** Address of the panel, such as `http://127.0.0.1:41234/`. */
  readonly url: string
  close(): Promise<void>
}

/** Serves the build on a free port of this machine, just as `npm start` does; nobody may embed it or tell it about calls unless that is said. */
export async function serveApp(options: Partial<Pick<AppOptions, 'embedIn' | 'eventsToken'>> = {}): Promise<AppServer> {
  const dist = fileURLToPath(new URL('../../../dist', import.meta.url))
  const app = buildApp({ dist, host: '127.0.0.1', embedIn: [], ...options })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  return { url: `${url}/`, close: () => app.close() }
}
