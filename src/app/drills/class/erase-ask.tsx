import { useEffect, useRef } from 'react'
import { KeyCap } from '../../../ui/key-cap.tsx'
import { useOwnKeys } from '../../../ui/use-own-keys.ts'
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
  // On the row and not on its button: the key that asked, when it is held, must not answer as well.
  useEffect(() => row.current?.focus(), [])
  useOwnKeys([
    { code: 'Enter', run: onErase },
    { code: 'Escape', run: onKeep },
  ])
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
