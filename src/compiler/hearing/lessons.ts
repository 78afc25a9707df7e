import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import type { z } from 'zod'
import { ACTS, SIGNALS, VIOLATIONS } from '../../core/vocabulary.ts'
import type { Thresholds } from '../../hearing/hearing.ts'
import { NO_MOVE } from '../../hearing/moves.ts'
import type { Diagnostic } from '../diagnostics.ts'
import type { PackFolder } from '../read-pack.ts'
import { SourceFile, suggest } from '../source-file.ts'
import type { SaidLine } from './compile-frames.ts'
import { readFrames, type WrittenFrames } from './frame-files.ts'
import {
  actLessonsSchema,
  calmLessonsSchema,
  moveLessonsSchema,
  scenarioLessonsSchema,
  signalLessonsSchema,
  thresholdsSchema,
  violationLessonsSchema,
  wordGroupsSchema,
} from './hearing-schema.ts'
import type { MoveLessons } from './move-lessons.ts'

/** An utterance that shows the recogniser what to hear. */
export interface Lesson {
  readonly text: string
  readonly file: SourceFile
  /** `file` knows the line of it. */
  readonly path: readonly PropertyKey[]
  /** What the file around it is about, and whether the line is a case of it or a look-alike. */
  readonly about: { readonly kind: LessonKind; readonly id: string; readonly part: 'says' | 'unlike' }
}

export type LessonKind = 'scenario' | 'signal' | 'act' | 'violation' | 'calm'

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
  readonly frames: WrittenFrames
  readonly moves: MoveLessons
  /** From which score on each is heard, as measured. */
  readonly thresholds: Thresholds
}

const NO_THRESHOLDS: Thresholds = { signals: {}, acts: {}, violations: {} }

/** Of a pack that teaches nothing. */
export const NO_LESSONS: Lessons = {
  customer: [],
  agent: [],
  words: {},
  frames: { frames: [], negations: [], groups: {} },
  moves: {},
  thresholds: NO_THRESHOLDS,
}

/** Labels of a group that says that there are none. */
const NOTHING = ['plain', 'fine', 'none']

/** A line of an agent may be named by all that it shows, well and badly; a file teaches only what it is about, for it was only asked for that. */
const AGENT_LABELS: ReadonlySet<string> = new Set([...ACTS, ...VIOLATIONS])
const isOneOf = (names: readonly string[]) => (label: string) => names.includes(label)

/** What lessons may be about. */
export interface KnownNames {
  readonly scenarios: ReadonlySet<string>
  /** Left out while a broken file may hold some. */
  readonly moves?: ReadonlySet<string>
}

/** Reads `scenarios/<pack>/hearing`; what is malformed is left out and reported. */
export function readLessons(folder: PackFolder, { scenarios: known, moves: knownMoves }: KnownNames, found: Diagnostic[]): Lessons {
  const customer: CustomerLesson[] = []
  const agent: AgentLesson[] = []
  const words: Record<string, readonly string[]> = {}
  const moves: Record<string, readonly string[]> = {}
  let thresholds = NO_THRESHOLDS
  const { root } = folder
  const hearing = join(folder.scenarios, 'hearing')

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
    [kind, id]: readonly [LessonKind, string],
    file: SourceFile,
    names: ReadonlySet<string>,
    add: (lesson: Lesson, labels: readonly string[]) => void,
  ) => {
    for (const [group, texts] of Object.entries(groups)) {
      const labels = labelsOf(group, names, file, [key, group])
      const about = { kind, id, part: key === 'unlike' ? 'unlike' : 'says' } as const
      for (const [i, text] of texts.entries()) add({ text, file, path: [key, group, i], about }, labels)
    }
  }
  const read = <T>(path: string, schema: z.ZodType<T>, take: (value: T, file: SourceFile) => void) => {
    const file = SourceFile.open(relative(root, path), readFileSync(path, 'utf8'))
    found.push(...file.diagnostics)
    const value = file.diagnostics.length > 0 ? undefined : file.parse(schema, [], found)
    if (value !== undefined) take(value, file)
  }

  for (const path of yamlIn(join(hearing, 'scenarios'))) {
    read(path, scenarioLessonsSchema, ({ scenario, says, unlike }, file) => {
      if (!known.has(scenario))
        found.push(file.report(['scenario'], 'unknown-name', `there is no scenario “${scenario}”`, suggest(scenario, known)))
      each(says, 'says', ['scenario', scenario], file, new Set(SIGNALS), (lesson, signals) =>
        customer.push({ ...lesson, scenario, signals }),
      )
      each(unlike, 'unlike', ['scenario', scenario], file, known, (lesson, [other = 'none']) =>
        customer.push({ ...lesson, scenario: other }),
      )
    })
  }
  for (const path of yamlIn(join(hearing, 'signals'))) {
    read(path, signalLessonsSchema, ({ signal, says, unlike }, file) => {
      for (const [key, groups] of Object.entries({ says, unlike }))
        each(groups, key, ['signal', signal], file, new Set(SIGNALS), (lesson, signals) => customer.push({ ...lesson, signals }))
    })
  }
  for (const path of yamlIn(join(hearing, 'acts'))) {
    read(path, actLessonsSchema, ({ act, says, unlike }, file) => {
      for (const [key, groups] of Object.entries({ says, unlike }))
        each(groups, key, ['act', act], file, AGENT_LABELS, (lesson, labels) =>
          agent.push({ ...lesson, acts: labels.filter(isOneOf(ACTS)) }),
        )
    })
  }
  for (const path of yamlIn(join(hearing, 'violations'))) {
    read(path, violationLessonsSchema, ({ violation, says, unlike }, file) => {
      for (const [key, groups] of Object.entries({ says, unlike }))
        each(groups, key, ['violation', violation], file, AGENT_LABELS, (lesson, labels) =>
          agent.push({ ...lesson, violations: labels.filter(isOneOf(VIOLATIONS)) }),
        )
    })
  }
  for (const path of yamlIn(join(hearing, 'moves'))) {
    read(path, moveLessonsSchema, ({ moves: said, none }, file) => {
      for (const [id, texts] of Object.entries({ ...said, [NO_MOVE]: none })) {
        if (id !== NO_MOVE && knownMoves && !knownMoves.has(id))
          found.push(file.report(['moves', id], 'unknown-name', `there is no move “${id}”`, suggest(id, knownMoves)))
        moves[id] = [...(moves[id] ?? []), ...texts]
      }
    })
  }
  for (const path of yamlIn(hearing)) {
    if (basename(path).startsWith('words')) {
      read(path, wordGroupsSchema, ({ groups }) => {
        for (const [name, list] of Object.entries(groups)) words[name] = [...(words[name] ?? []), ...list]
      })
    } else if (basename(path) === 'thresholds.yaml') {
      read(path, thresholdsSchema, (value) => {
        thresholds = value
      })
    } else {
      read(path, calmLessonsSchema, ({ calm }, file) => {
        each(calm, 'calm', ['calm', 'calm'], file, new Set(SIGNALS), (lesson, signals) =>
          customer.push({ ...lesson, scenario: 'none', signals }),
        )
      })
    }
  }
  return { customer, agent, words, frames: readFrames(folder, words, found), moves, thresholds }
}

/** Every line with all that it shows. */
export function saidLines({
  customer,
  agent,
}: {
  readonly customer: readonly Pick<CustomerLesson, 'text' | 'signals'>[]
  readonly agent: readonly Pick<AgentLesson, 'text' | 'acts' | 'violations'>[]
}): SaidLine[] {
  return [
    ...customer.map(({ text, signals = [] }) => ({ text, labels: signals })),
    ...agent.map(({ text, acts = [], violations = [] }) => ({ text, labels: [...acts, ...violations] })),
  ]
}

function yamlIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(folder, name))
}
