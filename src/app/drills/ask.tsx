import { useEffect, useRef } from 'react'
import { KeyCap } from '../../ui/key-cap.tsx'
import { useShortcuts } from '../../ui/use-shortcuts.ts'
import styles from './play-room.module.css'

export interface AskProps {
  readonly question: string
  readonly yes: string
  readonly no: string
  readonly onYes: () => void
  readonly onNo: () => void
}

/** Asks once, in a line above the field, before a drill is over. */
export function Ask({ question, yes, no, onYes, onNo }: AskProps) {
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => first.current?.focus(), [])
  useShortcuts(({ code, target }) => {
    if (code === 'Escape') onNo()
    // A button that has the focus is pressed by its own Enter.
    else if (code === 'Enter' && !(target instanceof HTMLButtonElement)) onYes()
    else return false
    return true
  })
  return (
    <div className={styles.asks} role="alertdialog" aria-label={question}>
      <p>{question}</p>
      <button ref={first} type="button" aria-keyshortcuts="Enter" onClick={onYes}>
        <KeyCap label="↵" />
        {yes}
      </button>
      <button type="button" aria-keyshortcuts="Escape" onClick={onNo}>
        <KeyCap label="Esc" />
        {no}
      </button>
    </div>
  )
}
