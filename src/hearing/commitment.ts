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

/** What waits for a nod after a promise leaves it one: 「48小时内给您回电话，您看行吗？」 */
const NOD = /[，,。](?:您看|您觉得)?(?:这样)?(?:可以|行|好|对|成)吗[？?。]?$/u

/**
 * What an agent commits to by naming times.
 *
 * @param deadlines the limits of time in what was said
 *
 * @example
 * commitmentsIn('我今天下午给您回电话', deadlinesIn('我今天下午给您回电话')) // [{ day: 0, because: [{ text: '今天下午', … }] }]
 */
export function commitmentsIn(text: string, deadlines: readonly Deadline[]): readonly Commitment[] {
  if (NO_PROMISE.test(text.replace(NOD, ''))) return []
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

/** Ways that are still to be chosen from. */
const CHOICE = /要么|或者|如果|要是|两种|两个办法|您选|您挑|还是/u
const CALLS_BACK = /回您|给您回|打给您|给您打|答复您|回复您|联系您|给您(?:个|一个)?(?:准话|答复|结果|说法)/u

/** Whether a time is when the customer hears from us, whatever else is offered in the same breath, and nothing is left to choose. */
export function isCallBack(text: string, because: readonly Evidence[]): boolean {
  const [named] = because
  if (!named || CHOICE.test(text)) return false
  const before = text.slice(0, named.start)
  const from = Math.max(...['，', ',', '。', '；', ';', '！', '？', '：'].map((mark) => before.lastIndexOf(mark))) + 1
  const clause = text.slice(from).split(/[。；;！？]/u)[0] ?? ''
  return CALLS_BACK.test(clause)
}
