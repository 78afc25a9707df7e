import { wordingsOf } from '../core/lines.ts'
import type { CompiledPack, RequirementId } from '../core/pack.ts'
import { CHANNELS, type Stage } from '../core/vocabulary.ts'
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
      const { scenario, stage } = places.get(line.id) ?? {}
      writeJson({
        id: line.id,
        say: wordingsOf(line),
        short: line.short,
        scenario: scenario ?? null,
        stage: stage ?? null,
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

interface PlaceOfLine {
  readonly scenario?: string
  readonly stage?: Stage
}

/** Where each line is first said: the scenario, if it belongs to one, and the stage. */
function placesOf(pack: CompiledPack): ReadonlyMap<string, PlaceOfLine> {
  const places = new Map<string, PlaceOfLine>()
  const put = (line: string, place: PlaceOfLine) => {
    if (!places.has(line)) places.set(line, place)
  }
  const journeys = CHANNELS.map((channel) => pack.journeys[channel])
  const machines = [...journeys, ...Object.keys(pack.machines).filter((id) => !journeys.includes(id))]
  for (const machine of machines.flatMap((id) => pack.machines[id] ?? [])) {
    const scenario = pack.scenarios[machine.id] ? { scenario: machine.id } : {}
    for (const state of Object.values(machine.states)) for (const say of state.say) put(say.line, { ...scenario, stage: state.stage })
  }
  const journey = pack.machines[pack.journeys.phone]
  for (const scenario of Object.values(pack.scenarios)) {
    for (const [id, says] of Object.entries(scenario.closing)) {
      const stage = journey?.states[id]?.stage
      for (const say of says) put(say.line, { scenario: scenario.id, ...(stage ? { stage } : {}) })
    }
  }
  for (const id of Object.keys(STANDS_IN) as RequirementId[])
    for (const line of pack.requirements[id].say) put(line, { stage: STANDS_IN[id] })
  for (const card of Object.values(pack.tempers)) for (const line of card.say) put(line, { stage: 'soothe' })
  return places
}

/** The stage whose work a bridging line makes up for. */
const STANDS_IN: Readonly<Record<RequirementId, Stage>> = {
  acknowledged: 'soothe',
  identity: 'verify',
  'looked-up': 'verify',
  'position-or-offer': 'negotiate',
}
