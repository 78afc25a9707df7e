import { z } from 'zod'
import { FINDING_KINDS } from '../core/self-check.ts'

const text = z.string().min(1)
const title = z.strictObject({ zh: text, en: text })

const selfCheckSchema = z.strictObject({
  id: text,
  zh: text,
  en: text,
  look: title,
  finds: z.array(z.enum(FINDING_KINDS)).optional(),
  source: z.array(text).min(1),
})

/** The self-checks of a pack as they are authored. */
export const selfChecksSchema = z.strictObject({ weekly: z.array(selfCheckSchema).min(1), monthly: z.array(selfCheckSchema).min(1) })

export type AuthoredSelfChecks = z.infer<typeof selfChecksSchema>
