import { z } from 'zod'
import { DRILL_LEVELS } from '../../core/drill/level.ts'
import { MANNERS } from '../../core/drill/persona.ts'
import { CRITERIA, SKILLS } from '../../core/scoring/scoring-rules.ts'
import { TEMPERS, VIOLATIONS } from '../../core/vocabulary.ts'

const text = z.string().min(1)
const title = z.strictObject({ zh: text, en: text })
const points = z.number().min(0)
const sources = z.array(text).min(1)

const levelSchema = z.strictObject({
  title,
  heat: z.number(),
  patience: z.number().positive(),
  stings: z.number().positive(),
  soothes: z.number().positive(),
  doubts: z.int().min(0),
  asksMore: z.boolean(),
})

/** How the same customer is easier or harder, and how their heat moves: `drills/levels.yaml`. */
export const levelsSchema = z.strictObject({
  levels: z.record(z.enum(DRILL_LEVELS), levelSchema),
  heat: z.strictObject({
    starts: z.record(z.enum(TEMPERS), points),
    soothed: points,
    favourite: points,
    again: z.number().min(0).max(1),
    progress: points,
    stung: points,
    sorest: points,
    unheard: points,
    bored: points,
    askedAgain: points,
    quiet: points,
    stalled: points,
    agreesBelow: points,
    policyFrom: z.int().positive(),
    quietAfter: z.int().positive(),
    closeWithin: z.int().positive(),
  }),
  source: sources,
})

const everydaySchema = z.strictObject({
  id: text,
  words: z.array(text).min(1),
  announces: z.literal(true).optional(),
  says: z.record(z.enum(MANNERS), z.array(text).min(4)),
})

/** What any agent asks anybody, and how people answer: `drills/everyday.yaml`. */
export const everydayFileSchema = z.strictObject({ questions: z.array(everydaySchema).min(1), source: sources })

const skillSchema = z.strictObject({ title, weight: z.number().positive(), source: sources })

const criterionSchema = z.strictObject({
  skill: z.enum(SKILLS),
  points: z.number().positive(),
  each: z.number().positive().optional(),
  violations: z.array(z.enum(VIOLATIONS)).min(1).optional(),
  title,
  better: title,
})

/** How calls are scored: `drills/scoring.yaml`. */
export const scoringSchema = z.strictObject({
  pass: z.int().min(1).max(100),
  excellent: z.int().min(1).max(100),
  fatal: z.array(z.enum(VIOLATIONS)),
  skills: z.record(z.enum(SKILLS), skillSchema),
  criteria: z.record(z.enum(CRITERIA), criterionSchema),
  breath: z.int().positive(),
  source: sources,
})

/** What the scripted trainees of the simulation say: `drills/trainees.yaml`. */
export const traineesSchema = z.strictObject({ polite: z.array(text).min(10), bad: z.array(text).min(10) })
