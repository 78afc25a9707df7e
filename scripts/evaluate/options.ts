import { parseArgs } from 'node:util'

export interface Options {
  /** Names of the sets to measure on, all of them where none is given. */
  readonly sets: readonly string[]
  /** Shares of characters that are misheard. */
  readonly noise: readonly number[]
  readonly seed: number
  readonly misses: boolean
  readonly json: boolean
  /** Fails where a mark is not met. */
  readonly strict: boolean
  /** Where a page to read is written to. */
  readonly report?: string
}

export const USAGE = `npm run evaluate -- [options]
  --set NAME        a folder of tests/hearing (held-back), several times for several; all of them without
  --noise 0,5,10    characters misheard, in percent; 0,5,10,20 without
  --seed N          other mistakes of hearing; 1 without
  --misses          lists what was missed, and what was heard instead
  --report FILE     writes a page to read, with the words that caused what was heard
  --json            all of it as JSON
  --strict          exit code 1 where a mark is not met
`

/** @throws TypeError on options that there aren't, or that make no sense */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      set: { type: 'string', multiple: true, default: [] },
      noise: { type: 'string', default: '0,5,10,20' },
      seed: { type: 'string', default: '1' },
      misses: { type: 'boolean', default: false },
      report: { type: 'string' },
      json: { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
    },
  })
  const noise = values.noise.split(',').map((percent) => number(percent, '--noise') / 100)
  if (noise.some((rate) => rate < 0 || rate > 1)) throw new TypeError('--noise is given in percent, 0 to 100')
  return {
    sets: values.set,
    noise,
    seed: number(values.seed, '--seed'),
    misses: values.misses,
    json: values.json,
    strict: values.strict,
    ...(values.report === undefined ? {} : { report: values.report }),
  }
}

function number(text: string, option: string): number {
  const value = Number(text)
  if (text.trim() === '' || Number.isNaN(value)) throw new TypeError(`${option} takes numbers, not “${text}”`)
  return value
}
