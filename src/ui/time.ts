const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const SHANGHAI_OFFSET = 8 * HOUR

/**
 * A length of time as a clock shows it.
 *
 * @param ms not negative
 * @example
 * clock(312_000) // '05:12'
 * clock(3_900_000) // '1:05:00'
 */
export function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  const hours = Math.floor(seconds / 3600)
  const rest = `${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`
  return hours > 0 ? `${hours}:${rest}` : rest
}

/** Weekday (0 is Sunday) and time of day in Asia/Shanghai, where customers count their deadlines. */
export function shanghaiTime(at: number): { readonly weekday: number; readonly time: string } {
  const there = new Date(at + SHANGHAI_OFFSET)
  return { weekday: there.getUTCDay(), time: `${pad(there.getUTCHours())}:${pad(there.getUTCMinutes())}` }
}

export type Amount = { readonly unit: 'days' | 'hours' | 'minutes' | 'seconds'; readonly count: number }

/**
 * A remaining time in its largest useful unit, rounded down, so that it never claims more than there is: under two minutes
 * seconds count, under two hours minutes, under two days hours.
 */
export function amountLeft(ms: number): Amount {
  const left = Math.abs(ms)
  if (left < 2 * MINUTE) return { unit: 'seconds', count: Math.floor(left / 1000) }
  if (left < 2 * HOUR) return { unit: 'minutes', count: Math.floor(left / MINUTE) }
  if (left < 2 * DAY) return { unit: 'hours', count: Math.floor(left / HOUR) }
  return { unit: 'days', count: Math.floor(left / DAY) }
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}
