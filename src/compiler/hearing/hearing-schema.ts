import { z } from 'zod'
import { ACTS, SIGNALS, VIOLATIONS } from '../../core/vocabulary.ts'
import { FRAME_EXAMPLES } from './lesson-counts.ts'

/** The authored form of what stands in `scenarios/<pack>/hearing`. */
const line = z.union([z.string().min(1), z.number().transform(String)])
const lines = z.array(line)
const grouped = z.record(z.string(), lines)
const patterns = z.array(z.string().min(1))

const frame = z.strictObject({
  when: patterns.min(1),
  not: patterns.default([]),
  says: lines.min(FRAME_EXAMPLES),
  unlike: lines.min(FRAME_EXAMPLES),
})
const frames = z.record(z.string().regex(/^[a-z0-9-]+$/), frame)

export const scenarioLessonsSchema = z.strictObject({ scenario: z.string(), says: grouped, unlike: grouped.default({}) })
export const signalLessonsSchema = z.strictObject({ signal: z.enum(SIGNALS), says: grouped, unlike: grouped })
export const actLessonsSchema = z.strictObject({ act: z.enum(ACTS), says: grouped, unlike: grouped })
export const violationLessonsSchema = z.strictObject({ violation: z.enum(VIOLATIONS), says: grouped, unlike: grouped })
export const calmLessonsSchema = z.strictObject({ calm: grouped })
export const moveLessonsSchema = z.strictObject({ moves: z.record(z.string(), lines), none: lines.default([]) })
export const wordGroupsSchema = z.strictObject({ groups: z.record(z.string(), lines) })
export const framesSchema = z
  .strictObject({
    signal: z.enum(SIGNALS).optional(),
    act: z.enum(ACTS).optional(),
    violation: z.enum(VIOLATIONS).optional(),
    not: patterns.default([]),
    frames,
  })
  .refine(({ signal, act, violation }) => [signal, act, violation].filter(Boolean).length === 1, 'expected one of signal, act, violation')
export const frameWordsSchema = z.strictObject({ negations: patterns.default([]), groups: z.record(z.string(), lines).default({}) })

const scores = <Name extends string>(names: readonly Name[]) => z.partialRecord(z.enum(names), z.number()).default({})
export const thresholdsSchema = z.strictObject({ signals: scores(SIGNALS), acts: scores(ACTS), violations: scores(VIOLATIONS) })

export type AuthoredFrames = z.infer<typeof framesSchema>
