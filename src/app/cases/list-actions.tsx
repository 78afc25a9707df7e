import { type CsvCell, toCsv } from '../../core/csv.ts'
import { KeyCap } from '../../ui/key-cap.tsx'
import { saveFile } from '../../ui/save-file.ts'
import type { Shortcut } from '../../ui/shortcut-rows.ts'
import { useWords } from '../words.tsx'
import styles from './page.module.css'

/** A list as a file: what it is called, and its rows with their heads; made only when it is asked for. */
export interface ListFile {
  readonly name: string
  readonly rows: () => readonly (readonly CsvCell[])[]
}

function saveList({ name, rows }: ListFile): void {
  saveFile({ name: `evenkeel-${name}.csv`, text: toCsv(rows()) }, 'text/csv')
}

/** The key that saves a list. */
export function saveKey(file: ListFile): Shortcut {
  return { code: 'KeyE', run: () => saveList(file) }
}

export function SaveButton({ file }: { readonly file: ListFile }) {
  const { t } = useWords()
  return (
    <button type="button" className={styles.action} aria-keyshortcuts="e" onClick={() => saveList(file)}>
      <KeyCap label="e" />
      {t('cases.csv')}
    </button>
  )
}

/**
 * How one gets through a list with the keyboard.
 *
 * @param opens what Enter does, in words; nothing when left out
 */
export function ListKeys({ opens }: { readonly opens?: string }) {
  const { t } = useWords()
  return (
    <p className={styles.keys}>
      <KeyCap label="↑" />
      <KeyCap label="↓" />
      {t('cases.choose')}
      {opens && (
        <>
          <KeyCap label="↵" />
          {opens}
        </>
      )}
    </p>
  )
}
