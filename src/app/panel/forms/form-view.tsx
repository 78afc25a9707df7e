import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { fieldsOf } from '../../../core/forms/fields.ts'
import { formText } from '../../../core/forms/form-text.ts'
import { paperOf } from '../../../core/forms/paper.ts'
import { KeyCap } from '../../../ui/key-cap.tsx'
import { isEditable } from '../../../ui/keyboard.ts'
import { saveFile } from '../../../ui/save-file.ts'
import { assign, DIGITS, labelAt } from '../../../ui/shortcut-rows.ts'
import { useOwnKeys } from '../../../ui/use-own-keys.ts'
import { useWords } from '../../words.tsx'
import { FORMATS, type Format, fileName, fileOf } from './form-file.ts'
import styles from './form-view.module.css'
import { lacksWords } from './lacks.ts'
import { OneField } from './one-field.tsx'
import { PrintedForm } from './printed-form.tsx'
import { useFormKeys } from './use-form-keys.ts'
import { usePaperWords } from './use-paper-words.ts'
import type { Sheet } from './use-sheets.ts'

export interface FormViewProps {
  readonly sheet: Sheet
  readonly edition: string
  /** When the call began, in milliseconds since the epoch. */
  readonly startedAt: number
  /** False while another tab writes the call: then it is only read. */
  readonly writable: boolean
  readonly onFill: (field: string, value: string) => void
  readonly onClose: () => void
}

/** What was done with the form last. */
type Done =
  | { readonly type: 'copied' | 'failed' }
  | { readonly type: 'denied'; readonly text: string }
  | { readonly type: 'saved'; readonly name: string }

/**
 * One form, filled in as far as the call could. What is missing is asked for first, one key for each choice; from there it is copied,
 * printed or saved as a file.
 */
export function FormView({ sheet, edition, startedAt, writable, onFill, onClose }: FormViewProps) {
  const words = useWords()
  const { t, title } = words
  const { form, values, lacks } = sheet
  const fields = fieldsOf(form)
  const { say, words: onPaper, script } = usePaperWords()
  const copies = useMemo(() => paperOf(form, values, say), [form, values, say])
  const name = fileName(say(form.title), startedAt)
  const frame = useRef<HTMLElement>(null)
  const [at, setAt] = useState(() => lacks[0]?.id)
  const [exporting, setExporting] = useState(false)
  const [done, setDone] = useState<Done>()
  const active = writable ? fields.find(({ id }) => id === at) : undefined
  const choices = active?.kind === 'choice' ? Object.keys(active.choices ?? {}) : []

  /** Something is missing, and no field has the keys. */
  const idle = writable && !active && lacks.length > 0

  // Before it is painted, so that what is typed next goes where it is seen to go.
  useLayoutEffect(() => {
    const field = at === undefined ? null : frame.current?.querySelector<HTMLElement>(`[data-field="${at}"] [data-first]`)
    const target = field ?? frame.current
    if (target && !target.contains(document.activeElement)) target.focus({ preventScroll: true })
    field?.closest('[data-field]')?.scrollIntoView({ block: 'center' })
  }, [at])

  /** On to what is missing next, or out of the fields when nothing is. */
  const goOn = (from: string, stillMissing: (field: string) => boolean) => {
    const open = fields.filter(({ id, required }) => required && id !== from && stillMissing(id))
    const place = fields.findIndex(({ id }) => id === from)
    const next = open.find(({ id }) => fields.findIndex((field) => field.id === id) > place) ?? open[0]
    setAt(next?.id)
    if (!next) frame.current?.focus({ preventScroll: true })
  }
  const isMissing = (field: string) => lacks.some(({ id }) => id === field)
  const fill = (field: string, value: string) => {
    setDone(undefined)
    onFill(field, value)
  }
  const choose = (choice: string) => {
    if (!active) return
    fill(active.id, choice)
    goOn(active.id, isMissing)
  }
  const copy = () => {
    setExporting(false)
    const text = formText(form, values, say)
    const denied = () => setDone({ type: 'denied', text })
    // Where the page is not trusted there is no clipboard at all.
    const clipboard = navigator.clipboard as Clipboard | undefined
    if (clipboard) clipboard.writeText(text).then(() => setDone({ type: 'copied' }), denied)
    else denied()
  }
  const print = () => {
    const before = document.title
    // A file that it is printed into is called so.
    document.title = name
    window.print()
    document.title = before
  }
  const save = (format: Format) => {
    setExporting(false)
    const file = `${name}.${format}`
    fileOf(format, { form, values, edition, say, words: onPaper }).then(
      (content) => {
        saveFile({ name: file, text: content }, content.type)
        setDone({ type: 'saved', name: file })
      },
      () => setDone({ type: 'failed' }),
    )
  }
  /** Out of the fields, where letters are keys. */
  const toKeys = () => {
    setAt(undefined)
    frame.current?.focus({ preventScroll: true })
  }
  useFormKeys({
    onCopy: copy,
    onEscape() {
      if (exporting) setExporting(false)
      else if (isEditable(document.activeElement)) toKeys()
      else onClose()
    },
    onEnter(target) {
      if (!idle || (target !== frame.current && target !== document.body)) return false
      setAt(lacks[0]?.id)
      return true
    },
  })
  const actions = [
    { code: 'KeyC', label: 'c', words: t('forms.copy'), run: copy },
    { code: 'KeyP', label: 'p', words: t('forms.print'), run: print },
    { code: 'KeyE', label: 'e', words: t('forms.export'), run: () => setExporting(!exporting) },
  ]
  useOwnKeys([
    ...(exporting ? assign(FORMATS, DIGITS, save) : assign(choices, DIGITS, choose)),
    ...(active?.kind === 'choice' && values[active.id] ? [{ code: 'Backspace', run: () => fill(active.id, '') }] : []),
    ...actions,
  ])

  return (
    <section ref={frame} className={styles.form} aria-label={title(form.title)} tabIndex={-1}>
      <div className={styles.head}>
        <h2 className={styles.title}>{title(form.title)}</h2>
        <button type="button" className={styles.back} aria-keyshortcuts="Escape" onClick={onClose}>
          <KeyCap label="Esc" />
          {t('forms.back')}
        </button>
      </div>
      <div className={styles.status} data-complete={lacks.length === 0 || undefined}>
        <p role="status">{lacksWords(words, lacks)}</p>
        {idle && <KeyCap label="↵" />}
      </div>
      <div className={styles.fields} inert={!writable}>
        {form.sections.map((section) => (
          <section key={section.id} className={styles.section}>
            <h3>{title(section.title)}</h3>
            {section.fields.map((field) => (
              <OneField
                key={field.id}
                field={field}
                value={values[field.id] ?? ''}
                missing={isMissing(field.id)}
                active={field.id === active?.id}
                onActive={() => setAt(field.id)}
                onFill={(value) => fill(field.id, value)}
                onChoose={choose}
                onNext={() => goOn(field.id, isMissing)}
              />
            ))}
          </section>
        ))}
      </div>
      <div className={styles.foot}>
        <p role="status" className={styles.done}>
          {done && (done.type === 'saved' ? t('forms.saved', { name: done.name }) : t(DONE[done.type]))}
        </p>
        {done?.type === 'denied' && <Selected label={t('forms.copy')} text={done.text} />}
        {exporting && (
          <fieldset className={styles.formats}>
            <legend>{t('forms.format')}</legend>
            {FORMATS.map((format, i) => (
              <button key={format} type="button" aria-keyshortcuts={labelAt(DIGITS, i)} onClick={() => save(format)}>
                <KeyCap label={labelAt(DIGITS, i) ?? ''} />
                {format.toUpperCase()}
              </button>
            ))}
          </fieldset>
        )}
        <div className={styles.actions}>
          {actions.map(({ code, label, words: name, run }) => (
            <button
              key={code}
              type="button"
              aria-keyshortcuts={code === 'KeyC' ? 'c Control+Enter Meta+Enter' : label}
              aria-expanded={code === 'KeyE' ? exporting : undefined}
              onClick={run}
            >
              <KeyCap label={label} lit={lacks.length === 0 && !exporting} />
              {name}
              {code === 'KeyC' && <KeyCap label="Ctrl ↵" />}
            </button>
          ))}
        </div>
      </div>
      <PrintedForm copies={copies} words={onPaper} script={script} />
    </section>
  )
}

const DONE = { copied: 'forms.copied', denied: 'forms.copyDenied', failed: 'forms.saveFailed' } as const

/** A text that is selected, for the browser's own key where the page may not copy. */
function Selected({ label, text }: { readonly label: string; readonly text: string }) {
  const field = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => field.current?.select(), [])
  return <textarea ref={field} className={styles.selected} aria-label={label} readOnly value={text} rows={3} />
}
