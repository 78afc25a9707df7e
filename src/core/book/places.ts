import { ladderLines } from '../concession-ladder.ts'
import { type CompiledPack, type RequirementId, STANDS_IN } from '../pack.ts'
import { CHANNELS, type Stage } from '../vocabulary.ts'

/** Where an approved line is said: at a step of a machine, or standing in for one. */
export type LinePlace =
  | { readonly as: 'step'; readonly machine: string; readonly state: string; readonly stage: Stage }
  /** A scenario's own words at a step of the journey, once it has been in the call. */
  | { readonly as: 'close'; readonly machine: string; readonly state: string; readonly stage: Stage }
  /** Owed before going on, the answer to heat, a promise about to break, what is somebody else's to promise, a broken promise, on a concession ladder, or when all else has expired. */
  | { readonly as: 'bridge' | 'temper' | 'nudge' | 'beyond' | 'broken' | 'concession' | 'fallback'; readonly stage: Stage }

/**
 * Every place where each line can be said, the most telling first: a scenario's own before the journey's, steps before what
 * stands in for them.
 */
export function placesOf(pack: CompiledPack): ReadonlyMap<string, readonly LinePlace[]> {
  const places = new Map<string, LinePlace[]>()
  const put = (line: string, place: LinePlace) => {
    const known = places.get(line)
    if (known) known.push(place)
    else places.set(line, [place])
  }
  const journeys: readonly string[] = CHANNELS.map((channel) => pack.journeys[channel])
  const machines = [...Object.keys(pack.scenarios), ...journeys]
  for (const machine of machines.flatMap((id) => pack.machines[id] ?? [])) {
    for (const state of Object.values(machine.states))
      for (const { line } of state.say) put(line, { as: 'step', machine: machine.id, state: state.id, stage: state.stage })
  }
  const journey = pack.machines[pack.journeys.phone]
  for (const scenario of Object.values(pack.scenarios)) {
    for (const [state, says] of Object.entries(scenario.closing)) {
      const stage = journey?.states[state]?.stage ?? 'care'
      for (const { line } of says) put(line, { as: 'close', machine: scenario.id, state, stage })
    }
  }
  for (const id of Object.keys(STANDS_IN) as RequirementId[])
    for (const line of pack.requirements[id].say) put(line, { as: 'bridge', stage: STANDS_IN[id] })
  for (const card of Object.values(pack.tempers)) for (const line of card.say) put(line, { as: 'temper', stage: 'soothe' })
  for (const promise of Object.values(pack.promises)) for (const line of promise.nudge) put(line, { as: 'nudge', stage: 'verify' })
  for (const { beyond } of Object.values(pack.promises))
    for (const line of new Set(beyond?.say)) put(line, { as: 'beyond', stage: 'negotiate' })
  for (const line of pack.broken?.say ?? []) put(line, { as: 'broken', stage: 'contact' })
  for (const line of (pack.concessions ?? []).flatMap(ladderLines)) put(line, { as: 'concession', stage: 'negotiate' })
  for (const line of pack.fallbackLines) put(line, { as: 'fallback', stage: 'soothe' })
  return places
}

/** The scenario that a line belongs to, if any. */
export function scenarioOf(pack: CompiledPack, places: readonly LinePlace[]): string | undefined {
  for (const place of places) if ('machine' in place && pack.scenarios[place.machine]) return place.machine
  return undefined
}
