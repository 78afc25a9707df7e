import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { machineLines } from '../../../core/book/outline.ts'
import { SCENARIO_GROUPS } from '../../../core/vocabulary.ts'
import { useWords } from '../../words.tsx'
import { useBook } from '../book-data.ts'
import page from '../parts/page.module.css'
import styles from './contents-page.module.css'

/** Everything in the book, by kind: the journeys first, then each scenario with when it applies. */
export function ContentsPage() {
  const { t, title } = useWords()
  const { pack, lines } = useBook()
  const counts = useMemo(() => new Map(Object.keys(pack.machines).map((id) => [id, machineLines(pack, id).length])), [pack])
  const journeys = [...new Set(Object.values(pack.journeys))].flatMap((id) => pack.machines[id] ?? [])

  return (
    <>
      <h1 className={page.heading}>{title(pack.title)}</h1>
      <p className={page.lead}>
        {t('book.about', {
          scenarios: Object.keys(pack.scenarios).length,
          lines: lines.length,
          swaps: Object.keys(pack.swaps).length,
          edition: pack.edition,
        })}
      </p>
      <section className={styles.group}>
        <h2>{t('book.journeys')}</h2>
        <ul className={styles.list}>
          {journeys.map(({ id, title: name }) => (
            <li key={id}>
              <Link to="/book/scenario/$machine" params={{ machine: id }} className={styles.entry}>
                <strong>{title(name)}</strong>
                <span className={styles.summary}>{t('book.journeyAbout')}</span>
                <span className={styles.count}>{t('book.lineCount', { count: counts.get(id) ?? 0 })}</span>
              </Link>
            </li>
          ))}
        </ul>
      </section>
      {SCENARIO_GROUPS.map((group) => {
        const scenarios = Object.values(pack.scenarios).filter((each) => each.group === group)
        return (
          scenarios.length > 0 && (
            <section key={group} className={styles.group}>
              <h2>
                {t(`group.${group}`)} <span className={page.many}>{scenarios.length}</span>
              </h2>
              <ul className={styles.list}>
                {scenarios.map(({ id, title: name, summary, interrupts }) => (
                  <li key={id}>
                    <Link to="/book/scenario/$machine" params={{ machine: id }} className={styles.entry}>
                      <strong>
                        {title(name)}
                        {interrupts && <span className={page.alarm}>{t('scenario.interrupts')}</span>}
                      </strong>
                      <span className={styles.summary}>{title(summary)}</span>
                      <span className={styles.count}>{t('book.lineCount', { count: counts.get(id) ?? 0 })}</span>
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          )
        )
      })}
    </>
  )
}
