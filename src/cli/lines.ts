import { placesOf, scenarioOf } from '../core/book/places.ts'
import { wordingsOf } from '../core/lines.ts'
import { type Command, loadPack, writeJson } from './command.ts'

/** Every line of a pack, as a reviewer would list it. */
export const lines: Command = {
  name: 'lines',
  usage: 'lines [--pack ID]',
  about: 'every approved line with its wordings, place, purpose and source, as JSON lines',
  options: {},
  words: { min: 0, max: 0 },
  run: (invocation, packs) => {
    const pack = loadPack(invocation, packs)
    if (!pack) return 1
    const places = placesOf(pack)
    for (const line of Object.values(pack.lines)) {
      const own = places.get(line.id) ?? []
      writeJson({
        id: line.id,
        say: wordingsOf(line),
        short: line.short,
        scenario: scenarioOf(pack, own) ?? null,
        stage: own[0]?.stage ?? null,
        purpose: line.purpose.zh,
        source: line.source,
        status: line.status,
        edition: line.edition,
        approved: line.approved,
        expires: line.expires ?? null,
        acts: line.acts,
      })
    }
    return 0
  },
}
