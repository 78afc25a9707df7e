import type { Command } from '../../../src/core/events.ts'
import type { CompiledPack } from '../../../src/core/pack.ts'
import type { Channel, Outcome } from '../../../src/core/vocabulary.ts'
import { walk } from '../../../src/engine/walk.ts'

/** A shortest way through a scenario to one of its ends. */
export interface OutcomePath {
  readonly scenario: string
  readonly state: string
  readonly outcome: Outcome
  readonly commands: readonly Command[]
}

/** For each end of a scenario, a shortest way to it from its first step. */
export function outcomePaths(pack: CompiledPack, scenario: string, channel: Channel): readonly OutcomePath[] {
  const ends = Object.values(pack.machines[scenario]?.states ?? {}).flatMap((state) => state.final ?? [])
  const paths = new Map<string, OutcomePath>()
  walk(pack, scenario, channel, undefined, ({ call, path }) => {
    const state = call.state.machines[scenario]?.state ?? ''
    const outcome = pack.machines[scenario]?.states[state]?.final?.outcome
    if (outcome && !paths.has(state)) paths.set(state, { scenario, state, outcome, commands: path })
  })
  if (paths.size < ends.length) throw new Error(`${scenario} has ${ends.length} ends, and the walk reached ${[...paths.keys()].join(', ')}`)
  return [...paths.values()]
}
