import type { SkillScore } from '../../../core/scoring/assess.ts'
import { useWords } from '../../words.tsx'
import { useDrillData } from '../drill-context.ts'
import { Quoted } from './quoted.tsx'
import type { Quote } from './quotes.ts'
import styles from './result-page.module.css'

/** Each skill, and under it what earned and lost its points; what was lost says how it is done better. */
export function SkillList({ skills, quotes }: { readonly skills: readonly SkillScore[]; readonly quotes: ReadonlyMap<string, Quote> }) {
  const { t, title } = useWords()
  const { shown } = useDrillData()
  const { scoring } = shown
  return (
    <section aria-label={t('drills.result.skills')}>
      <h2 className={styles.second}>{t('drills.result.skills')}</h2>
      <ul className={styles.skills}>
        {skills.map(({ skill, score, points }) => {
          const short = points.filter(({ got, of }) => got < of).length
          return (
            <li key={skill}>
              {/* What lost nothing need not be read. */}
              <details open={short > 0}>
                <summary>
                  <strong>{title(scoring.skills[skill].title)}</strong>
                  <span className={styles.bar} aria-hidden="true">
                    <i style={{ inlineSize: `${score}%` }} />
                  </span>
                  <span className={styles.score}>{score}</span>
                </summary>
                <ol className={styles.points}>
                  {points.map(({ criterion, got, of, earned, lost }) => {
                    const { title: name, better } = scoring.criteria[criterion]
                    const whole = got >= of
                    return (
                      <li key={criterion} data-whole={whole || undefined}>
                        <p className={styles.point}>
                          <span aria-hidden="true">{whole ? '✓' : '△'}</span>
                          <b>{title(name)}</b>
                          <span className={styles.got}>{t('drills.result.points', { got: rounded(got), of })}</span>
                        </p>
                        <Quoted ids={earned} quotes={quotes} kind="earned" />
                        <Quoted ids={lost} quotes={quotes} kind="lost" />
                        {!whole && (
                          <p className={styles.better}>
                            {earned.length + lost.length === 0 && <>{t('drills.result.never')} </>}
                            {title(better)}
                          </p>
                        )}
                      </li>
                    )
                  })}
                </ol>
              </details>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function rounded(points: number): number {
  return Math.round(points * 10) / 10
}
