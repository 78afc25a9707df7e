import type { EditionRecord } from '../core/book/edition.ts'
import type { BookExtras } from '../core/book/extras.ts'
import { shanghaiDate } from '../core/lines.ts'
import type { CompiledPack } from '../core/pack.ts'
import { JOURNEY } from '../core/state.ts'
import { CHANNELS } from '../core/vocabulary.ts'
import { type Walked, walk } from '../engine/walk.ts'
import { NO_SCENARIO } from '../hearing/hearing.ts'
import { type CheckContext, provedScenarios } from './checks/check.ts'
import { CHECKS, PROOFS } from './checks/index.ts'
import { citedSources, expand, reasonedSources } from './checks/source-coverage.ts'
import { byPlace, type Diagnostic, hasErrors } from './diagnostics.ts'
import { compileDrills } from './drills/compile-drills.ts'
import { checkLessons } from './hearing/check-lessons.ts'
import { type Lessons, NO_LESSONS, readLessons } from './hearing/lessons.ts'
import { link } from './link.ts'
import { planScript } from './plan-script.ts'
import { openProofMemory } from './proved.ts'
import { findPacks, type PackFolder, readPack } from './read-pack.ts'
import type { AuthoredPlan } from './schema.ts'

export { findPacks, type PackFolder }

export interface CompileResult {
  /** Present when no error was found. */
  readonly pack?: CompiledPack
  /** All that is wrong, by file and line. */
  readonly diagnostics: readonly Diagnostic[]
  /** What the recogniser of the pack learns from. */
  readonly lessons: Lessons
  readonly plans: readonly AuthoredPlan[]
  /** What the script book shows beside the pack; empty when there is no pack. */
  readonly extras: BookExtras
  /** What earlier editions said, the oldest first. */
  readonly editions: readonly EditionRecord[]
  readonly summary: PackSummary
}

/** What was compiled and proved, for the report of `evenkeel check`. */
export interface PackSummary {
  readonly pack: string
  readonly lines: number
  readonly wordings: number
  readonly scenarios: number
  readonly states: number
  readonly swaps: number
  readonly plans: number
  /** Paths taken in the engine: every line, step and move in every situation that differs, of every machine and channel. */
  readonly pathsWalked: number
  /** How many of those paths led out of their machine: to an outcome, or into another scenario. */
  readonly endsReached: number
  readonly sources: { readonly all: number; readonly cited: number; readonly deviating: number; readonly pending: number }
}

export interface CompileOptions {
  /** ISO date that expiry is measured against; today in Asia/Shanghai when left out. */
  readonly today?: string
  /** Whether to do all that takes seconds too: run the pack in the engine (plans, walks, resumption), and read its lessons against each other. Left out: yes. */
  readonly prove?: boolean
  /** Prove only these scenarios, for an author who is at work on them. */
  readonly only?: readonly string[]
  /** Whether it will do that this very pack has been proved before; what was proved is then not counted again. */
  readonly once?: boolean
}

/**
 * Compiles a pack in passes: read and check the form, resolve names, check, prove in the engine. Never throws at an author:
 * every fault is a diagnostic, and a pack comes out only when there is no error among them.
 *
 * @example
 * for (const folder of findPacks(process.cwd())) console.log(compilePack(folder).diagnostics.map(formatDiagnostic))
 */
export function compilePack(
  folder: PackFolder,
  { today = shanghaiDate(Date.now()), prove = true, only, once = false }: CompileOptions = {},
): CompileResult {
  const found: Diagnostic[] = []
  const authored = readPack(folder, found)
  const packFile = authored.pack
  if (!packFile)
    return {
      diagnostics: [...found].sort(byPlace),
      lessons: NO_LESSONS,
      plans: [],
      extras: { deviations: [], plans: [] },
      editions: [],
      summary: emptySummary(folder.id),
    }
  const pack = link(authored, packFile, found)
  const context: CheckContext = { pack, authored, packFile, today, ...(only ? { only } : {}) }
  for (const check of CHECKS) found.push(...check.run(context))
  // A scenario whose own file is broken is told of there.
  const lessons = readLessons(
    folder,
    {
      scenarios: new Set([...Object.keys(pack.scenarios), ...authored.broken, NO_SCENARIO]),
      ...(authored.broken.size > 0 ? {} : { moves: new Set(Object.keys(pack.moves)) }),
    },
    found,
  )
  if (prove) found.push(...checkLessons(lessons, Object.keys(pack.scenarios)), ...compileDrills(folder, pack).diagnostics)

  let walked: Walked = { paths: 0, ends: 0 }
  const plans = authored.plans.map((plan) => plan.value)
  const memory = openProofMemory(folder.root)
  if (prove && !hasErrors(found) && !(once && memory.has(pack, plans))) {
    for (const proof of PROOFS) found.push(...proof.run(context))
    walked = walkEverything(context)
    if (!only && !hasErrors(found)) memory.add(pack, plans)
  }
  return {
    ...(hasErrors(found) ? {} : { pack }),
    diagnostics: found.sort(byPlace),
    lessons,
    plans,
    extras: {
      deviations: authored.deviations.map(({ value }) => ({
        ...value,
        ids: value.ids.flatMap((id) => expand(id, authored.sources.keys())),
      })),
      plans: authored.plans.map(({ value }) => planScript(pack, value)),
    },
    editions: authored.editions,
    summary: summarise(context, walked),
  }
}

function walkEverything(context: CheckContext): Walked {
  const { pack, only } = context
  const machines = [...(only ? [] : [JOURNEY]), ...provedScenarios(context).map(({ id }) => id)]
  const walks = CHANNELS.flatMap((channel) => machines.map((id) => walk(pack, id, channel)))
  return { paths: walks.reduce((sum, each) => sum + each.paths, 0), ends: walks.reduce((sum, each) => sum + each.ends, 0) }
}

function summarise(context: CheckContext, walked: Walked): PackSummary {
  const { pack, authored } = context
  const machines = Object.values(pack.machines)
  const cited = citedSources(context)
  const reasoned = reasonedSources(context)
  const known = [...authored.sources.keys()]
  const uncited = known.filter((id) => !cited.has(id))
  return {
    pack: pack.id,
    lines: authored.lines.size,
    wordings: Object.values(pack.lines).reduce((sum, line) => sum + line.say.length + 1, 0),
    scenarios: authored.scenarios.length,
    states: machines.reduce((sum, machine) => sum + Object.keys(machine.states).length, 0),
    swaps: authored.swaps.size,
    plans: authored.plans.length,
    pathsWalked: walked.paths,
    endsReached: walked.ends,
    sources: {
      all: known.length,
      cited: known.filter((id) => cited.has(id)).length,
      deviating: known.filter((id) => reasoned.get(id) === 'deviates').length,
      pending: uncited.filter((id) => reasoned.get(id) === 'pending').length,
    },
  }
}

function emptySummary(pack: string): PackSummary {
  return {
    pack,
    lines: 0,
    wordings: 0,
    scenarios: 0,
    states: 0,
    swaps: 0,
    plans: 0,
    pathsWalked: 0,
    endsReached: 0,
    sources: { all: 0, cited: 0, deviating: 0, pending: 0 },
  }
}
