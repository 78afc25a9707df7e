import type { Ref } from 'react'
import { useWords } from '../../words.tsx'
import styles from './class-page.module.css'
import { KeyButton } from './key-button.tsx'

export interface FilesProps {
  /** How many drills have ended: of those that are looked at, and of all. */
  readonly count: number
  readonly all: number
  readonly picker: Ref<HTMLInputElement>
  readonly onCsv: () => void
  readonly onXapi: () => void
  readonly onHandOver: () => void
  readonly onImport: () => void
  readonly onFile: (file: File) => void
}

/** What goes out as files, and what comes in. */
export function Files({ count, all, picker, onCsv, onXapi, onHandOver, onImport, onFile }: FilesProps) {
  const { t } = useWords()
  const none = count === 0
  return (
    <section aria-labelledby="class-files">
      <h2 id="class-files" className={styles.second}>
        {t('drillClass.files.heading')}
      </h2>
      <p className={styles.lead}>
        {t('drillClass.files.what', { count })} {t('drillClass.files.whatAll')}
      </p>
      <div className={styles.tools}>
        <KeyButton letter="e" name={t('drillClass.files.csv')} disabled={none} onPress={onCsv} />
        <KeyButton letter="l" name={t('drillClass.files.xapi')} disabled={none} onPress={onXapi} />
        <KeyButton letter="o" name={t('drillClass.files.handOver')} disabled={all === 0} onPress={onHandOver} />
        <KeyButton letter="i" name={t('drillClass.files.import')} onPress={onImport} />
        <input
          ref={picker}
          type="file"
          accept=".json,application/json"
          aria-label={t('drillClass.files.import')}
          hidden
          onChange={(event) => {
            const [file] = event.target.files ?? []
            if (file) onFile(file)
            // The same file once more is a choice too.
            event.target.value = ''
          }}
        />
      </div>
    </section>
  )
}
