import { createInterface } from 'node:readline'

/** A line that cannot be used; its message says what was expected. */
export class Malformed extends Error {}

/**
 * Reads JSON objects, one a line, and hands each on; empty lines are passed over. What is wrong with a line goes to standard error with its
 * number, and the next ones are read all the same.
 *
 * @param take throws {@link Malformed} for an object that it cannot use
 * @returns the exit code: 0 when every line was fine, else 1
 */
export async function eachJsonLine(input: NodeJS.ReadableStream, take: (value: Readonly<Record<string, unknown>>) => void): Promise<0 | 1> {
  let faults = 0
  let number = 0
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++
    if (line.trim() === '') continue
    try {
      take(objectOf(line))
    } catch (error) {
      if (!(error instanceof Malformed)) throw error
      faults++
      process.stderr.write(`standard input:${number}: ${error.message}\n`)
    }
  }
  return faults > 0 ? 1 : 0
}

function objectOf(line: string): Readonly<Record<string, unknown>> {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    throw new Malformed('not JSON; expected one object a line')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Malformed('expected an object, {"id":…, …}')
  return value as Readonly<Record<string, unknown>>
}
