import { type Day, dateOf, dayOf, startOf } from '../../core/calendar/days.ts'
import { KeyCap } from '../../ui/key-cap.tsx'
import type { Shortcut } from '../../ui/shortcut-rows.ts'
import { shanghaiTime } from '../../ui/time.ts'
import { useWords } from '../words.tsx'
import styles from './page.module.css'

/** The day in Asia/Shanghai whose calls are on show. */
export interface PickedDay {
  readonly day: Day
  readonly date: string
  readonly today: Day
  readonly pick: (day: Day) => void
  readonly keys: readonly Shortcut[]
}

export function pickedDay(day: Day, now: number, pick: (day: Day) => void): PickedDay {
  const today = dayOf(now)
  return {
    day,
    date: dateOf(day),
    today,
    pick,
    keys: [{ code: 'ArrowLeft', run: () => pick(day - 1) }, ...(day < today ? [{ code: 'ArrowRight', run: () => pick(day + 1) }] : [])],
  }
}

/** The day before, the day on show, and the day after it. */
export function DayPicker({ day: { day, date, today, pick } }: { readonly day: PickedDay }) {
  const { t } = useWords()
  const { weekday } = shanghaiTime(startOf(day))
  return (
    <div className={styles.picker}>
      <button type="button" aria-keyshortcuts="ArrowLeft" onClick={() => pick(day - 1)}>
        <KeyCap label="←" />
        {t('cases.calls.previous')}
      </button>
      <strong>
        {t('cases.calls.day', { date, weekday: t(`weekday.${weekday as 0}`) })}
        {day === today && ` · ${t('cases.calls.today')}`}
      </strong>
      <button type="button" aria-keyshortcuts="ArrowRight" disabled={day >= today} onClick={() => pick(day + 1)}>
        {t('cases.calls.next')}
        <KeyCap label="→" />
      </button>
    </div>
  )
}
