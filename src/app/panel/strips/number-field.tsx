import { type RefObject, useState } from 'react'
import draft from '../../../ui/draft-field.module.css'
import { KeyCap } from '../../../ui/key-cap.tsx'
import { useWords } from '../../words.tsx'
import styles from './profile-strip.module.css'

export interface NumberFieldProps {
  /** The reference that the call has already. */
  readonly known: string | undefined
  /** @returns whether a reference could be made of it */
  readonly onIdentify: (number: string) => Promise<boolean>
  readonly shortcut: string
  readonly ref: RefObject<HTMLElement | null>
}

/** The customer's number: a reference is made of it, and the number itself goes nowhere. */
export function NumberField({ known, onIdentify, shortcut, ref }: NumberFieldProps) {
  const { t } = useWords()
  const [number, setNumber] = useState('')
  const [failed, setFailed] = useState(false)

  async function take(): Promise<void> {
    if (number.trim() === '') return
    const made = await onIdentify(number)
    setFailed(!made)
    if (made) setNumber('')
  }

  return (
    <label className={draft.label}>
      <span className={draft.name}>
        {t('profile.number')}
        <KeyCap label={shortcut} />
      </span>
      <input
        className={draft.field}
        type="text"
        inputMode="tel"
        value={number}
        maxLength={24}
        placeholder={t('profile.numberHint')}
        aria-keyshortcuts={shortcut}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setNumber(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && void take()}
        onBlur={() => void take()}
        ref={ref as RefObject<HTMLInputElement | null>}
      />
      <span className={styles.known} role="status">
        {failed ? t('profile.numberFailed') : known && t('profile.numberKnown', { ref: known.slice(0, 6) })}
      </span>
    </label>
  )
}
