import { Link } from '@tanstack/react-router'
import type { Calendar } from '../../../core/calendar/calendar.ts'
import { useWords } from '../../words.tsx'
import { useBook } from '../book-data.ts'
import page from '../parts/page.module.css'
import { RuleTable } from '../parts/rule-table.tsx'
import styles from './rules-page.module.css'

/** Every limit, class and approval of the manual as a table that can be read and asked, and the calendar that working time goes by. */
export function RulesPage() {
  const { t, title } = useWords()
  const { pack } = useBook()
  const tables = Object.values(pack.rules)
  return (
    <>
      <h1 className={page.heading}>{t('rules.title')}</h1>
      <p className={page.lead}>{t('rules.about')}</p>
      <ul className={styles.tables}>
        {tables.map(({ id, title: name }) => (
          <li key={id}>
            <Link to="/book/rules" hash={`rule-${id}`}>
              {title(name)}
            </Link>
          </li>
        ))}
      </ul>
      {tables.map((table) => (
        <section key={table.id} className={page.kind} aria-labelledby={`rule-${table.id}`}>
          <h2 id={`rule-${table.id}`}>
            {title(table.title)} <code className={page.many}>{table.id}</code>
          </h2>
          <RuleTable table={table} />
        </section>
      ))}
      {pack.calendar && <CalendarYears calendar={pack.calendar} />}
    </>
  )
}

function CalendarYears({ calendar: { hours, years } }: { readonly calendar: Calendar }) {
  const { t, title, list } = useWords()
  return (
    <section className={page.kind} aria-labelledby="rule-calendar">
      <h2 id="rule-calendar">{t('rules.calendar')}</h2>
      <p className={page.lead}>{t('rules.hours', { from: clock(hours.from), to: clock(hours.to) })}</p>
      {Object.entries(years).map(([year, { published, holidays, makeUp }]) => (
        <div key={year} className={styles.year}>
          <h3>{year}</h3>
          <p>{title(published)}</p>
          <ul>
            {holidays.map(({ title: name, from, to }) => (
              <li key={from}>
                {title(name)} <span>{from === to ? day(from) : `${day(from)} – ${day(to)}`}</span>
              </li>
            ))}
          </ul>
          <p>{t('rules.makeUp', { days: list(makeUp.map(day)) })}</p>
        </div>
      ))}
    </section>
  )
}

/** 09:00 */
function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** 10-01, of an ISO date. */
function day(date: string): string {
  return date.slice(5)
}
