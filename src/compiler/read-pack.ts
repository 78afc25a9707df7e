import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import type { z } from 'zod'
import { z as zod } from 'zod'
import type { EditionRecord } from '../core/book/edition.ts'
import { type AuthoredCalendar, calendarSchema } from './calendar-schema.ts'
import { type AuthoredLadder, ladderSchema } from './concession-schema.ts'
import type { Diagnostic } from './diagnostics.ts'
import { type AuthoredForm, formSchema } from './forms/form-schema.ts'
import { type AuthoredRule, ruleSchema } from './rules/rule-schema.ts'
import {
  type AuthoredHint,
  type AuthoredJourney,
  type AuthoredLine,
  type AuthoredMove,
  type AuthoredPack,
  type AuthoredPlan,
  type AuthoredScenario,
  type AuthoredStep,
  type AuthoredSwap,
  type Deviation,
  deviationsSchema,
  hintSchema,
  journeySchema,
  type LineDefaults,
  lineDefaultsSchema,
  lineSchema,
  moveSchema,
  packSchema,
  planSchema,
  scenarioSchema,
  stepSchema,
  swapSchema,
} from './schema.ts'
import { type AuthoredSelfChecks, selfChecksSchema } from './self-checks-schema.ts'
import { SourceFile } from './source-file.ts'

/** The two folders of a pack, absolute, and the project's root that messages are relative to. */
export interface PackFolder {
  readonly id: string
  readonly root: string
  readonly scenarios: string
  readonly scripts: string
}

/** Something authored, with the file and the path within it where it stands. */
export interface Placed<T> {
  readonly value: T
  readonly file: SourceFile
  readonly path: readonly string[]
}

/** A pack as its authors wrote it, checked for form only. What is malformed is left out and reported. */
export interface AuthoredFiles {
  readonly pack?: Placed<AuthoredPack>
  readonly moves: ReadonlyMap<string, Placed<AuthoredMove>>
  readonly steps: ReadonlyMap<string, Placed<AuthoredStep>>
  readonly hints: ReadonlyMap<string, Placed<AuthoredHint>>
  readonly sources: ReadonlyMap<string, Placed<AuthoredSource>>
  readonly deviations: readonly Placed<Deviation>[]
  readonly journeys: readonly Placed<AuthoredJourney>[]
  readonly scenarios: readonly Placed<AuthoredScenario>[]
  readonly lines: ReadonlyMap<string, Placed<AuthoredLine & LineDefaults>>
  readonly swaps: ReadonlyMap<string, Placed<AuthoredSwap>>
  readonly plans: readonly Placed<AuthoredPlan>[]
  readonly rules: readonly Placed<AuthoredRule>[]
  readonly forms: readonly Placed<AuthoredForm>[]
  readonly calendar?: Placed<AuthoredCalendar>
  /** Concession ladders, in the order of their file. */
  readonly ladders: ReadonlyMap<string, Placed<AuthoredLadder>>
  readonly selfChecks?: Placed<AuthoredSelfChecks>
  /** What earlier editions said, the oldest first. */
  readonly editions: readonly EditionRecord[]
  /** Names that were written but could not be read, so that one mistake isn't reported twice. */
  readonly broken: ReadonlySet<string>
}

const sourceSchema = zod.strictObject({
  document: zod.string().min(1),
  at: zod.string(),
  kind: zod.string().min(1),
  title: zod.string().min(1),
})
export type AuthoredSource = z.infer<typeof sourceSchema>

/** Every pack of a project: each folder of `scenarios/` that holds a `pack.yaml`. */
export function findPacks(root: string): PackFolder[] {
  const scenarios = join(root, 'scenarios')
  if (!existsSync(scenarios)) return []
  return readdirSync(scenarios)
    .filter((id) => existsSync(join(scenarios, id, 'pack.yaml')))
    .sort()
    .map((id) => ({ id, root, scenarios: join(scenarios, id), scripts: join(root, 'scripts-zh', id) }))
}

/** Reads all files of a pack. Faults of form are added to `found`; nothing is thrown at an author. */
export function readPack(folder: PackFolder, found: Diagnostic[]): AuthoredFiles {
  const broken = new Set<string>()
  const open = (path: string) => {
    const file = SourceFile.open(relative(folder.root, path), readFileSync(path, 'utf8'))
    found.push(...file.diagnostics)
    return file
  }
  const whole = <T>(path: string, schema: z.ZodType<T>): Placed<T> | undefined => {
    if (!existsSync(path)) return undefined
    const file = open(path)
    const value = file.diagnostics.length > 0 ? undefined : file.parse(schema, [], found)
    if (value === undefined) broken.add(basename(path).replace(/(\.plan)?\.yaml$/, ''))
    return value === undefined ? undefined : { value, file, path: [] }
  }
  /** A file whose root holds one mapping of named entries, read entry by entry: one bad entry spoils no other. */
  const entries = <T>(path: string, key: string, schema: z.ZodType<T>, into: Map<string, Placed<T>>): SourceFile | undefined => {
    if (!existsSync(path)) return undefined
    const file = open(path)
    const names = namesUnder(file, key)
    if (!names) {
      if (file.diagnostics.length === 0) found.push(file.report([], 'shape', `expected a mapping called “${key}”`, 'See docs/packs.md.'))
      return undefined
    }
    for (const name of names) {
      const already = into.get(name)
      if (already) {
        found.push(
          file.report(
            [key, name],
            'twice',
            `“${name}” is already defined at ${already.file.at(already.path)}`,
            'Names are unique within a pack.',
          ),
        )
        continue
      }
      const value = file.parse(schema, [key, name], found)
      if (value === undefined) broken.add(name)
      else into.set(name, { value, file, path: [key, name] })
    }
    return file
  }

  const moves = new Map<string, Placed<AuthoredMove>>()
  const steps = new Map<string, Placed<AuthoredStep>>()
  const hints = new Map<string, Placed<AuthoredHint>>()
  const sources = new Map<string, Placed<AuthoredSource>>()
  const swaps = new Map<string, Placed<AuthoredSwap>>()
  const lines = new Map<string, Placed<AuthoredLine & LineDefaults>>()
  const ladders = new Map<string, Placed<AuthoredLadder>>()
  const inScenarios = (...names: string[]) => join(folder.scenarios, ...names)

  const pack = whole(inScenarios('pack.yaml'), packSchema)
  entries(inScenarios('moves.yaml'), 'moves', moveSchema, moves)
  entries(inScenarios('steps.yaml'), 'steps', stepSchema, steps)
  entries(inScenarios('hints.yaml'), 'hints', hintSchema, hints)
  entries(inScenarios('sources.yaml'), 'sources', sourceSchema, sources)
  entries(inScenarios('concessions.yaml'), 'ladders', ladderSchema, ladders)
  entries(join(folder.scripts, 'swaps.yaml'), 'swaps', swapSchema, swaps)
  for (const path of yamlIn(folder.scripts)) {
    if (basename(path) === 'swaps.yaml') continue
    readLines(path)
  }
  const deviations = whole(inScenarios('deviations.yaml'), deviationsSchema)
  const journeys = yamlIn(inScenarios('stages')).flatMap((path) => whole(path, journeySchema) ?? [])
  const scenarios = ['customer', 'situation', 'service', 'ours'].flatMap((group) =>
    yamlIn(inScenarios(group)).flatMap((path) => {
      const scenario = whole(path, scenarioSchema)
      if (scenario && (scenario.value.id !== basename(path, '.yaml') || scenario.value.group !== group)) {
        found.push(
          scenario.file.report(
            ['id'],
            'place',
            `${group}/${basename(path)} holds scenario “${scenario.value.id}” of group “${scenario.value.group}”`,
            'A scenario stands in the folder of its group, in a file named for its id.',
          ),
        )
      }
      return scenario ?? []
    }),
  )
  const calendar = whole(inScenarios('calendar.yaml'), calendarSchema)
  const selfChecks = whole(inScenarios('self-checks.yaml'), selfChecksSchema)
  /** Files of a folder that each hold one thing, named for its id. */
  const named = <T extends { readonly id: string }>(folder: string, schema: z.ZodType<T>, what: string): Placed<T>[] =>
    yamlIn(inScenarios(folder)).flatMap((path) => {
      const placed = whole(path, schema)
      if (placed && placed.value.id !== basename(path, '.yaml'))
        found.push(
          placed.file.report(
            ['id'],
            'place',
            `${basename(path)} holds the ${what} “${placed.value.id}”`,
            `A ${what} stands in a file named for its id.`,
          ),
        )
      return placed ?? []
    })
  const rules = named('rules', ruleSchema, 'table')
  const forms = named('forms', formSchema, 'form')
  const plans = yamlIn(inScenarios('plans')).flatMap((path) => whole(path, planSchema) ?? [])

  for (const machine of [...journeys, ...scenarios]) {
    takeLocal(machine, 'moves', moves)
    takeLocal(machine, 'steps', steps)
  }

  return {
    ...(pack ? { pack } : {}),
    moves,
    steps,
    hints,
    sources,
    deviations: (deviations?.value.deviations ?? []).flatMap((value, i) =>
      deviations ? { value, file: deviations.file, path: ['deviations', String(i)] } : [],
    ),
    journeys,
    scenarios,
    lines,
    swaps,
    plans,
    rules,
    forms,
    ...(calendar ? { calendar } : {}),
    ...(selfChecks ? { selfChecks } : {}),
    ladders,
    editions: readEditions(),
    broken,
  }

  /** Written by `evenkeel publish` and by nobody else, so only what is unreadable is looked for. */
  function readEditions(): EditionRecord[] {
    const paths = filesIn(inScenarios('editions'), '.json')
    return paths.flatMap((path) => {
      const text = readFileSync(path, 'utf8')
      try {
        const record = JSON.parse(text) as EditionRecord
        if (`${record.edition}.json` === basename(path) && isRecord(record.lines) && isRecord(record.machines) && isRecord(record.swaps))
          return record
      } catch {
        // Told below.
      }
      const file = new SourceFile(relative(folder.root, path), '')
      found.push(
        file.report(
          [],
          'shape',
          'cannot be read as a published edition',
          'Take it back from the version history; `evenkeel publish` wrote it.',
        ),
      )
      return []
    })
  }

  function readLines(path: string): void {
    const own = new Map<string, Placed<AuthoredLine>>()
    const file = entries(path, 'lines', lineSchema, own)
    if (!file) return
    const defaults = file.parse(lineDefaultsSchema, ['defaults'], found)
    if (!defaults) return
    for (const [id, line] of own) {
      const already = lines.get(id)
      if (already)
        found.push(
          file.report(
            line.path,
            'twice',
            `“${id}” is already defined at ${already.file.at(already.path)}`,
            'Line ids are unique within a pack.',
          ),
        )
      else lines.set(id, { ...line, value: { ...defaults, ...line.value } as AuthoredLine & LineDefaults })
    }
  }

  /** Moves and steps that only one machine knows are defined in its own file. */
  function takeLocal<T>(machine: Placed<AuthoredJourney | AuthoredScenario>, key: 'moves' | 'steps', into: Map<string, Placed<T>>): void {
    for (const [name, value] of Object.entries(machine.value[key] ?? {})) {
      const already = into.get(name)
      // Both journeys may define the same opening move; anything else must agree on one place.
      if (already && JSON.stringify(already.value) === JSON.stringify(value)) continue
      if (already) {
        found.push(
          machine.file.report(
            [key, name],
            'twice',
            `“${name}” is already defined otherwise at ${already.file.at(already.path)}`,
            `Use that one, or move it to ${key}.yaml.`,
          ),
        )
      } else {
        into.set(name, { value: value as T, file: machine.file, path: [key, name] })
      }
    }
  }
}

function yamlIn(folder: string): string[] {
  return filesIn(folder, '.yaml')
}

function filesIn(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name))
}

function namesUnder(file: SourceFile, key: string): string[] | undefined {
  const root = file.data
  if (!isRecord(root) || !isRecord(root[key])) return undefined
  return Object.keys(root[key])
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
