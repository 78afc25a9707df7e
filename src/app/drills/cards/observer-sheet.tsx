import type { Persona } from '../../../core/drill/persona.ts'
import { CRITERIA, SKILLS } from '../../../core/scoring/scoring-rules.ts'
import { useWords } from '../../words.tsx'
import { useDrillData } from '../drill-context.ts'
import { Card, Part } from './card.tsx'
import styles from './cards.module.css'

/** For whoever looks on: what a look-up shows, and the very criteria that the machine scores by, with room for the words that were said. */
export function ObserverSheet({ persona }: { readonly persona: Persona }) {
  const { t, title } = useWords()
  const { shown } = useDrillData()
  const { skills, criteria } = shown.scoring
  return (
    <Card kind={t('drillCards.observer')} title={title(persona.title)} lead={t('drillCards.observerLead')}>
      <p className={styles.blanks}>
        {[t('drillCards.name'), t('drillCards.observerName'), t('drillCards.date')].map((name) => (
          <span key={name}>{name}</span>
        ))}
      </p>
      <Part name={t('drillCards.records')}>
        <ul className={styles.facts}>
          {persona.records.map((record) => (
            <li key={record.zh}>{title(record)}</li>
          ))}
          <li>{t('drillCards.pair', { name: t('drillCards.remedy'), what: title(persona.remedy) })}</li>
        </ul>
      </Part>
      <table className={styles.sheet}>
        <thead>
          <tr>
            <th scope="col" colSpan={2}>
              {t('drillCards.point')}
            </th>
            <th scope="col">{t('drillCards.turnNo')}</th>
            <th scope="col">{t('drillCards.words')}</th>
          </tr>
        </thead>
        {SKILLS.map((skill) => {
          const own = CRITERIA.filter((id) => criteria[id].skill === skill)
          return (
            <tbody key={skill}>
              {own.map((id, i) => (
                <tr key={id}>
                  {i === 0 && (
                    <th scope="rowgroup" rowSpan={own.length}>
                      {title(skills[skill].title)}
                    </th>
                  )}
                  <td>{title(criteria[id].title)}</td>
                  <td />
                  <td />
                </tr>
              ))}
            </tbody>
          )
        })}
      </table>
      <p className={styles.room}>{t('drillCards.best')}</p>
      <p className={styles.room}>{t('drillCards.next')}</p>
    </Card>
  )
}
