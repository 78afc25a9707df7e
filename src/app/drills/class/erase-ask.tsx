import { useEffect, useRef } from 'react'
import { KeyCap } from '../../../ui/key-cap.tsx'
import { useShortcuts } from '../../../ui/use-shortcuts.ts'
import { useWords } from '../../words.tsx'
import styles from './class-page.module.css'

export interface EraseAskProps {
  /** How much would be gone. */
  readonly records: number
  readonly assignments: number
  readonly onErase: () => void
  readonly onKeep: () => void
}

/** Asks once, where the key was pressed. */
export function EraseAsk({ records, assignments, onErase, onKeep }: EraseAskProps) {
  const { t } = useWords()
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const before = document.activeElement
    // On the row and not on its button: the key that asked, when it is held, must not answer as well.
    row.current?.focus()
    return () => (before instanceof HTMLElement ? before.focus() : undefined)
  }, [])
  useShortcuts(({ code, target }) => {
    if (code === 'Escape') onKeep()
    // Enter on anything else that has the focus belongs to that: a link that was meant must not erase.
    else if (code === 'Enter' && (target === row.current || target === document.body)) onErase()
    else return false
    return true
  })
  const question = t('drillClass.erase.ask', { records, assignments })
  return (
    <div ref={row} className={styles.ask} role="alertdialog" aria-label={question} tabIndex={-1}>
      <p>{question}</p>
      <button type="button" aria-keyshortcuts="Enter" onClick={onErase}>
        <KeyCap label="↵" />
        {t('drillClass.erase.yes')}
      </button>
      <button type="button" aria-keyshortcuts="Escape" onClick={onKeep}>
        <KeyCap label="Esc" />
        {t('drillClass.erase.no')}
      </button>
    </div>
  )
}
