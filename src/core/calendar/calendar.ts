import type { Title } from '../title.ts'

/** When a company works: its opening hours, and the days off that were published for each year. In Asia/Shanghai. */
export interface Calendar {
  /** Opening hours of a working day, in minutes after midnight. */
  readonly hours: { readonly from: number; readonly to: number }
  /** By year, as four digits. Nothing is known of a year that is missing. */
  readonly years: Readonly<Record<string, CalendarYear>>
}

export interface CalendarYear {
  /** What was published, and when. */
  readonly published: Title
  readonly holidays: readonly Holiday[]
  /** Weekend days on which people work instead: ISO dates. */
  readonly makeUp: readonly string[]
}

export interface Holiday {
  readonly title: Title
  /** First and last day off, weekends between them included: ISO dates. */
  readonly from: string
  readonly to: string
}

/** Monday to Friday, nine to six, and nothing known of any year: for packs without a calendar. */
export const NO_CALENDAR: Calendar = { hours: { from: 9 * 60, to: 18 * 60 }, years: {} }
