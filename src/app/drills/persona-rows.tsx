import { useEffect, useRef } from 'react'
import type { Persona } from '../../core/drill/persona.ts'
import { skillsTrained } from '../../core/drill/trains.ts'
import { KeyCap } from '../../ui/key-cap.tsx'
import { useWords } from '../words.tsx'
import styles from './choose-page.module.css'
import { useDrillData } from './drill-context.ts'
import { cardsAddress } from './drills-address.ts'

export interface PersonaRowsProps {
  readonly personas: readonly Persona[]
  readonly index: number
  readonly onChoose: (index: number) => void
  readonly onBegin: (persona: Persona) => void
}

/** Who one can practise with, one a row; the chosen one tells what one would see before the first word. */
export function PersonaRows({ personas, index, onChoose, onBegin }: PersonaRowsProps) {
  const { t, title, list } = useWords()
  const { shown, shownPack } = useDrillData()
  const rows = useRef<HTMLOListElement>(null)
  const moved = useRef(index)
  useEffect(() => {
    if (moved.current === index) return
    moved.current = index
    // Nothing is returned: some browsers answer with a promise, which React would take for a clean-up.
    rows.current?.children[index]?.scrollIntoView?.({ block: 'nearest' })
  }, [index])
  return (
    <ol ref={rows} className={styles.rows} aria-label={t('drills.choose.list')}>
      {personas.map((persona, i) => {
        const chosen = i === index
        const scenarios = [persona.scenario, ...persona.also, ...persona.turns.map(({ scenario }) => scenario)]
        const mixed = scenarios.length > 1
        return (
          <li key={persona.id} className={styles.row} aria-current={chosen ? 'true' : undefined}>
            <button type="button" className={styles.pick} onClick={() => (chosen ? onBegin(persona) : onChoose(i))}>
              <strong>{title(persona.title)}</strong>
              <span className={styles.about}>
                {list([...new Set(scenarios)].flatMap((id) => (shownPack.scenarios[id] ? title(shownPack.scenarios[id].title) : [])))}
              </span>
              <span className={styles.tags}>
                {mixed && <em>{t('drills.choose.mixed')}</em>}
                {t(`channel.${persona.channel}`)} · {t(`drills.manner.${persona.manner}`)} ·{' '}
                {list(skillsTrained(persona).map((skill) => title(shown.scoring.skills[skill].title)))}
              </span>
            </button>
            {chosen && (
              <div className={styles.more}>
                <p>{title(persona.scene)}</p>
                <p className={styles.doing}>
                  <button type="button" className={styles.begin} aria-keyshortcuts="Enter" onClick={() => onBegin(persona)}>
                    <KeyCap label="↵" />
                    {t('drills.choose.begin')}
                  </button>
                  <a href={cardsAddress(persona.id)} className={styles.action} aria-keyshortcuts="p">
                    <KeyCap label="p" />
                    {t('drills.choose.cards')}
                  </a>
                </p>
              </div>
            )}
          </li>
        )
      })}
    </ol>
  )
}
