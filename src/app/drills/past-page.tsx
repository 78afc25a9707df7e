import { useEffect, useState } from 'react'
import { dateOf, dayOf } from '../../core/calendar/days.ts'
import type { DrillRecord } from '../../core/drill/record.ts'
import { SKILLS } from '../../core/scoring/scoring-rules.ts'
import { useOwnKeys } from '../../ui/use-own-keys.ts'
import { useWords } from '../words.tsx'
import { useDrillData } from './drill-context.ts'
import { goTo, playAddress, resultAddress } from './drills-address.ts'
import styles from './past-page.module.css'

/** Drills that were played here, the newest first. */
export function PastPage() {
  const { t, title, moment } = useWords()
  const { shown, store } = useDrillData()
  const [records, setRecords] = useState<readonly DrillRecord[]>()
  const [index, setIndex] = useState(0)
  useEffect(() => {
    let left = false
    store.records().then(
      (found) => left || setRecords(found),
      () => left || setRecords([]),
    )
    return () => {
      left = true
    }
  }, [store])
  const rows = records ?? []
  const at = Math.min(index, rows.length - 1)
  const chosen = rows[at]
  const addressOf = (record: DrillRecord) => (record.ended ? resultAddress(record.id) : playAddress(record.id))
  useOwnKeys([
    { code: 'ArrowDown', run: () => setIndex(Math.min(rows.length - 1, at + 1)) },
    { code: 'ArrowUp', run: () => setIndex(Math.max(0, at - 1)) },
    { code: 'Enter', run: () => chosen && goTo(addressOf(chosen)) },
  ])
  if (!records) return null
  return (
    <>
      <h1 className={styles.heading}>{t('drills.past.heading')}</h1>
      <p className={styles.lead}>{records.length === 0 ? t('drills.past.none') : t('drills.past.lead')}</p>
      {records.length > 0 && (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('drills.past.when')}</th>
                <th scope="col">{t('drills.past.who')}</th>
                <th scope="col">{t('drills.level')}</th>
                <th scope="col">{t('drills.past.result')}</th>
                {SKILLS.map((skill) => (
                  <th key={skill} scope="col" className={styles.figure}>
                    {title(shown.scoring.skills[skill].title)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {records.map((record, i) => {
                const persona = shown.personas.find(({ id }) => id === record.persona)
                return (
                  <tr key={record.id} aria-current={i === at ? 'true' : undefined}>
                    <td>
                      {dateOf(dayOf(record.startedAt)).slice(5)} {moment(record.startedAt)}
                    </td>
                    <th scope="row">
                      <a href={addressOf(record)}>{persona ? title(persona.title) : record.persona}</a>
                      {record.from && <em>{t('drills.past.branch')}</em>}
                      {record.trainee && <span className={styles.whose}>{record.trainee}</span>}
                    </th>
                    <td>{title(shown.rules.levels[record.level].title)}</td>
                    <td>{inWords(record)}</td>
                    {SKILLS.map((skill) => (
                      <td key={skill} className={styles.figure} data-label={title(shown.scoring.skills[skill].title)}>
                        {record.result?.skills[skill] ?? '–'}
                      </td>
                    ))}
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
    </>
  )

  function inWords({ ended, result }: DrillRecord): string {
    if (!ended) return t('drills.past.going')
    if (!result) return t('drills.past.stopped')
    return `${t('drills.result.total', { total: result.total })} · ${t(`drills.band.${result.band}`)}`
  }
}
