import { type RefObject, useState } from 'react'
import styles from './draft-field.module.css'
import { KeyCap } from './key-cap.tsx'

export interface DraftFieldProps {
  readonly label: string
  readonly value: string
  /** Called with each character that stands, trimmed; never while one is still being composed. */
  readonly onSave: (value: string) => void
  readonly placeholder?: string
  readonly shortcut?: string
  readonly maxLength?: number
  /** Makes it a field of that many lines. */
  readonly lines?: number
  /** Whether it is where typing begins when what holds it opens. */
  readonly first?: boolean
  readonly ref?: RefObject<HTMLElement | null>
}

type Typed = HTMLInputElement | HTMLTextAreaElement

/** A field that saves as one types. */
export function DraftField({ label, value, onSave, placeholder, shortcut, maxLength, lines, first = false, ref }: DraftFieldProps) {
  const [draft, setDraft] = useState(value)

  function save(text: string): void {
    if (text.trim() !== value) onSave(text.trim())
  }

  const field = {
    className: styles.field,
    value: draft,
    placeholder,
    maxLength,
    'aria-keyshortcuts': shortcut,
    autoComplete: 'off',
    spellCheck: false,
    'data-first': first || undefined,
    onChange(event: React.ChangeEvent<Typed>) {
      setDraft(event.target.value)
      const { nativeEvent } = event
      if (!('isComposing' in nativeEvent && nativeEvent.isComposing)) save(event.target.value)
    },
    onCompositionEnd: (event: React.CompositionEvent<Typed>) => save(event.currentTarget.value),
  } as const

  return (
    <label className={styles.label}>
      <span className={styles.name}>
        {label}
        {shortcut && <KeyCap label={shortcut} />}
      </span>
      {lines ? (
        <textarea {...field} rows={lines} ref={ref as RefObject<HTMLTextAreaElement | null>} />
      ) : (
        <input {...field} type="text" ref={ref as RefObject<HTMLInputElement | null>} />
      )}
    </label>
  )
}
