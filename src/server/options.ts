import { parseArgs } from 'node:util'
import { isLoopback } from './known-host.ts'
import { Trouble } from './trouble.ts'

export interface ServerOptions {
  /** 0 takes any free port. */
  readonly port: number
  /** Name or address to listen on. */
  readonly host: string
  /** Whether to show the panel in the browser once it is served. */
  readonly open: boolean
  readonly embedIn: readonly string[]
  /** Whether hosts may post events about calls. */
  readonly transcripts: boolean
  /** What they have to show; left out, a new one is made up. */
  readonly eventsToken?: string
}

const USAGE = 'npm start -- [--port 4600] [--host 127.0.0.1] [--embed-in https://crm.example.com] [--transcripts] [--open=false]'

/**
 * Options of the server, from its arguments and the environment variables PORT and EVENTS_TOKEN: a secret on the command line could be
 * read by everybody on the machine.
 *
 * @param interactive whether somebody sits at the terminal, for whom a browser is worth opening
 * @throws Trouble for what cannot be used
 *
 * @example
 * readOptions(['--port', '4700', '--open=false'], process.env, true)
 */
export function readOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  interactive: boolean,
): ServerOptions {
  const values = parse(args.map((arg) => (arg === '--open' ? '--open=true' : arg)))
  const host = values.host ?? '127.0.0.1'
  const transcripts = values.transcripts ?? false
  if (transcripts && !isLoopback(host)) {
    throw new Trouble(
      'bad-option',
      '--transcripts is for this machine only, because what is said in calls goes over it unencrypted. Leave --host out.',
    )
  }
  return {
    port: readPort(values.port ?? env.PORT ?? '4600'),
    host,
    open: readSwitch(values.open) ?? interactive,
    embedIn: (values['embed-in'] ?? []).map(readOrigin),
    transcripts,
    ...(transcripts && env.EVENTS_TOKEN ? { eventsToken: readToken(env.EVENTS_TOKEN) } : {}),
  }
}

function parse(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        open: { type: 'string' },
        'embed-in': { type: 'string', multiple: true },
        transcripts: { type: 'boolean' },
      },
    })
    return values
  } catch (cause) {
    const [why] = cause instanceof Error ? cause.message.split(/\. |\n/) : []
    throw new Trouble('bad-option', `${why}. The options are: ${USAGE}`, { cause })
  }
}

function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (port <= 65_535) return port
  throw new Trouble('bad-port', `"${text}" is not a port. Give a whole number from 0 to 65535, as in: npm start -- --port 4600`)
}

function readSwitch(text: string | undefined): boolean | undefined {
  if (text === undefined) return undefined
  if (text === 'true' || text === 'false') return text === 'true'
  throw new Trouble('bad-option', `--open is true or false, not "${text}".`)
}

function readToken(text: string): string {
  if (/^[\w.~+/=-]{16,512}$/.test(text)) return text
  throw new Trouble('bad-option', 'EVENTS_TOKEN has 16 to 512 letters, digits and ._~+/=-. Leave it out to get a new one with each start.')
}

function readOrigin(text: string): string {
  if (URL.canParse(text)) {
    const { origin, protocol } = new URL(text)
    if (/^https?:$/.test(protocol) && origin === text) return origin
  }
  throw new Trouble('bad-option', `--embed-in takes an origin such as https://crm.example.com, not "${text}".`)
}
