import { compilePack } from '../compiler/compile.ts'
import { formatDiagnostic } from '../compiler/diagnostics.ts'
import { openHearing } from '../compiler/hearing/open-hearing.ts'
import type { CompiledPack } from '../core/pack.ts'
import { linesInstead } from '../core/slips.ts'
import { type Heard, listener, type Speaker } from '../hearing/hear.ts'
import { type Command, chosenPack, UsageError, writeJson } from './command.ts'
import { eachJsonLine, Malformed } from './json-lines.ts'

/** An utterance to be heard. */
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
    return eachJsonLine(process.stdin, (value) => {
      const utterance = utteranceOf(value, who)
      writeJson({ id: utterance.id, ...withLines(pack, listen(utterance.text, utterance.who)) })
    })
  },
}

/** The utterance of a line. */
function utteranceOf({ id = null, text, who: own }: Readonly<Record<string, unknown>>, who: Speaker): Utterance {
  const speaker = own ?? who
  if (typeof text !== 'string') throw new Malformed('“text” is missing or no text')
  if (!isSpeaker(speaker)) throw new Malformed(`“who” is customer or agent, not ${JSON.stringify(speaker)}`)
  return { id, text, who: speaker }
}

/** Slips with the approved lines that put them right. */
function withLines(pack: CompiledPack, { offer: _, ...heard }: Heard) {
  return { ...heard, violations: heard.violations.map((slip) => ({ ...slip, instead: linesInstead(pack, slip.id, {}) })) }
}

function isSpeaker(value: unknown): value is Speaker {
  return value === 'customer' || value === 'agent'
}
