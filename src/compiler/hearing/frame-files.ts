import { readdirSync, readFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import type { z } from 'zod'
import type { Diagnostic } from '../diagnostics.ts'
import type { PackFolder } from '../read-pack.ts'
import { SourceFile, suggest } from '../source-file.ts'
import { groupOf, parsePattern, type WrittenPattern } from './frame-pattern.ts'
import { type AuthoredFrames, framesSchema, frameWordsSchema } from './hearing-schema.ts'

/** Who says what a frame finds. */
export type FrameSpeaker = 'customer' | 'agent'

/** A frame as its author wrote it, with every pattern read. */
export interface WrittenFrame {
  readonly id: string
  readonly who: FrameSpeaker
  readonly shows: string
  readonly when: readonly WrittenPattern[]
  readonly not: readonly WrittenPattern[]
  readonly says: readonly string[]
  readonly unlike: readonly string[]
  readonly file: SourceFile
}

/** All frames of a pack. */
export interface WrittenFrames {
  readonly frames: readonly WrittenFrame[]
  readonly negations: readonly WrittenPattern[]
  /** Words by group: those of the lessons, and those that only frames use. */
  readonly groups: Readonly<Record<string, readonly string[]>>
}

/** The same without where each was written. */
export interface TaughtFrames extends Omit<WrittenFrames, 'frames'> {
  readonly frames: readonly Omit<WrittenFrame, 'file'>[]
}

/** The file that holds what frames share. */
const SHARED = 'words.yaml'

/** Reads `hearing/frames`; a pattern that cannot be read is left out and reported. */
export function readFrames(
  { root, scenarios }: PackFolder,
  words: Readonly<Record<string, readonly string[]>>,
  found: Diagnostic[],
): WrittenFrames {
  const folder = join(scenarios, 'hearing', 'frames')
  const open = <T>(name: string, schema: z.ZodType<T>): { readonly value: T; readonly file: SourceFile } | undefined => {
    const file = SourceFile.open(relative(root, join(folder, name)), readFileSync(join(folder, name), 'utf8'))
    found.push(...file.diagnostics)
    const value = file.diagnostics.length > 0 ? undefined : file.parse(schema, [], found)
    return value === undefined ? undefined : { value, file }
  }
  const names = yamlIn(folder)
  const shared = names.includes(SHARED) ? open(SHARED, frameWordsSchema) : undefined
  const groups = { ...words, ...shared?.value.groups }
  const frames: WrittenFrame[] = []
  for (const name of names.filter((each) => each !== SHARED)) {
    const opened = open(name, framesSchema)
    if (!opened) continue
    const { value, file } = opened
    const patterns = (texts: readonly string[], path: readonly PropertyKey[]) => parsed(texts, path, file, groups, found)
    const common = patterns(value.not, ['not'])
    for (const [id, frame] of Object.entries(value.frames)) {
      const twice = frames.find((each) => each.id === id)
      if (twice) {
        found.push(file.report(['frames', id], 'twice', `frame “${id}” is already in ${twice.file.path}`, 'Names of frames are unique.'))
        continue
      }
      const when = patterns(frame.when, ['frames', id, 'when'])
      const not = [...common, ...patterns(frame.not, ['frames', id, 'not'])]
      frames.push({ id, ...shown(value), when, not, says: frame.says, unlike: frame.unlike, file })
    }
  }
  const negations = shared ? parsed(shared.value.negations, ['negations'], shared.file, groups, found) : []
  return { frames, negations, groups }
}

function shown({ signal, act, violation }: AuthoredFrames): Pick<WrittenFrame, 'who' | 'shows'> {
  return { who: signal ? 'customer' : 'agent', shows: signal ?? act ?? violation ?? '' }
}

function parsed(
  texts: readonly string[],
  path: readonly PropertyKey[],
  file: SourceFile,
  groups: Readonly<Record<string, unknown>>,
  found: Diagnostic[],
): WrittenPattern[] {
  return texts.flatMap((text, i) => {
    const patterns = parsePattern(text)
    if (typeof patterns === 'string') {
      found.push(file.report([...path, i], 'frame-form', `“${text}”: ${patterns}`, 'See docs/packs.md for how patterns are written.'))
      return []
    }
    for (const word of patterns[0]?.slots.flatMap(({ any }) => any) ?? []) {
      const group = groupOf(word)
      if (group === undefined || group in groups) continue
      found.push(file.report([...path, i], 'unknown-name', `there is no group of words “${group}”`, suggest(group, Object.keys(groups))))
    }
    return patterns
  })
}

function yamlIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => basename(name).endsWith('.yaml'))
      .sort()
  } catch {
    return []
  }
}
