import { dateOf, dayOf, MINUTE, startOf } from '../calendar/days.ts'

/** The minute of a moment in Asia/Shanghai, as forms have it: 2026-11-24 14:05. */
export function minuteOf(moment: number): string {
  return `${dateOf(dayOf(moment))} ${clockOf(moment)}`
}

/** The time of day in Asia/Shanghai: 14:05. */
export function clockOf(moment: number): string {
  const minutes = Math.floor((moment - startOf(dayOf(moment))) / MINUTE)
  const two = (count: number) => String(count).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
