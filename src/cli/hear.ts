import { createInterface } from 'node:readline'
import { compilePack } from '../compiler/compile.ts'
import { formatDiagnostic } from '../compiler/diagnostics.ts'
import { openHearing } from '../compiler/hearing/open-hearing.ts'
import { listener, type Speaker } from '../hearing/hear.ts'
import { type Command, chosenPack, UsageError, writeJson } from './command.ts'

/** An utterance, as it comes in on a line of standard input. */
interface Utterance {
  readonly id: unknown
  readonly text: string
  readonly who: Speaker
}

/** What is recognised in each utterance. */
export const hear: Command = {
  name: 'hear',
  usage: 'hear [--who customer|agent] [--pack ID]',
  about: 'what each utterance shows, JSON lines in and out: {"id":…,"text":…,"who"?:…}',
  options: { who: { type: 'string' } },
  words: { min: 0, max: 0 },
  run: async (invocation, packs) => {
    const who = invocation.options.who ?? 'customer'
    if (!isSpeaker(who)) throw new UsageError(`--who is customer or agent, not “${who}”`)
    const folder = chosenPack(invocation, packs)
    const { pack, lessons, diagnostics } = compilePack(folder, { prove: false })
    if (!pack) {
      for (const each of diagnostics) process.stderr.write(`${formatDiagnostic(each)}\n`)
      return 1
    }
    const listen = listener(openHearing(folder.root, pack, lessons))
    let faults = 0
    let number = 0
    for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
      number++
      if (line.trim() === '') continue
      const utterance = parse(line, who)
      if (typeof utterance === 'string') {
        faults++
        process.stderr.write(`standard input:${number}: ${utterance}\n`)
      } else writeJson({ id: utterance.id, ...listen(utterance.text, utterance.who) })
    }
    return faults > 0 ? 1 : 0
  },
}

/** The utterance of a line, or what is wrong with it. */
function parse(line: string, who: Speaker): Utterance | string {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return 'not JSON; expected {"id":…,"text":…} on one line'
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'expected an object {"id":…,"text":…}'
  const { id = null, text, who: own = who } = value as Readonly<Record<string, unknown>>
  if (typeof text !== 'string') return '“text” is missing or no text'
  if (!isSpeaker(own)) return `“who” is customer or agent, not ${JSON.stringify(own)}`
  return { id, text, who: own }
}

function isSpeaker(value: unknown): value is Speaker {
  return value === 'customer' || value === 'agent'
}
