import type { Persona } from '../../../core/drill/persona.ts'
import type { DrillRecord } from '../../../core/drill/record.ts'
import { talkOf } from '../../../core/drill/talk.ts'
import { SKILLS } from '../../../core/scoring/scoring-rules.ts'
import { useWords } from '../../words.tsx'
import { useDrillData } from '../drill-context.ts'
import { playAddress, resultAddress } from '../drills-address.ts'
import { Forks } from './forks.tsx'
import styles from './result-page.module.css'

export interface BranchesProps {
  readonly record: DrillRecord
  readonly tries: readonly DrillRecord[]
  readonly persona: Persona | undefined
}

/** Every try at this customer from the same beginning, side by side: what was said where it parted, and what came of it. */
export function Branches({ record, tries, persona }: BranchesProps) {
  const { t, title } = useWords()
  const { shown } = useDrillData()
  if (tries.length < 2) return null
  return (
    <section>
      <h2 className={styles.second}>{t('drills.result.branches')}</h2>
      <Forks record={record} tries={tries} persona={persona} />
      <div className={styles.wide}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('drills.past.who')}</th>
              <th scope="col">{t('drills.past.result')}</th>
              {SKILLS.map((skill) => (
                <th key={skill} scope="col" className={styles.figure}>
                  {title(shown.scoring.skills[skill].title)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {tries.map((each) => (
              <tr key={each.id} aria-current={each.id === record.id ? 'true' : undefined}>
                <th scope="row">
                  {each.id === record.id ? (
                    nameOf(each)
                  ) : (
                    <a href={each.ended ? resultAddress(each.id) : playAddress(each.id)}>{nameOf(each)}</a>
                  )}
                  {each.id === record.id && <em>{t('drills.result.this')}</em>}
                </th>
                <td>
                  {each.result
                    ? `${t('drills.result.total', { total: each.result.total })} · ${t(`drills.band.${each.result.band}`)}`
                    : t(each.ended ? 'drills.past.stopped' : 'drills.result.unfinished')}
                </td>
                {SKILLS.map((skill) => (
                  <td key={skill} className={styles.figure}>
                    {each.result?.skills[skill] ?? '–'}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )

  function nameOf({ from, events }: DrillRecord): string {
    if (!from) return t('drills.result.original')
    return t('drills.result.branch', { turn: turnOf(events, from.after) })
  }
}

/** The number of the first turn that is another one. */
function turnOf(events: DrillRecord['events'], after: string): number {
  const at = events.findIndex(({ id }) => id === after)
  return talkOf(events.slice(0, at + 1)).length + 1
}
