import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { KeyCap } from '../../../ui/key-cap.tsx'
import { useWords } from '../../words.tsx'
import styles from './strip-frame.module.css'

export interface StripFrameProps {
  readonly title: string
  readonly hint?: string
  /** Whether it is there to be read: the arrow keys then scroll it at once. */
  readonly reading?: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

/**
 * A strip over the lower half of the panel. The agent asked for it, so it may take the focus, and it gives it back where it
 * was; the card above stays readable all the while, and nothing moves.
 */
export function StripFrame({ title, hint, reading = false, onClose, children }: StripFrameProps) {
  const { t } = useWords()
  const frame = useRef<HTMLElement>(null)
  // Before it is painted, so that what is typed next goes where it is seen to go.
  useLayoutEffect(() => {
    const before = document.activeElement
    const within = frame.current
    const first = within?.querySelector<HTMLElement>('[data-first]') ?? within
    first?.focus({ preventScroll: true })
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [])

  return (
    <section ref={frame} className={styles.strip} aria-label={title} tabIndex={-1}>
      <div className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        <span className={styles.hint}>{hint}</span>
        <button type="button" className={styles.close} aria-keyshortcuts="Escape" onClick={onClose}>
          <KeyCap label="Esc" />
          {t('strip.close')}
        </button>
      </div>
      <div className={styles.body} {...(reading ? { tabIndex: 0, 'data-first': true } : {})}>
        {children}
      </div>
    </section>
  )
}
