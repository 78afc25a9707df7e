import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A line that was written to measure by, with what a careful reader hears in it. */
export interface HeldBackLine {
  readonly text: string
  /** Null for none; left out where its writer was asked for something else. */
  readonly scenario?: string | null
  readonly signals?: readonly string[]
  readonly acts?: readonly string[]
  readonly violations?: readonly string[]
  readonly amounts?: readonly number[]
  readonly deadlines?: readonly ({ readonly value: number; readonly unit: string } | { readonly by: string })[]
  readonly personal?: readonly { readonly kind: string; readonly text: string }[]
}

/** Lines of one writing, by the file that they stand in. */
export interface HeldBackSet {
  readonly name: string
  readonly scenarios: readonly HeldBackLine[]
  readonly calm: readonly HeldBackLine[]
  readonly signals: readonly HeldBackLine[]
  readonly agent: readonly HeldBackLine[]
  readonly amounts: readonly HeldBackLine[]
  readonly redaction: readonly HeldBackLine[]
}

/** Every set of `tests/hearing`: the folders whose names begin with held-back. A kind may be spread over files, as agent.jsonl and agent-2.jsonl. */
export function readHeldBack(tests: string): HeldBackSet[] {
  return readdirSync(tests)
    .filter((name) => name.startsWith('held-back'))
    .sort()
    .map((name) => {
      const files = readdirSync(join(tests, name)).sort()
      const of = (kind: string) =>
        files.filter((file) => file.startsWith(kind) && file.endsWith('.jsonl')).flatMap((file) => read(join(tests, name, file)))
      return {
        name,
        scenarios: of('scenarios'),
        calm: of('calm'),
        signals: of('signals'),
        agent: of('agent'),
        amounts: of('amounts'),
        redaction: of('redaction'),
      }
    })
}

function read(path: string): HeldBackLine[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as HeldBackLine)
}
