import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { MOST_BYTES } from '../transcript/contract.ts'
import { cloudEventOf } from '../transcript/write-message.ts'
import { createEventStream, type EventStream } from './event-stream.ts'
import { CLOUD_EVENT, CLOUD_EVENTS, FORM, type Received, receiveBatch, receiveEvent, receiveFrom } from './receive.ts'
import { isBearer } from './token.ts'

export const EVENTS_PATH = '/events'

interface Query {
  /** Name of the adapter that reads the body; without it the body is a CloudEvent. */
  readonly from?: string
  readonly customer?: string
}

/** Why a request did nothing. `code` is for programs, `message` for whoever reads their log. */
type Problem = 'unauthorized' | 'unknown-adapter' | 'wrong-media-type' | 'too-large' | 'cross-site' | 'too-many-listeners' | 'failed'

/**
 * What is told about calls, on its way through: hosts post it with a token, the panel listens. Nothing of it is stored.
 *
 * @param token that whoever posts has to show
 */
export function eventRoutes(app: FastifyInstance, token: string): void {
  const stream = createEventStream(randomBytes(4).toString('hex'))
  app.addHook('preClose', async () => stream.close())

  app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    for (const type of [CLOUD_EVENT, CLOUD_EVENTS, 'application/json', FORM]) {
      scope.addContentTypeParser(type, { parseAs: 'string', bodyLimit: MOST_BYTES }, (_request, body, done) => done(null, body))
    }
    scope.setErrorHandler((error: { statusCode?: number }, request, reply) => {
      if (error.statusCode === 413) return refuse(reply, 413, 'too-large', `A message has at most ${MOST_BYTES} bytes`)
      if (error.statusCode === 415) return wrongType(reply)
      request.log.error(error)
      return refuse(reply, error.statusCode ?? 500, 'failed', 'The server failed to read this')
    })

    scope.post<{ Querystring: Query; Body: string | undefined }>(
      EVENTS_PATH,
      {
        // Before the body is read, so that a stranger's is not.
        onRequest: async ({ headers }, reply) => {
          if (isBearer(headers.authorization, token)) return undefined
          return refuse(
            reply.header('www-authenticate', 'Bearer'),
            401,
            'unauthorized',
            'Send the token that the server printed at its start',
          )
        },
      },
      async ({ query, headers, body = '' }, reply) => {
        const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase()
        const { from } = query
        if (from !== undefined) {
          const receive = receiveFrom(from, query.customer)
          if (!receive) return refuse(reply, 400, 'unknown-adapter', 'from is contact-lens, agent-assist, twilio or audiohook')
          return passOn(stream, reply, receive(body, type === FORM))
        }
        if (type === CLOUD_EVENT) return passOn(stream, reply, receiveEvent(body))
        if (type === CLOUD_EVENTS) return passOn(stream, reply, receiveBatch(body))
        return wrongType(reply)
      },
    )
  })

  app.get<{ Querystring: { readonly after?: string } }>(EVENTS_PATH, { exposeHeadRoute: false }, (request, reply) => {
    // What is said in a call is for our own pages only. Other programs send no such header, other sites cannot leave it out.
    const site = request.headers['sec-fetch-site']
    if (site !== undefined && site !== 'same-origin') return refuse(reply, 403, 'cross-site', 'Only the panel listens here')
    // A browser that comes back by itself says it in a header; a page that was reloaded cannot.
    const last = request.headers['last-event-id'] ?? request.query.after
    const opened = stream.open(reply.raw, { ...reply.getHeaders() }, typeof last === 'string' ? last : undefined)
    if (!opened) return refuse(reply, 503, 'too-many-listeners', 'Close the panel in other windows')
    return reply.hijack()
  })
}

function passOn(stream: EventStream, reply: FastifyReply, { messages, refused, skipped }: Received): FastifyReply {
  for (const message of messages) {
    stream.publish('message', (id) => JSON.stringify(cloudEventOf(message, { id, source: EVENTS_PATH })))
  }
  for (const { index: _, ...refusal } of refused) stream.publish('refused', () => JSON.stringify(refusal))
  const answer = { accepted: messages.length, refused, ...(skipped.length > 0 ? { skipped } : {}) }
  return reply.code(statusOf(messages.length, refused)).send(answer)
}

/** 202 all taken, 207 some, else what is wrong with the first. */
function statusOf(accepted: number, refused: Received['refused']): number {
  const [first] = refused
  if (!first) return 202
  if (accepted > 0) return 207
  return first.code === 'too-large' ? 413 : 400
}

function wrongType(reply: FastifyReply): FastifyReply {
  return refuse(reply, 415, 'wrong-media-type', `Send ${CLOUD_EVENT} or ${CLOUD_EVENTS}, or name an adapter as in ?from=twilio`)
}

function refuse(reply: FastifyReply, status: number, code: Problem, message: string): FastifyReply {
  return reply.code(status).send({ error: { code, message } })
}
