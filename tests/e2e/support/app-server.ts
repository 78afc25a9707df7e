import { fileURLToPath } from 'node:url'
import { buildApp } from '../../../src/server/app.ts'

export interface AppServer {
  /** Address of the panel, such as `http://127.0.0.1:41234/`. */
  readonly url: string
  close(): Promise<void>
}

/** Serves the build on a free port of this machine, just as `npm start` does. */
export async function serveApp(): Promise<AppServer> {
  const dist = fileURLToPath(new URL('../../../dist', import.meta.url))
  const app = buildApp({ dist, host: '127.0.0.1', embedIn: [] })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  return { url: `${url}/`, close: () => app.close() }
}
