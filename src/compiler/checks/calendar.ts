import { dateOf, dayOfDate, isWorkingDay } from '../../core/calendar/days.ts'
import type { Path } from '../source-file.ts'
import type { Check } from './check.ts'

/** No time limit of working days reaches further, holidays in between included. */
const AHEAD = 30

export const calendar: Check = {
  id: 'calendar',
  description: 'Days off and make-up days make sense, and the year that promises reach into is known.',
  run: ({ authored, today }) => {
    if (!authored.calendar) return []
    const { value, file } = authored.calendar
    const report = (path: Path, message: string, tip: string) => file.report(path, 'calendar', message, tip)
    const faults = Object.entries(value.years).flatMap(([year, { holidays, makeUp }]) => {
      const path = ['years', year]
      const off = (date: string) => holidays.some(({ from, to }) => from <= date && date <= to)
      const weekday = (date: string) => isWorkingDay({ hours: { from: 0, to: 0 }, years: {} }, dayOfDate(date))
      return [
        ...holidays.flatMap(({ from, to }, i) => [
          ...(from > to ? [report([...path, 'holidays', i], 'it ends before it begins', 'The first day comes first.')] : []),
          ...(from.slice(0, 4) !== year
            ? [report([...path, 'holidays', i], `it begins in another year than ${year}`, 'Put it into the year in which it begins.')]
            : []),
          ...(holidays.some((other, k) => k < i && other.from <= to && from <= other.to)
            ? [report([...path, 'holidays', i], 'it overlaps another holiday', 'Each day off belongs to one holiday.')]
            : []),
        ]),
        ...makeUp.flatMap((date, i) => [
          ...(date.slice(0, 4) !== year ? [report([...path, 'makeUp', i], `${date} is not in ${year}`, 'Put it into its own year.')] : []),
          ...(off(date) ? [report([...path, 'makeUp', i], `${date} is a holiday`, 'People work on a make-up day.')] : []),
          ...(weekday(date) ? [report([...path, 'makeUp', i], `${date} is no weekend day`, 'People work on it anyway.')] : []),
        ]),
      ]
    })
    const next = dateOf(dayOfDate(today) + AHEAD).slice(0, 4)
    const unknown = [today.slice(0, 4), next].find((year) => !(year in value.years))
    if (unknown === undefined) return faults
    return [
      ...faults,
      file.report(
        ['years'],
        'calendar',
        `nothing is known of ${unknown}, into which promises reach`,
        'Add its holidays and make-up days once they are published; until then working days are counted as if there were none.',
        'warning',
      ),
    ]
  },
}
