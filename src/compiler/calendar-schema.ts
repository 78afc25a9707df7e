import { z } from 'zod'

const text = z.string().min(1)
const title = z.strictObject({ zh: text, en: text })
const date = z.iso.date('expected a date that exists, such as 2026-10-01')
const hour = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'expected a time such as "09:00", in quotes')

/** The calendar of a pack as it is authored. */
export const calendarSchema = z.strictObject({
  hours: z.strictObject({ from: hour, to: hour }).refine(({ from, to }) => from < to, 'it closes before it opens'),
  years: z.record(
    z.string().regex(/^\d{4}$/, 'expected a year such as "2026", in quotes'),
    z.strictObject({
      published: title,
      holidays: z.array(z.strictObject({ zh: text, en: text, from: date, to: date })).min(1),
      makeUp: z.array(date),
    }),
  ),
})

export type AuthoredCalendar = z.infer<typeof calendarSchema>
