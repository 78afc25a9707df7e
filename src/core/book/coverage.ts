import type { CompiledPack, Source } from '../pack.ts'
import { conclusionsOf } from '../rules/decision-table.ts'
import { CHECKPOINTS, type Checkpoint } from '../vocabulary.ts'
import type { Deviation } from './extras.ts'
import { machineLines, machineSteps } from './outline.ts'

/** All that rests on one source. */
export interface SourceUse {
  readonly source: Source
  /** Ids of what cites it. */
  readonly lines: readonly string[]
  readonly scenarios: readonly string[]
  readonly swaps: readonly string[]
  readonly hints: readonly string[]
  /** Promises, checkpoints, self-checks and concession ladders, which cite what they rest on too. */
  readonly rules: readonly string[]
  /** Tables of which a row cites it. */
  readonly tables: readonly string[]
  /** Papers that a call is written up on. */
  readonly forms: readonly string[]
  readonly deviations: readonly Deviation[]
  readonly status: SourceStatus
}

/** Followed as it stands, followed in another way with a reason, left out with a reason, or not written yet. */
export type SourceStatus = 'cited' | 'deviates' | 'reasoned' | 'pending'

/** Every source in the order of the documents, with what rests on it. */
export function sourceUses(pack: CompiledPack, deviations: readonly Deviation[]): readonly SourceUse[] {
  const cites = (id: string) => (each: { readonly source: readonly string[] }) => each.source.includes(id)
  return Object.values(pack.sources).map((source) => {
    const cited = cites(source.id)
    const about = deviations.filter(({ ids }) => ids.includes(source.id))
    const use = {
      lines: Object.values(pack.lines).filter(cited).map(idOf),
      scenarios: Object.values(pack.scenarios).filter(cited).map(idOf),
      swaps: Object.values(pack.swaps).filter(cited).map(idOf),
      hints: Object.values(pack.hints).filter(cited).map(idOf),
      tables: Object.values(pack.rules)
        .filter((table) => conclusionsOf(table).some(cited))
        .map(idOf),
      forms: Object.values(pack.forms ?? {})
        .filter(cited)
        .map(idOf),
      rules: [
        ...Object.values(pack.promises).filter(cited).map(idOf),
        ...CHECKPOINTS.filter((id) => cited(pack.checkpoints[id])),
        ...(pack.selfChecks ?? []).filter(cited).map(idOf),
        ...(pack.concessions ?? []).filter(({ rungs, stop }) => [...rungs, stop].some(cited)).map(idOf),
      ],
    }
    const isCited = Object.values(use).some((ids) => ids.length > 0)
    const deviates = about.some(({ kind }) => kind === 'deviates')
    const status: SourceStatus = isCited ? (deviates ? 'deviates' : 'cited') : deviates ? 'reasoned' : 'pending'
    return { source, ...use, deviations: about, status }
  })
}

/**
 * How often each scenario rests on each source: the number of its lines that cite it, and one more for the scenario itself.
 * Only pairs above zero are in it.
 */
export function sourceByScenario(pack: CompiledPack): ReadonlyMap<string, ReadonlyMap<string, number>> {
  return new Map(
    Object.values(pack.scenarios).map((scenario) => {
      const counts = new Map<string, number>()
      const count = (ids: readonly string[]) => {
        for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
      }
      count(scenario.source)
      for (const line of machineLines(pack, scenario.id)) count(pack.lines[line]?.source ?? [])
      return [scenario.id, counts]
    }),
  )
}

/** How far a scenario by itself can meet a checkpoint: with the acts of its own lines and steps. */
export interface CheckpointReach {
  readonly needs: number
  /** Of the checkpoint's needs, how many the scenario's own content can meet. */
  readonly met: number
}

/** Scenario × checkpoint; what a scenario lacks, the journey brings. */
export function checkpointReach(pack: CompiledPack): ReadonlyMap<string, Readonly<Record<Checkpoint, CheckpointReach>>> {
  return new Map(
    Object.keys(pack.scenarios).map((id) => {
      const acts = new Set([
        ...machineLines(pack, id).flatMap((line) => pack.lines[line]?.acts ?? []),
        ...machineSteps(pack, id).flatMap((step) => pack.steps[step]?.acts ?? []),
      ])
      const reach = (checkpoint: Checkpoint): CheckpointReach => {
        const { needs } = pack.checkpoints[checkpoint]
        return { needs: needs.length, met: needs.filter(({ anyOf }) => anyOf.some((act) => acts.has(act))).length }
      }
      return [id, Object.fromEntries(CHECKPOINTS.map((each) => [each, reach(each)])) as Record<Checkpoint, CheckpointReach>]
    }),
  )
}

function idOf({ id }: { readonly id: string }): string {
  return id
}
