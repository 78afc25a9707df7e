import { z } from 'zod'
import { MANNERS, REACTIONS, SORE_POINTS } from '../../core/drill/persona.ts'
import { ACTS, CHANNELS, TEMPERS, VIOLATIONS } from '../../core/vocabulary.ts'

const text = z.string().min(1)
const title = z.strictObject({ zh: text, en: text })
const utterances = z.array(text).min(1)

const factSchema = z.strictObject({
  id: text,
  ask: text,
  words: z.array(text).min(1),
  tells: z.array(text).min(2),
  told: z.literal(true).optional(),
  secret: z.literal(true).optional(),
  needed: z.literal(true).optional(),
})

/** A customer to practise with, as authored: one a file in `drills/`. */
export const personaSchema = z.strictObject({
  id: text,
  title,
  scenario: text,
  also: z.array(text).optional(),
  channel: z.enum(CHANNELS),
  customer: z.strictObject({
    surname: text,
    title: text,
    tier: text.optional(),
    brand: text.optional(),
    matter: text.optional(),
    demand: text.optional(),
  }),
  scene: title,
  manner: z.enum(MANNERS),
  story: text,
  goal: title,
  temper: z.enum(TEMPERS),
  patience: z.int().min(3).max(9),
  calms: z.array(z.enum(ACTS)).min(1).max(4),
  inflames: z
    .array(z.enum([...VIOLATIONS, ...SORE_POINTS]))
    .min(1)
    .max(5),
  needs: z.array(z.enum(ACTS)).min(2).max(5),
  harder: z.array(z.enum(ACTS)).max(2).optional(),
  facts: z.array(factSchema).min(2).max(7),
  truth: z.array(text).min(1),
  records: z.array(title).min(1).max(5),
  remedy: title,
  turns: z.array(z.strictObject({ after: z.int().min(1).max(12), scenario: text, says: utterances })).optional(),
  answers: z.record(text, utterances).optional(),
  says: z.object(Object.fromEntries(REACTIONS.map((reaction) => [reaction, utterances]))).catchall(utterances),
  source: z.array(text).optional(),
})

export type AuthoredPersona = z.infer<typeof personaSchema>
