import { useEffect, useState } from 'react'
import { DRILL_CARDS_WORDS } from '../../../i18n/drill-cards-words.ts'
import { addWords } from '../../../i18n/i18n.ts'
import { KeyCap } from '../../../ui/key-cap.tsx'
import { useOwnKeys } from '../../../ui/use-own-keys.ts'
import { useWords } from '../../words.tsx'
import { useDrillData } from '../drill-context.ts'
import { goTo, viewAddress } from '../drills-address.ts'
import { AgentCard } from './agent-card.tsx'
import styles from './cards.module.css'
import { CustomerCard } from './customer-card.tsx'
import { ObserverSheet } from './observer-sheet.tsx'

/** A drill for two people at a table: three sheets of paper, and nobody needs a screen. */
export function CardsPage({ persona: id }: { readonly persona: string }) {
  const { t, title, i18n } = useWords()
  const { shown } = useDrillData()
  const [ready, setReady] = useState(false)
  useEffect(() => {
    let left = false
    addWords(i18n, DRILL_CARDS_WORDS).then(
      () => left || setReady(true),
      () => left || setReady(true),
    )
    return () => {
      left = true
    }
  }, [i18n])
  useOwnKeys([
    { code: 'KeyP', run: () => print() },
    { code: 'Escape', run: () => goTo(viewAddress('choose')) },
  ])
  const persona = shown.personas.find((each) => each.id === id)
  if (!ready) return null
  if (!persona) return <p>{t('drillCards.unknown')}</p>
  return (
    <>
      <header className={styles.head}>
        <h1>{t('drillCards.heading', { name: title(persona.title) })}</h1>
        <p>{t('drillCards.lead')}</p>
        <p className={styles.doing}>
          <button type="button" aria-keyshortcuts="p" onClick={() => print()}>
            <KeyCap label="p" />
            {t('drillCards.print')}
          </button>
          <a href={viewAddress('choose')} aria-keyshortcuts="Escape">
            <KeyCap label="Esc" />
            {t('drillCards.back')}
          </a>
        </p>
      </header>
      <CustomerCard persona={persona} />
      <AgentCard persona={persona} />
      <ObserverSheet persona={persona} />
    </>
  )
}
