import { type DrillRecord, HINT_COST } from '../../../core/drill/record.ts'
import type { Assessment } from '../../../core/scoring/assess.ts'
import { KeyCap } from '../../../ui/key-cap.tsx'
import { clock } from '../../../ui/time.ts'
import { useWords } from '../../words.tsx'
import { useDrillData } from '../drill-context.ts'
import { viewAddress } from '../drills-address.ts'
import styles from './result-page.module.css'

export interface VerdictProps {
  readonly record: DrillRecord
  readonly assessment: Assessment
  readonly name: string
  /** Why this one is not as a drill of today, in words. */
  readonly notes: readonly string[]
  /** Absent where the customer is gone from the drills. */
  readonly onAgain?: (() => void) | undefined
}

/** Passed or not, and why, before anything else. */
export function Verdict({ record, assessment, name, notes, onAgain }: VerdictProps) {
  const { t, title } = useWords()
  const { shown } = useDrillData()
  const { result, hints, hinted } = record
  if (!result) return null
  return (
    <header className={styles.verdict} data-passed={result.passed || undefined}>
      <p className={styles.what}>
        {name} · {title(shown.rules.levels[record.level].title)}
        {record.trainee && <> · {record.trainee}</>}
      </p>
      <h1>
        <span className={styles.band}>{t(`drills.band.${result.band}`)}</span>{' '}
        <span className={styles.total}>{t('drills.result.total', { total: result.total })}</span>
      </h1>
      <p>{t(`drills.bandWhy.${result.band}`)}</p>
      <p className={styles.what}>
        {t('drills.result.pass', { mark: shown.scoring.pass })} ·{' '}
        {t('drills.result.time', { time: clock(assessment.time), wait: Math.round(assessment.longestWait / 1000) })}
        {hints === 'asked' && hinted > 0 && <> · {t('drills.result.hints', { count: hinted, points: hinted * HINT_COST })}</>}
      </p>
      {notes.length > 0 && <p className={styles.note}>{notes.join(' ')}</p>}
      <p className={styles.doing}>
        {onAgain && (
          <button type="button" aria-keyshortcuts="a" onClick={onAgain}>
            <KeyCap label="a" />
            {t('drills.result.again')}
          </button>
        )}
        <a href={viewAddress('choose')} aria-keyshortcuts="c">
          <KeyCap label="c" />
          {t('drills.result.another')}
        </a>
      </p>
    </header>
  )
}
