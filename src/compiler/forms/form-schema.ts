import { z } from 'zod'
import { FORM_FACTS } from '../../core/forms/form-facts.ts'
import { CHANNELS, OUTCOMES } from '../../core/vocabulary.ts'

const text = z.string().min(1)
const title = z.strictObject({ zh: text, en: text })
const titled = { zh: text, en: text }
const names = z.array(text).min(1)

const field = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'expected a name of small letters, digits and hyphens'),
  ...titled,
  kind: z.enum(['text', 'long', 'choice', 'time', 'rows']),
  /** Left out, those that the fact can be. */
  choices: z.record(text, title).optional(),
  columns: z.array(title).min(1).optional(),
  from: z.enum(FORM_FACTS).optional(),
  required: z.boolean().optional(),
  personal: z.boolean().optional(),
  hint: title.optional(),
})

/** A form as it is authored. */
export const formSchema = z.strictObject({
  id: text,
  title,
  /** Where it stands among the forms of a call, from 1. */
  order: z.int().min(1),
  when: z
    .strictObject({
      always: z.literal(true),
      classes: names,
      scenarios: names,
      channels: z.array(z.enum(CHANNELS)).min(1),
      outcomes: z.array(z.enum(OUTCOMES)).min(1),
      owed: z.literal(true),
    })
    .partial()
    .refine((value) => Object.keys(value).length > 0, 'expected at least one of always, classes, scenarios, channels, outcomes, owed'),
  copies: z
    .array(z.strictObject({ id: text, ...titled }))
    .min(1)
    .optional(),
  sections: z.array(z.strictObject({ id: text, ...titled, copies: z.array(text).optional(), fields: z.array(field).min(1) })).min(1),
  source: z.array(text).min(1),
})

export type AuthoredForm = z.infer<typeof formSchema>
export type AuthoredField = z.infer<typeof field>
