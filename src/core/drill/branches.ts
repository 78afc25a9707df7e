import type { DrillRecord } from './record.ts'

/** All tries that began as one drill, the first one first: what it branched off from, its own branches and theirs. */
export function branchesOf(all: readonly DrillRecord[], record: DrillRecord): readonly DrillRecord[] {
  const byId = new Map([...all, record].map((each) => [each.id, each]))
  const root = rootOf(byId, record)
  return [...byId.values()].filter((each) => rootOf(byId, each) === root).sort((a, b) => a.startedAt - b.startedAt)
}

function rootOf(byId: ReadonlyMap<string, DrillRecord>, record: DrillRecord): string {
  const seen = new Set<string>()
  let at = record
  while (at.from && !seen.has(at.id)) {
    seen.add(at.id)
    const parent = byId.get(at.from.drill)
    // What it came from may have been erased.
    if (!parent) return at.from.drill
    at = parent
  }
  return at.id
}
