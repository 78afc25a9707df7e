import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { z } from 'zod'
import type { CompiledDrills } from '../../core/drill/drills.ts'
import type { Persona } from '../../core/drill/persona.ts'
import type { CompiledPack } from '../../core/pack.ts'
import { type Diagnostic, hasErrors } from '../diagnostics.ts'
import type { PackFolder, Placed } from '../read-pack.ts'
import { SourceFile, suggest } from '../source-file.ts'
import { everydayFileSchema, levelsSchema, scoringSchema } from './drill-rules-schema.ts'
import type { AuthoredPersona } from './persona-schema.ts'
import { checkPersonas, placesIn, readPersonas } from './personas.ts'

export interface DrillsResult {
  /** Absent for a pack without drills, or with errors in them. */
  readonly drills?: CompiledDrills
  readonly diagnostics: readonly Diagnostic[]
}

export interface DrillsOptions {
  /** Whether every scenario must have somebody who plays it, and a fault in one spoils all; left out: yes. */
  readonly complete?: boolean
}

/**
 * Compiles the drills of a pack: who can be practised with, how their heat moves, how a call is scored. They stand beside the pack, since no call
 * on the job needs them.
 */
export function compileDrills(folder: PackFolder, pack: CompiledPack, { complete = true }: DrillsOptions = {}): DrillsResult {
  const found: Diagnostic[] = []
  const personas = readPersonas(folder, found)
  const levels = one(folder, 'levels.yaml', levelsSchema, found)
  const scoring = one(folder, 'scoring.yaml', scoringSchema, found)
  const everyday = one(folder, 'everyday.yaml', everydayFileSchema, found)
  if (personas.length === 0 && !levels && !scoring) return { diagnostics: found }
  found.push(...checkPersonas(personas, pack, { complete, questions: (everyday?.value.questions ?? []).map(({ id }) => id) }))
  for (const placed of [...personas, ...(levels ? [levels] : []), ...(scoring ? [scoring] : []), ...(everyday ? [everyday] : [])])
    found.push(...unknownSources(placed, pack))
  if (everyday) found.push(...unknownPlaces(everyday))
  const faulty = new Set(found.flatMap(({ file, severity }) => (severity === 'error' ? [file] : [])))
  // An author at work on one customer can still play the others.
  const sound = complete ? personas : personas.filter(({ file }) => !faulty.has(file.path))
  if (!levels || !scoring || (complete && hasErrors(found))) return { diagnostics: found }
  const content = {
    pack: pack.id,
    rules: {
      levels: levels.value.levels,
      heat: levels.value.heat,
      everyday: (everyday?.value.questions ?? []).map(({ announces, ...question }) => ({
        ...question,
        ...(announces ? { announces } : {}),
      })),
    },
    scoring: {
      pass: scoring.value.pass,
      excellent: scoring.value.excellent,
      fatal: scoring.value.fatal,
      skills: scoring.value.skills,
      criteria: scoring.value.criteria as CompiledDrills['scoring']['criteria'],
      breath: scoring.value.breath,
    },
    personas: sound.map(({ value }) => personaOf(value)),
  }
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex')
  return { drills: { ...content, hash }, diagnostics: found }
}

function one<T extends { readonly source: readonly string[] }>(
  folder: PackFolder,
  name: string,
  schema: z.ZodType<T>,
  found: Diagnostic[],
): Placed<T> | undefined {
  const path = join(folder.scenarios, 'drills', name)
  if (!existsSync(path)) return undefined
  const file = SourceFile.open(relative(folder.root, path), readFileSync(path, 'utf8'))
  found.push(...file.diagnostics)
  const value = file.diagnostics.length > 0 ? undefined : file.parse(schema, [], found)
  return value && { value, file, path: [] }
}

function unknownSources({ value, file }: Placed<{ readonly source?: readonly string[] | undefined }>, pack: CompiledPack): Diagnostic[] {
  return (value.source ?? []).flatMap((id, i) =>
    pack.sources[id]
      ? []
      : [file.report(['source', String(i)], 'drills', `there is no source “${id}”`, suggest(id, Object.keys(pack.sources)))],
  )
}

function unknownPlaces({ value, file }: Placed<z.infer<typeof everydayFileSchema>>): Diagnostic[] {
  return value.questions.flatMap(({ says }, i) =>
    Object.entries(says).flatMap(([manner, texts]) => placesIn(texts, file, ['questions', String(i), 'says', manner])),
  )
}

function personaOf(authored: AuthoredPersona): Persona {
  const { customer, also = [], harder = [], turns = [], source = [], facts, story, answers, ...rest } = authored
  return {
    ...rest,
    // A text that was folded over lines in YAML has no blanks between its characters.
    story: story.replace(/(?<=[\p{Script=Han}\p{P}])\s+(?=[\p{Script=Han}\p{P}])/gu, ''),
    profile: Object.fromEntries(Object.entries(customer).filter(([, value]) => value !== undefined)),
    also,
    harder,
    turns,
    source,
    ...(answers ? { answers } : {}),
    facts: facts.map(({ told, secret, needed, ...fact }) => ({
      ...fact,
      ...(told ? { told } : {}),
      ...(secret ? { secret } : {}),
      ...(needed ? { needed } : {}),
    })),
  }
}
