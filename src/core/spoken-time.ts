import { dateOf, dayOf, MINUTE, startOf } from './calendar/days.ts'

/** The half hour that a moment falls into: what we say is never later than what we mean. */
export function halfHourOf(moment: number): number {
  return Math.floor(moment / (30 * MINUTE)) * 30 * MINUTE
}

/**
 * A moment in Asia/Shanghai as people say it, to the half hour that it falls into.
 *
 * @example
 * spokenTime(Date.parse('2026-11-24T14:40:00+08:00')) // '11月24号下午2点半'
 */
export function spokenTime(moment: number): string {
  const day = dayOf(moment)
  const minutes = Math.floor((moment - startOf(day)) / MINUTE)
  const hour = Math.floor(minutes / 60)
  const [, month, date] = dateOf(day).split('-').map(Number)
  return `${month}月${date}号${partOfDay(hour)}${hour > 12 ? hour - 12 : hour}点${minutes % 60 >= 30 ? '半' : ''}`
}

function partOfDay(hour: number): string {
  if (hour < 6) return '凌晨'
  if (hour < 12) return '上午'
  if (hour < 13) return '中午'
  return hour < 18 ? '下午' : '晚上'
}
