import { closesAt, standingOf } from '../../../core/drill/assignment-standing.ts'
import type { Assignment, DrillRecord } from '../../../core/drill/record.ts'
import { useWords } from '../../words.tsx'
import { useDrillData } from '../drill-context.ts'
import styles from './class-page.module.css'

export interface AssignmentListProps {
  readonly assignments: readonly Assignment[]
  /** All drills, whatever is looked at just now. */
  readonly records: readonly DrillRecord[]
  readonly onWithdraw: (assignment: Assignment, name: string) => void
}

/** What was given, and who has done it. */
export function AssignmentList({ assignments, records, onWithdraw }: AssignmentListProps) {
  const { t, title, list } = useWords()
  const { shown, clock } = useDrillData()
  if (assignments.length === 0) return <p className={styles.none}>{t('drillClass.assignments.none')}</p>
  const now = clock()
  return (
    <ul className={styles.assignments}>
      {assignments.map((assignment) => {
        const { id, level, due, passMark, trainees } = assignment
        const persona = shown.personas.find((each) => each.id === assignment.persona)
        const name = persona ? title(persona.title) : assignment.persona
        const standings = standingOf(assignment, records, now)
        const done = standings.filter(({ standing }) => standing === 'passed').length
        return (
          <li key={id} aria-label={name}>
            <header>
              <h3>{name}</h3>
              <p>
                {title(shown.rules.levels[level].title)} · {t('drillClass.assignments.before', { date: due })}
                {now >= closesAt(assignment) && <strong> {t('drillClass.assignments.over')}</strong>} ·{' '}
                {t('drillClass.assignments.markOf', { mark: passMark })} ·{' '}
                {trainees.length > 0 ? list(trainees) : t('drillClass.assignments.everybody')}
              </p>
              <button
                type="button"
                aria-label={t('drillClass.assignments.withdrawThis', { name })}
                onClick={() => onWithdraw(assignment, name)}
              >
                {t('drillClass.assignments.withdraw')}
              </button>
            </header>
            {standings.length === 0 ? (
              <p className={styles.none}>{t('drillClass.assignments.nobody')}</p>
            ) : (
              <table className={styles.table} aria-label={t('drillClass.assignments.standingHead')}>
                <caption>{t('drillClass.assignments.done', { done, of: standings.length })}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t('drillClass.table.trainee')}</th>
                    <th scope="col" className={styles.figure}>
                      {t('drillClass.assignments.best')}
                    </th>
                    <th scope="col">{t('drillClass.assignments.standingHead')}</th>
                  </tr>
                </thead>
                <tbody>
                  {standings.map(({ trainee, tries, best, standing }) => (
                    <tr key={trainee} data-standing={standing}>
                      <th scope="row">{trainee || <i>{t('drillClass.unnamed')}</i>}</th>
                      <td className={styles.figure}>{best ?? '–'}</td>
                      <td>
                        {t(`drillClass.assignments.standing.${standing}`)}
                        {tries === 0 && <span className={styles.hint}> {t('drillClass.assignments.never')}</span>}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </li>
        )
      })}
    </ul>
  )
}
