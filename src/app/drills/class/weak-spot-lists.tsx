import type { WeakSpots } from '../../../core/drill/class-view.ts'
import { useWords } from '../../words.tsx'
import { useDrillData } from '../drill-context.ts'
import styles from './class-page.module.css'
import { ShareBar } from './share-bar.tsx'

/** More than these and nobody would know where to begin. */
const SHOWN = 5

/** What to practise next with this class. */
export function WeakSpotLists({ spots }: { readonly spots: WeakSpots }) {
  const { t, title } = useWords()
  const { shown, shownPack } = useDrillData()
  const { drills, checkpoints, violations, personas } = spots
  if (drills === 0) return null
  const personaName = (id: string) => {
    const persona = shown.personas.find((each) => each.id === id)
    return persona ? title(persona.title) : id
  }
  return (
    <section aria-labelledby="class-weak">
      <h2 id="class-weak" className={styles.second}>
        {t('drillClass.weak.heading')}
      </h2>
      <p className={styles.lead}>{t('drillClass.weak.lead', { count: drills })}</p>
      <div className={styles.columns}>
        <div>
          <h3>{t('drillClass.weak.checkpoints')}</h3>
          <ol className={styles.spots}>
            {checkpoints.map(({ checkpoint, share, missed, partly }) => (
              <li key={checkpoint}>
                <strong>{title(shownPack.checkpoints[checkpoint].title)}</strong>
                <span>{t('drillClass.weak.checkpoint', { share: Math.round(share * 100), missed, partly })}</span>
                <ShareBar of100={share * 100} />
              </li>
            ))}
          </ol>
        </div>
        <div>
          <h3>{t('drillClass.weak.violations')}</h3>
          {violations.length === 0 && <p className={styles.none}>{t('drillClass.weak.noViolations')}</p>}
          <ol className={styles.spots}>
            {violations.slice(0, SHOWN).map(({ violation, count }) => (
              <li key={violation}>
                <strong>{t(`violation.${violation}`)}</strong>
                <span>{t('drillClass.weak.violation', { count })}</span>
              </li>
            ))}
          </ol>
        </div>
        <div>
          <h3>{t('drillClass.weak.personas')}</h3>
          {personas.length === 0 && <p className={styles.none}>{t('drillClass.weak.noPersonas')}</p>}
          <ol className={styles.spots}>
            {personas.slice(0, SHOWN).map(({ persona, failed, played }) => (
              <li key={persona}>
                <strong>{personaName(persona)}</strong>
                <span>{t('drillClass.weak.persona', { failed, played })}</span>
              </li>
            ))}
          </ol>
        </div>
      </div>
    </section>
  )
}
