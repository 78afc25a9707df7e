import { join, sep } from 'node:path'
import helmet from '@fastify/helmet'
import fastifyStatic from '@fastify/static'
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply } from 'fastify'
import { HOSTS_PATH, type Hosts } from '../transcript/hosts.ts'
import { EVENTS_PATH, eventRoutes } from './events.ts'
import { isKnownHost } from './known-host.ts'

export interface AppOptions {
  /** Absolute path of the folder that holds the build. */
  readonly dist: string
  /** Host name or address that the server is reached by, beside the loopback ones. */
  readonly host: string
  /** Origins of other systems whose pages may show the panel in a frame, such as `https://crm.example.com`. */
  readonly embedIn: readonly string[]
  /** Shown by whoever posts events about calls; left out, nobody may. */
  readonly eventsToken?: string
}

const NEVER_CHANGES = 'public, max-age=31536000, immutable'
const ASK_EACH_TIME = 'no-cache'

/**
 * The server of the panel, not yet listening: files of one folder, for reading only, with strict headers; and if there is a token, what
 * is told about calls on its way to the panel.
 *
 * @example
 * const app = buildApp({ dist: '/srv/evenkeel/dist', host: '127.0.0.1', embedIn: [] })
 * const response = await app.inject('/') // no port needed
 */
export function buildApp({ dist, host, embedIn, eventsToken }: AppOptions): FastifyInstance {
  // Connections are closed by force, because an open tab must not hold up Ctrl+C.
  const app = Fastify({ logger: { level: 'error', stream: process.stderr }, forceCloseConnections: true })

  app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentSecurityPolicy(embedIn) },
    // Older than frame-ancestors and knows no list of origins, so it is sent only while nobody else may embed the panel.
    xFrameOptions: embedIn.length === 0 ? { action: 'sameorigin' } : false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    // We speak plain HTTP on loopback; whoever puts TLS in front of us promises it there.
    strictTransportSecurity: false,
  })

  app.addHook('onRequest', async (request, reply) => {
    reply.header('permissions-policy', 'camera=(), microphone=(), geolocation=()')
    if (!isKnownHost(request.headers.host, host)) return refuse(reply, 403, 'Unknown host')
    const posts = eventsToken !== undefined && request.method === 'POST' && request.url.split('?')[0] === EVENTS_PATH
    if (request.method === 'GET' || request.method === 'HEAD' || posts) return undefined
    return refuse(reply.header('allow', 'GET, HEAD'), 405, 'Only GET and HEAD')
  })

  const hosts: Hosts = { origins: embedIn, events: eventsToken !== undefined }
  app.get(HOSTS_PATH, (_request, reply) => reply.header('cache-control', ASK_EACH_TIME).send(hosts))
  if (eventsToken !== undefined) eventRoutes(app, eventsToken)

  const hashed = join(dist, 'assets') + sep
  app.register(fastifyStatic, {
    root: dist,
    cacheControl: false,
    setHeaders: (response, path) => {
      response.setHeader('cache-control', path.startsWith(hashed) ? NEVER_CHANGES : ASK_EACH_TIME)
    },
  })

  app.setNotFoundHandler((_request, reply) => refuse(reply, 404, 'Not found'))
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500
    if (status >= 500) request.log.error(error)
    return refuse(reply, status, status >= 500 ? 'The server failed to read this' : error.message)
  })
  return app
}

function refuse(reply: FastifyReply, status: number, why: string): FastifyReply {
  return reply.code(status).type('text/plain; charset=utf-8').send(`${why}\n`)
}

/** Everything comes from this origin and nothing is written inline, so there is nothing that a stranger's text could start. */
function contentSecurityPolicy(embedIn: readonly string[]): Record<string, readonly string[]> {
  return {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'worker-src': ["'self'"],
    'manifest-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'self'", ...embedIn],
  }
}
