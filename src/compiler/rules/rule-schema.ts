import { z } from 'zod'
import { HIT_POLICIES, UNITS } from '../../core/rules/decision-table.ts'

const text = z.string().min(1)
const title = z.strictObject({ zh: text, en: text })
const titled = { zh: text, en: text }
const sources = z.array(text).min(1)
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a date such as 2027-12-31, in quotes or plain')

/** Choices that a pack defines already, by the name of the list. */
export const LISTS = ['tier', 'brand', 'role', 'channel', 'scenario'] as const
export type List = (typeof LISTS)[number]

const choices = z.record(text, title).refine((value) => Object.keys(value).length > 1, 'expected two choices or more')
/** In a cell `none` says that nothing is known. */
const asked = choices.refine((value) => !('none' in value), '“none” stands for what is not known: call this choice something else')
const type = z.enum([...UNITS, ...LISTS, 'flag'])
const input = z.union([
  z.strictObject({ ...titled, type, optional: z.boolean().optional() }),
  z.strictObject({ ...titled, choices: asked, optional: z.boolean().optional() }),
])
const output = z.union([
  z.strictObject({ ...titled, type: z.enum([...UNITS, ...LISTS, 'flag', 'text']) }),
  z.strictObject({ ...titled, choices }),
])

/** `"(100..500]"`, `> 10`, a choice, several, or true and false. */
const cell = z.union([text, z.number(), z.boolean(), z.array(z.union([text, z.number()])).min(1)])
const conclusion = { gives: z.record(text, z.union([z.number(), z.boolean(), text, title])), source: sources, note: title.optional() }

/** A decision table as it is authored. */
export const ruleSchema = z.strictObject({
  id: text,
  title,
  hit: z.enum(HIT_POLICIES),
  holds: date,
  counsel: title.optional(),
  inputs: z.record(text, input),
  outputs: z.record(text, output),
  rows: z.array(z.strictObject({ when: z.record(text, cell), ...conclusion })).min(1),
  otherwise: z.strictObject(conclusion).optional(),
})

export type AuthoredRule = z.infer<typeof ruleSchema>
export type AuthoredCell = z.infer<typeof cell>
