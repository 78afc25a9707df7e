import { type KeyboardEvent, useState } from 'react'
import { rowsToText, textToRows, valueText } from '../../../core/forms/field-text.ts'
import type { FormField } from '../../../core/forms/form.ts'
import { KeyCap } from '../../../ui/key-cap.tsx'
import { isShortcut } from '../../../ui/keyboard.ts'
import { DIGITS, labelAt } from '../../../ui/shortcut-rows.ts'
import { useWords } from '../../words.tsx'
import styles from './one-field.module.css'

export interface OneFieldProps {
  readonly field: FormField
  readonly value: string
  /** Whether the form is unfinished for want of it. */
  readonly missing: boolean
  /** Whether the digits choose here. */
  readonly active: boolean
  readonly onActive: () => void
  readonly onFill: (value: string) => void
  readonly onChoose: (choice: string) => void
  readonly onNext: () => void
}

/** A field under its name: what stands there, and how it is changed. */
export function OneField(props: OneFieldProps) {
  const { t, title } = useWords()
  const { field, missing, active } = props
  const id = `field-${field.id}`
  return (
    <div className={styles.field} data-field={field.id} data-missing={missing || undefined}>
      <p className={styles.label}>
        <span id={id}>{title(field.title)}</span>
        {missing && <span className={styles.required}>{t('forms.required')}</span>}
        {field.personal && <span className={styles.personal}>{t('forms.personal')}</span>}
        {active && field.kind !== 'choice' && field.kind !== 'rows' && (
          <span className={styles.keys} aria-hidden="true">
            <KeyCap label="↵" />
            {t('forms.next')}
            {field.kind === 'long' && (
              <>
                <KeyCap label="⇧↵" />
                {t('forms.newLine')}
              </>
            )}
          </span>
        )}
      </p>
      {field.kind === 'choice' ? <Choice {...props} labelled={id} /> : <Typed {...props} labelled={id} />}
      {field.hint && <p className={styles.hint}>{title(field.hint)}</p>}
    </div>
  )
}

interface Labelled {
  /** Id of what names it. */
  readonly labelled: string
}

/** What is chosen, or all there is to choose from while the keys choose here. */
function Choice({ field, value, active, labelled, onActive, onFill, onChoose }: OneFieldProps & Labelled) {
  const { t, title } = useWords()
  const choices = Object.entries(field.choices ?? {})
  if (!active) {
    return (
      <button
        type="button"
        id={`${labelled}-value`}
        className={styles.value}
        aria-labelledby={`${labelled} ${labelled}-value`}
        onClick={onActive}
      >
        {value ? valueText(field, value, title) : t('forms.choose')}
      </button>
    )
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is named by a legend of its own, and this name stands above already
    <div role="group" className={styles.choices} aria-labelledby={labelled} tabIndex={-1} data-first>
      {choices.map(([id, name], i) => (
        <button key={id} type="button" aria-pressed={id === value} aria-keyshortcuts={labelAt(DIGITS, i)} onClick={() => onChoose(id)}>
          {labelAt(DIGITS, i) && <KeyCap label={labelAt(DIGITS, i) ?? ''} lit={id === value} />}
          {title(name)}
        </button>
      ))}
      {value && (
        <button type="button" className={styles.clear} aria-keyshortcuts="Backspace" onClick={() => onFill('')}>
          <KeyCap label="⌫" />
          {t('forms.clear')}
        </button>
      )}
    </div>
  )
}

type Field = HTMLInputElement | HTMLTextAreaElement

/** A field that one types in; each character that stands is kept, never one that is still being composed. */
function Typed({ field, value, labelled, onActive, onFill, onNext }: OneFieldProps & Labelled) {
  const { t, title } = useWords()
  const rows = field.kind === 'rows'
  const [draft, setDraft] = useState(() => (rows ? rowsToText(value) : value))

  const save = (text: string) => {
    const next = rows ? textToRows(text.trim()) : text.trim()
    if (next !== value) onFill(next)
  }
  const common = {
    className: styles.typed,
    value: draft,
    'aria-labelledby': labelled,
    autoComplete: 'off',
    spellCheck: false,
    'data-first': true,
    onFocus: onActive,
    onChange(event: React.ChangeEvent<Field>) {
      setDraft(event.target.value)
      const { nativeEvent } = event
      if (!('isComposing' in nativeEvent && nativeEvent.isComposing)) save(event.target.value)
    },
    onCompositionEnd: (event: React.CompositionEvent<Field>) => save(event.currentTarget.value),
  } as const

  // Rows stand each on a line of their own; a text seldom has two.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.code !== 'Enter' || event.shiftKey || !isShortcut(event.nativeEvent)) return
    event.preventDefault()
    onNext()
  }
  if (field.kind === 'long' || field.kind === 'rows') {
    return (
      <>
        <textarea
          {...common}
          rows={Math.min(8, Math.max(2, draft.split('\n').length))}
          onKeyDown={field.kind === 'long' ? onKeyDown : undefined}
        />
        {field.kind === 'rows' && field.columns && (
          <p className={styles.hint}>{t('forms.columns', { columns: field.columns.map(title).join(' | ') })}</p>
        )}
      </>
    )
  }
  return <input {...common} type="text" placeholder={field.kind === 'time' ? TIME : undefined} onKeyDown={onKeyDown} />
}

/** As times stand on forms; the browser's own field for them would show each in the order of its own country. */
const TIME = '2026-11-24 14:05'
