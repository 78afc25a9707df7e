import { z } from 'zod'
import { MOVE_KINDS } from '../core/pack.ts'
import {
  ACTS,
  CHANNELS,
  CHECKPOINTS,
  DANGERS,
  END_REASONS,
  LINE_STATUSES,
  OUTCOMES,
  SCENARIO_GROUPS,
  SIGNALS,
  STAGES,
  TEMPERS,
  VIOLATIONS,
} from '../core/vocabulary.ts'
import { calendarSchema } from './calendar-schema.ts'
import { concessionsSchema } from './concession-schema.ts'
import { everydayFileSchema, levelsSchema, scoringSchema, traineesSchema } from './drills/drill-rules-schema.ts'
import { personaSchema } from './drills/persona-schema.ts'
import { formSchema } from './forms/form-schema.ts'
import {
  actLessonsSchema,
  calmLessonsSchema,
  framesSchema,
  frameWordsSchema,
  moveLessonsSchema,
  scenarioLessonsSchema,
  signalLessonsSchema,
  thresholdsSchema,
  violationLessonsSchema,
  wordGroupsSchema,
} from './hearing/hearing-schema.ts'
import { ruleSchema } from './rules/rule-schema.ts'
import { selfChecksSchema } from './self-checks-schema.ts'

/**
 * The authored form of everything in a pack. Names that other files define are plain strings here and resolved in
 * `link.ts`; names that the program fixes are enumerations, so that editors can offer them.
 */
const text = z.string().min(1)
const title = z.strictObject({ zh: text, en: text })
const titled = { zh: text, en: text }
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a date such as 2027-12-31, in quotes or plain')
const names = z.array(text)
const sources = z.array(text).min(1)
const stage = z.enum(STAGES)
const requirement = z.enum(['acknowledged', 'identity', 'looked-up', 'position-or-offer'])

/** How sure a recogniser must be, 0 to 1; above 1 is never reached. */
const sureness = z.number().min(0)
const duration = z
  .strictObject({ seconds: z.number(), minutes: z.number(), hours: z.number(), workingDays: z.int() })
  .partial()
  .refine((value) => Object.keys(value).length === 1, 'expected exactly one of seconds, minutes, hours, workingDays')

export const packSchema = z.strictObject({
  id: text,
  title,
  version: text,
  edition: text,
  documents: z.record(text, title),
  stages: z.record(
    stage,
    z.strictObject({
      ...titled,
      weight: z.number().min(1).max(5),
      checkpoint: z.enum(CHECKPOINTS).optional(),
      requires: z.array(requirement).optional(),
    }),
  ),
  checkpoints: z.record(
    z.enum(CHECKPOINTS),
    z.strictObject({
      title,
      word: title,
      source: sources,
      needs: z.array(z.strictObject({ anyOf: z.array(z.enum(ACTS)).min(1), title })).min(1),
    }),
  ),
  requirements: z.record(
    requirement,
    z.strictObject({ title, acts: z.array(z.enum(ACTS)).optional(), steps: names.optional(), say: names.min(1) }),
  ),
  tempers: z.record(
    z.enum(['upset', 'angry', 'abusive']),
    z.strictObject({ ...titled, say: names.min(1), do: names.min(1), avoid: names }),
  ),
  roles: z.array(z.strictObject({ id: text, ...titled })).min(1),
  promises: z.record(
    text,
    z.strictObject({
      what: title,
      within: duration,
      warn: duration,
      authority: text.optional(),
      refunds: z.literal(true).optional(),
      byClass: z.literal(true).optional(),
      beyond: z.strictObject({ say: names.min(1), do: names.min(1) }).optional(),
      nudge: names.optional(),
      source: sources,
    }),
  ),
  slots: z.record(
    z.string().regex(/^[a-z]+$/),
    z.strictObject({
      fallback: z.string().optional(),
      needed: z.literal(true).optional(),
      form: z.string().includes('{}').optional(),
      sample: text,
      account: z.boolean().optional(),
    }),
  ),
  profile: z.strictObject({
    titles: z.array(z.strictObject({ id: text, ...titled })).min(1),
    tiers: z.array(z.strictObject({ id: text, ...titled })).min(1),
    brands: z.array(z.strictObject({ id: text, ...titled })).min(1),
  }),
  fallbackLines: names.min(1),
  broken: z.strictObject({ say: names.min(1), do: names, avoid: names }).optional(),
  listening: z
    .strictObject({
      apply: z.strictObject({ signal: sureness, move: sureness, scenario: sureness }),
      ask: z.strictObject({ signal: sureness, move: sureness, scenario: sureness }),
      budget: z.strictObject({ asks: z.int().min(1), within: duration }),
      lapse: duration,
      again: duration,
    })
    .optional(),
})

export const moveSchema = z.strictObject({
  ...titled,
  by: z.enum(['customer', 'agent']),
  kind: z.enum(MOVE_KINDS),
  signals: z.array(z.enum(SIGNALS)).optional(),
  temper: z.enum(['up', 'down']).optional(),
  grants: text.optional(),
  settles: z.union([z.strictObject({ within: text }), z.strictObject({ beyond: text })]).optional(),
  means: title.optional(),
})
const movesSchema = z.strictObject({ moves: z.record(text, moveSchema) })

export const stepSchema = z.strictObject({
  ...titled,
  acts: z.array(z.enum(ACTS)).optional(),
  identifies: z.boolean().optional(),
  account: z.boolean().optional(),
  how: title.optional(),
})
const stepsSchema = z.strictObject({ steps: z.record(text, stepSchema) })

export const hintSchema = z.strictObject({
  ...titled,
  stages: z.array(stage).optional(),
  tempers: z.array(z.enum(TEMPERS)).optional(),
  scenarios: names.optional(),
  source: sources,
})
const hintsSchema = z.strictObject({ hints: z.record(text, hintSchema) })

const when = z.strictObject({
  channel: z.enum(CHANNELS).optional(),
  brand: names.optional(),
  tier: names.optional(),
  temper: z.array(z.enum(TEMPERS)).optional(),
})
const say = z.union([text, z.strictObject({ line: text, when: when.optional() })])

const branch = z.union([
  text,
  z
    .strictObject({ to: text.optional(), start: text.optional(), seen: text.optional(), times: z.int().min(1).optional() })
    .refine(({ to, start }) => to !== undefined || start !== undefined, 'expected `to`, `start` or both')
    .refine(({ seen, times }) => (seen === undefined) === (times === undefined), '`seen` and `times` go together'),
])

export const stateSchema = z.strictObject({
  stage: stage.optional(),
  say: z.array(say).optional(),
  do: names.optional(),
  avoid: names.optional(),
  requires: z.array(requirement).optional(),
  on: z.record(text, z.union([branch, z.array(branch).min(1)])).optional(),
  outcome: z.enum(OUTCOMES).optional(),
  // biome-ignore lint/suspicious/noThenProperty: the authors' word; this object is never awaited
  then: z.union([z.literal('back'), stage]).optional(),
  reason: z.enum(END_REASONS).optional(),
})

export const journeySchema = z.strictObject({
  id: z.enum(CHANNELS),
  title,
  summary: title.optional(),
  source: sources,
  moves: z.record(text, moveSchema).optional(),
  steps: z.record(text, stepSchema).optional(),
  entry: text,
  states: z.record(text, stateSchema),
})

export const scenarioSchema = z.strictObject({
  id: text,
  title,
  group: z.enum(SCENARIO_GROUPS),
  summary: title,
  source: sources,
  channels: z.array(z.enum(CHANNELS)).min(1).optional(),
  interrupts: z.enum(DANGERS).optional(),
  cues: z.strictObject({ signals: z.array(z.enum(SIGNALS)).optional(), examples: names, unlike: names.optional() }),
  moves: z.record(text, moveSchema).optional(),
  steps: z.record(text, stepSchema).optional(),
  entry: text,
  states: z.record(text, stateSchema),
  closing: z.record(text, z.array(say).min(1)).optional(),
})

export const lineSchema = z.strictObject({
  purpose: title,
  say: z.array(text).min(1),
  short: text,
  acts: z.array(z.enum(ACTS)),
  promise: z.union([text, names]).optional(),
  account: z.boolean().optional(),
  source: sources,
  edition: text.optional(),
  status: z.enum(LINE_STATUSES).optional(),
  approved: date.optional(),
  expires: date.optional(),
})
export const lineDefaultsSchema = z.strictObject({
  edition: text,
  status: z.enum(LINE_STATUSES),
  approved: date,
  expires: date.optional(),
})
const linesSchema = z.strictObject({ defaults: lineDefaultsSchema, lines: z.record(text, lineSchema) })

export const swapSchema = z.strictObject({
  violation: z.enum(VIOLATIONS),
  not: text,
  match: z.array(z.string().min(2)).min(1),
  instead: text,
  why: title,
  source: sources,
})
const swapsSchema = z.strictObject({ swaps: z.record(text, swapSchema) })

const sourcesSchema = z.strictObject({
  sources: z.record(text, z.strictObject({ document: text, at: z.string(), kind: text, title: text })),
})

export const deviationsSchema = z.strictObject({
  deviations: z.array(z.strictObject({ ids: names.min(1), kind: z.enum(['deviates', 'pending']), reason: title })),
})

const wording = z.union([z.int().min(1), z.enum(['short', 'own'])])
const expectation = z.strictObject({
  stage: stage.optional(),
  say: text.optional(),
  temper: z.enum(TEMPERS).optional(),
  front: text.optional(),
  state: text.optional(),
  closed: names.optional(),
  danger: z.union([z.enum(DANGERS), z.literal('none')]).optional(),
})
export const turnSchema = z.strictObject({
  t: z.number().min(0).optional(),
  customer: text.optional(),
  say: text.optional(),
  wording: wording.optional(),
  move: text.optional(),
  start: text.optional(),
  drop: text.optional(),
  do: text.optional(),
  temper: z.enum(['up', 'down']).optional(),
  stage: stage.optional(),
  channel: z.enum(CHANNELS).optional(),
  expect: expectation.optional(),
  end: z.strictObject({ outcome: z.enum(OUTCOMES), reason: z.enum(END_REASONS).optional() }).optional(),
})
export const planSchema = z.strictObject({
  id: text,
  scenario: text.optional(),
  title,
  goes: z.enum(['well', 'badly']),
  channel: z.enum(CHANNELS),
  profile: z.strictObject({ surname: text, title: text, tier: text, brand: text, matter: text, demand: text }).partial().optional(),
  turns: z.array(turnSchema).min(1),
  expect: z.strictObject({
    outcome: z.enum(OUTCOMES),
    checkpoints: z.partialRecord(z.enum(CHECKPOINTS), z.enum(['met', 'partly', 'missed'])).optional(),
  }),
})

/** Every authored file kind, by the name that its JSON Schema carries. */
export const SCHEMAS = {
  pack: packSchema,
  moves: movesSchema,
  steps: stepsSchema,
  hints: hintsSchema,
  journey: journeySchema,
  scenario: scenarioSchema,
  lines: linesSchema,
  swaps: swapsSchema,
  sources: sourcesSchema,
  deviations: deviationsSchema,
  plan: planSchema,
  rule: ruleSchema,
  form: formSchema,
  calendar: calendarSchema,
  concessions: concessionsSchema,
  'self-checks': selfChecksSchema,
  drill: personaSchema,
  'drill-levels': levelsSchema,
  'drill-everyday': everydayFileSchema,
  'drill-scoring': scoringSchema,
  'drill-trainees': traineesSchema,
  'hearing-scenario': scenarioLessonsSchema,
  'hearing-signal': signalLessonsSchema,
  'hearing-act': actLessonsSchema,
  'hearing-violation': violationLessonsSchema,
  'hearing-moves': moveLessonsSchema,
  'hearing-calm': calmLessonsSchema,
  'hearing-words': wordGroupsSchema,
  'hearing-frames': framesSchema,
  'hearing-frame-words': frameWordsSchema,
  'hearing-thresholds': thresholdsSchema,
} as const

export type AuthoredPack = z.infer<typeof packSchema>
export type AuthoredMove = z.infer<typeof moveSchema>
export type AuthoredStep = z.infer<typeof stepSchema>
export type AuthoredHint = z.infer<typeof hintSchema>
export type AuthoredState = z.infer<typeof stateSchema>
export type AuthoredJourney = z.infer<typeof journeySchema>
export type AuthoredScenario = z.infer<typeof scenarioSchema>
export type AuthoredLine = z.infer<typeof lineSchema>
export type LineDefaults = z.infer<typeof lineDefaultsSchema>
export type AuthoredSwap = z.infer<typeof swapSchema>
export type AuthoredPlan = z.infer<typeof planSchema>
export type Turn = z.infer<typeof turnSchema>
export type Deviation = z.infer<typeof deviationsSchema>['deviations'][number]
export type Duration = z.infer<typeof duration>
