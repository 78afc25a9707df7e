import { z } from 'zod'

const text = z.string().min(1)
const title = z.strictObject({ zh: text, en: text })
const sources = z.array(text).min(1)

/** The authored form of concession ladders: what may be offered, from the least to the most, and where it ends. */
export const ladderSchema = z.strictObject({
  title,
  scenarios: z.array(z.union([text, z.strictObject({ scenario: text, from: z.array(text).min(1) })])),
  rungs: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'expected a short name such as real-costs'),
        zh: text,
        en: text,
        by: text,
        when: title,
        offer: text,
        also: z.array(text).optional(),
        refused: text.optional(),
        promise: text.optional(),
        source: sources,
      }),
    )
    .min(1),
  stop: z.strictObject({ line: text, when: title, after: z.int().min(1).max(3), source: sources }),
})
export const concessionsSchema = z.strictObject({ ladders: z.record(text, ladderSchema) })

export type AuthoredLadder = z.infer<typeof ladderSchema>
