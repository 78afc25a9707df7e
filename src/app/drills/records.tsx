import type { Persona } from '../../core/drill/persona.ts'
import { useWords } from '../words.tsx'
import styles from './play-room.module.css'

export interface RecordsProps {
  readonly persona: Persona
  readonly lookedUp: boolean
}

/** In place of the systems that an agent has beside the panel: what may be promised, and what was found. One line until somebody looks. */
export function Records({ persona, lookedUp }: RecordsProps) {
  const { t, title } = useWords()
  return (
    // Whoever scrolls by keyboard needs the focus in what scrolls.
    <section className={styles.records} aria-label={t('drills.play.records')} tabIndex={lookedUp ? 0 : undefined}>
      {lookedUp ? (
        <>
          <h2>{t('drills.play.records')}</h2>
          <ul>
            <li>
              <b>{t('drills.play.remedy')}</b> {title(persona.remedy)}
            </li>
            {persona.records.map((found) => (
              <li key={found.zh}>{title(found)}</li>
            ))}
          </ul>
        </>
      ) : (
        <p>{t('drills.play.notLookedUp')}</p>
      )}
    </section>
  )
}
