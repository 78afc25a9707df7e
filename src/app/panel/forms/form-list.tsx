import { useEffect, useRef, useState } from 'react'
import { KeyCap } from '../../../ui/key-cap.tsx'
import { assign, DIGITS, labelAt } from '../../../ui/shortcut-rows.ts'
import { useOwnKeys } from '../../../ui/use-own-keys.ts'
import { useWords } from '../../words.tsx'
import styles from './form-list.module.css'
import { lacksWords } from './lacks.ts'
import type { Sheet } from './use-sheets.ts'

export interface FormListProps {
  readonly sheets: readonly Sheet[]
  /** The form that was open before. */
  readonly last: string | undefined
  readonly onOpen: (form: string) => void
}

/** The forms that a call needs, each with its key and what it still lacks; one key shows the others too. */
export function FormList({ sheets, last, onOpen }: FormListProps) {
  const words = useWords()
  const { t, title } = words
  const needed = sheets.filter((sheet) => sheet.needed)
  const [all, setAll] = useState(() => sheets.some(({ form, needed }) => form.id === last && !needed))
  const shown = all ? sheets : needed
  const before = useRef<HTMLButtonElement>(null)
  // Back from a form, whoever reads by ear is where they left.
  useEffect(() => before.current?.focus({ preventScroll: true }), [])
  useOwnKeys([
    ...assign(shown, DIGITS, ({ form }) => onOpen(form.id)),
    ...(all || needed.length === sheets.length ? [] : [{ code: 'KeyO', run: () => setAll(true) }]),
  ])

  return (
    <section className={styles.list} aria-label={t('forms.title')}>
      <h3 className={styles.title}>{t('forms.title')}</h3>
      {needed.length === 0 && <p className={styles.none}>{t('forms.none')}</p>}
      <ul>
        {shown.map(({ form, lacks, needed: isNeeded }, i) => (
          <li key={form.id}>
            <button
              ref={form.id === last ? before : undefined}
              type="button"
              className={styles.entry}
              aria-keyshortcuts={labelAt(DIGITS, i)}
              onClick={() => onOpen(form.id)}
            >
              <KeyCap label={labelAt(DIGITS, i) ?? ''} lit={isNeeded && lacks.length > 0} />
              <span className={styles.name}>{title(form.title)}</span>
              {isNeeded && (
                <span className={styles.state} data-complete={lacks.length === 0 || undefined}>
                  {lacksWords(words, lacks)}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
      {!all && needed.length < sheets.length && (
        <button type="button" className={styles.others} aria-keyshortcuts="o" onClick={() => setAll(true)}>
          <KeyCap label="o" />
          {t('forms.others')}
        </button>
      )}
    </section>
  )
}
