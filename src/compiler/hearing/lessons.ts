import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { z } from 'zod'
import { ACTS, SIGNALS, VIOLATIONS } from '../../core/vocabulary.ts'
import type { Diagnostic } from '../diagnostics.ts'
import type { PackFolder } from '../read-pack.ts'
import { SourceFile, suggest } from '../source-file.ts'

/** An utterance that shows the recogniser what to hear. */
export interface Lesson {
  readonly text: string
  readonly file: SourceFile
  /** `file` knows the line of it. */
  readonly path: readonly PropertyKey[]
}

/** An utterance of a customer. */
export interface CustomerLesson extends Lesson {
  /** The scenario that it belongs to, `none` for none; left out where the author was only asked for signals. */
  readonly scenario?: string
  /** What it shows; left out where the author was only asked for the scenario. */
  readonly signals?: readonly string[]
}

/** An utterance of an agent. */
export interface AgentLesson extends Lesson {
  readonly acts?: readonly string[]
  readonly violations?: readonly string[]
}

/** All that authors wrote about hearing. */
export interface Lessons {
  readonly customer: readonly CustomerLesson[]
  readonly agent: readonly AgentLesson[]
  readonly words: Readonly<Record<string, readonly string[]>>
}

const lines = z.array(z.union([z.string().min(1), z.number().transform(String)]))
const grouped = z.record(z.string(), lines)
const scenarioFile = z.strictObject({ scenario: z.string(), says: grouped, unlike: grouped.default({}) })
const signalFile = z.strictObject({ signal: z.enum(SIGNALS), says: grouped, unlike: grouped })
const actFile = z.strictObject({ act: z.enum(ACTS), says: grouped, unlike: grouped })
const violationFile = z.strictObject({ violation: z.enum(VIOLATIONS), says: grouped, unlike: grouped })
const calmFile = z.strictObject({ calm: grouped })
const wordsFile = z.strictObject({ groups: z.record(z.string(), lines) })

/** Labels of a group that says that there are none. */
const NOTHING = ['plain', 'fine', 'none']

/** Reads `scenarios/<pack>/hearing`; what is malformed is left out and reported. */
export function readLessons({ root, scenarios }: PackFolder, known: ReadonlySet<string>, found: Diagnostic[]): Lessons {
  const customer: CustomerLesson[] = []
  const agent: AgentLesson[] = []
  const words: Record<string, readonly string[]> = {}
  const folder = join(scenarios, 'hearing')

  const labelsOf = (group: string, names: ReadonlySet<string>, file: SourceFile, path: readonly string[]): readonly string[] => {
    if (NOTHING.includes(group)) return []
    const labels = group.split(' ')
    for (const label of labels) {
      if (!names.has(label))
        found.push(file.report(path, 'unknown-name', `“${label}” is no label that a group can have`, suggest(label, names)))
    }
    return labels.filter((label) => names.has(label))
  }
  const each = (
    groups: Readonly<Record<string, readonly string[]>>,
    key: string,
    file: SourceFile,
    names: ReadonlySet<string>,
    add: (lesson: Lesson, labels: readonly string[]) => void,
  ) => {
    for (const [group, texts] of Object.entries(groups)) {
      const labels = labelsOf(group, names, file, [key, group])
      for (const [i, text] of texts.entries()) add({ text, file, path: [key, group, i] }, labels)
    }
  }
  const read = <T>(path: string, schema: z.ZodType<T>, take: (value: T, file: SourceFile) => void) => {
    const file = SourceFile.open(relative(root, path), readFileSync(path, 'utf8'))
    found.push(...file.diagnostics)
    const value = file.diagnostics.length > 0 ? undefined : file.parse(schema, [], found)
    if (value !== undefined) take(value, file)
  }

  for (const path of yamlIn(join(folder, 'scenarios'))) {
    read(path, scenarioFile, ({ scenario, says, unlike }, file) => {
      if (!known.has(scenario))
        found.push(file.report(['scenario'], 'unknown-name', `there is no scenario “${scenario}”`, suggest(scenario, known)))
      each(says, 'says', file, new Set(SIGNALS), (lesson, signals) => customer.push({ ...lesson, scenario, signals }))
      each(unlike, 'unlike', file, known, (lesson, [other = 'none']) => customer.push({ ...lesson, scenario: other }))
    })
  }
  for (const path of yamlIn(join(folder, 'signals'))) {
    read(path, signalFile, ({ says, unlike }, file) => {
      for (const [key, groups] of Object.entries({ says, unlike }))
        each(groups, key, file, new Set(SIGNALS), (lesson, signals) => customer.push({ ...lesson, signals }))
    })
  }
  for (const path of yamlIn(join(folder, 'acts'))) {
    read(path, actFile, ({ says, unlike }, file) => {
      for (const [key, groups] of Object.entries({ says, unlike }))
        each(groups, key, file, new Set(ACTS), (lesson, acts) => agent.push({ ...lesson, acts }))
    })
  }
  for (const path of yamlIn(join(folder, 'violations'))) {
    read(path, violationFile, ({ says, unlike }, file) => {
      for (const [key, groups] of Object.entries({ says, unlike }))
        each(groups, key, file, new Set(VIOLATIONS), (lesson, violations) => agent.push({ ...lesson, violations }))
    })
  }
  for (const path of yamlIn(folder)) {
    if (basename(path).startsWith('words')) {
      read(path, wordsFile, ({ groups }) => {
        for (const [name, list] of Object.entries(groups)) words[name] = [...(words[name] ?? []), ...list]
      })
    } else {
      read(path, calmFile, ({ calm }, file) => {
        each(calm, 'calm', file, new Set(SIGNALS), (lesson, signals) => customer.push({ ...lesson, scenario: 'none', signals }))
      })
    }
  }
  return { customer, agent, words }
}

function yamlIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(folder, name))
}
