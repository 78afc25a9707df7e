import { dateOf, dayOf } from '../../../core/calendar/days.ts'
import type { ClassOrder, TraineeRow } from '../../../core/drill/class-view.ts'
import { SKILLS } from '../../../core/scoring/scoring-rules.ts'
import { KeyCap } from '../../../ui/key-cap.tsx'
import { useWords } from '../../words.tsx'
import { useDrillData } from '../drill-context.ts'
import styles from './class-page.module.css'
import { ShareBar } from './share-bar.tsx'

export interface TraineeTableProps {
  readonly rows: readonly TraineeRow[]
  readonly order: ClassOrder
  readonly onOrder: (order: ClassOrder) => void
}

/** Trainees by skills. */
export function TraineeTable({ rows, order, onOrder }: TraineeTableProps) {
  const { t, title } = useWords()
  const { shown } = useDrillData()
  if (rows.length === 0) return <p className={styles.none}>{t('drillClass.table.none')}</p>
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={t('drillClass.table.heading')}>
        <thead>
          <tr>
            <th scope="col" aria-sort={order === 'name' ? 'ascending' : undefined}>
              <button
                type="button"
                className={styles.sort}
                aria-keyshortcuts={order === 'name' ? undefined : 's'}
                onClick={() => onOrder('name')}
              >
                {t('drillClass.table.trainee')} {order === 'name' ? <span aria-hidden="true">▲</span> : <KeyCap label="s" />}
              </button>
            </th>
            {SKILLS.map((skill) => (
              <th key={skill} scope="col" className={styles.figure}>
                {title(shown.scoring.skills[skill].title)}
              </th>
            ))}
            <th scope="col" className={styles.figure}>
              {t('drillClass.table.played')}
            </th>
            <th scope="col" className={styles.figure}>
              {t('drillClass.table.passed')}
            </th>
            <th scope="col" className={styles.figure} aria-sort={order === 'total' ? 'descending' : undefined}>
              <button
                type="button"
                className={styles.sort}
                aria-keyshortcuts={order === 'total' ? undefined : 's'}
                onClick={() => onOrder('total')}
              >
                {t('drillClass.table.best')} {order === 'total' ? <span aria-hidden="true">▼</span> : <KeyCap label="s" />}
              </button>
            </th>
            <th scope="col">{t('drillClass.table.last')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ trainee, skills, played, passed, best, last }) => (
            <tr key={trainee}>
              <th scope="row">{trainee || <i>{t('drillClass.unnamed')}</i>}</th>
              {SKILLS.map((skill) => (
                <td key={skill} className={styles.figure}>
                  {skills[skill]}
                  <ShareBar of100={skills[skill]} />
                </td>
              ))}
              <td className={styles.figure}>{played}</td>
              <td className={styles.figure}>{passed}</td>
              <td className={styles.figure}>{best}</td>
              <td>{dateOf(dayOf(last))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
