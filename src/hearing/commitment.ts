import type { Deadline, TimeUnit } from './deadlines.ts'
import type { Evidence } from './evidence.ts'

/** By when an agent commits to something: so long from now, or at the end of a day counted from today. */
export type Commitment =
  | { readonly within: { readonly ms: number } | { readonly workingDays: number }; readonly because: readonly Evidence[] }
  | { readonly day: number; readonly because: readonly Evidence[] }

const HOUR = 3_600_000
const DAY = 24 * HOUR

const LENGTHS: Readonly<Record<Exclude<TimeUnit, 'workday'>, number>> = {
  minute: HOUR / 60,
  hour: HOUR,
  day: DAY,
  week: 7 * DAY,
  // What was said is a promise to be kept, so the shorter reading counts.
  month: 28 * DAY,
  year: 365 * DAY,
}

/** Points of the calendar that need nothing but today's date. */
const DAYS: Readonly<Partial<Record<string, number>>> = { today: 0, tonight: 0, tomorrow: 1, 'day-after-tomorrow': 2 }

/** What an agent cannot promise to do in somebody else's name, or has not promised: a limit that the customer set, a question, what was before. */
const NO_PROMISE =
  /(?:您|你|客户)(?:要求|希望|说要|限)|能不能|可不可以|是不是|吗|呢[？?]?$|上次|之前答应|尽量|争取|应该|可能|也许|不(?:能|敢|可以)(?:保证|答应)|保证不了/u

/**
 * What an agent commits to by naming times.
 *
 * @param deadlines the limits of time in what was said
 *
 * @example
 * commitmentsIn('我今天下午给您回电话', deadlinesIn('我今天下午给您回电话')) // [{ day: 0, because: [{ text: '今天下午', … }] }]
 */
export function commitmentsIn(text: string, deadlines: readonly Deadline[]): readonly Commitment[] {
  if (NO_PROMISE.test(text)) return []
  return deadlines.flatMap((deadline): Commitment[] => {
    const { because } = deadline
    if ('by' in deadline) {
      const day = DAYS[deadline.by]
      return day === undefined ? [] : [{ day, because }]
    }
    const { value, unit } = deadline
    if (unit === 'workday') return [{ within: { workingDays: Math.ceil(value) }, because }]
    return [{ within: { ms: value * LENGTHS[unit] }, because }]
  })
}
