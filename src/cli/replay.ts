import { compilePack } from '../compiler/compile.ts'
import { formatDiagnostic } from '../compiler/diagnostics.ts'
import { openHearing } from '../compiler/hearing/open-hearing.ts'
import { CHANNELS } from '../core/vocabulary.ts'
import { type HearTalk, replayTalk, type Talk, type TalkTurn } from '../engine/listening/replay-talk.ts'
import { buildMachines } from '../engine/machines.ts'
import { endingIn } from '../hearing/endings.ts'
import { listener } from '../hearing/hear.ts'
import { type Command, chosenPack, writeJson } from './command.ts'
import { eachJsonLine, Malformed } from './json-lines.ts'

/** Any moment will do, as long as it is the same for everybody: ten in the morning of a Monday in Shanghai. */
const START = Date.parse('2026-11-23T10:00:00+08:00')

/** What a call that was written down would have looked like on the panel, turn by turn. */
export const replay: Command = {
  name: 'replay',
  usage: 'replay [--pack ID]',
  about: 'calls that were written down, JSON lines in and out: {"id":…,"channel":…,"turns":[{"who","t","text"}]}',
  options: {},
  words: { min: 0, max: 0 },
  run: async (invocation, packs) => {
    const folder = chosenPack(invocation, packs)
    const { pack, lessons, diagnostics } = compilePack(folder, { prove: false })
    if (!pack) {
      for (const each of diagnostics) process.stderr.write(`${formatDiagnostic(each)}\n`)
      return 1
    }
    buildMachines(pack)
    const listen = listener(openHearing(folder.root, pack, lessons))
    const hear: HearTalk = (text, who, among) => ({ ...listen(text, who, among), ending: endingIn(text) })
    return eachJsonLine(process.stdin, (value) => writeJson(replayTalk(pack, hear, talkOf(value, pack.id), START)))
  },
}

/** The call of a line. */
function talkOf(value: Readonly<Record<string, unknown>>, own: string): Talk {
  const { id, pack = own, channel = 'phone', turns } = value
  if (typeof id !== 'string' && typeof id !== 'number') throw new Malformed('“id” is missing: a text that names the call')
  if (pack !== own) throw new Malformed(`this call is of pack ${JSON.stringify(pack)}; give --pack to read it with that one`)
  const known = CHANNELS.find((each) => each === channel)
  if (!known) throw new Malformed(`“channel” is ${CHANNELS.join(' or ')}, not ${JSON.stringify(channel)}`)
  if (!Array.isArray(turns)) throw new Malformed('“turns” is missing: a list of {"who","t","text"}')
  return { id: String(id), channel: known, turns: turns.map(turnOf) }
}

function turnOf(value: unknown, index: number): TalkTurn {
  if (typeof value !== 'object' || value === null) throw new Malformed(`turn ${index} is no object {"who","t","text"}`)
  const { who, t = index, text } = value as Readonly<Record<string, unknown>>
  if (who !== 'customer' && who !== 'agent' && who !== 'note')
    throw new Malformed(`turn ${index}: “who” is customer, agent or note, not ${JSON.stringify(who)}`)
  if (typeof text !== 'string') throw new Malformed(`turn ${index}: “text” is missing or no text`)
  if (typeof t !== 'number' || !Number.isFinite(t))
    throw new Malformed(`turn ${index}: “t” is seconds since the call began, not ${JSON.stringify(t)}`)
  return { who, t, text }
}
