import { memo } from 'react'
import type { CallView } from '../../core/view.ts'
import { useWords } from '../words.tsx'
import styles from './checkpoint-list.module.css'

/** The two peaks and the end in words: what each is for, and what it still lacks. */
export const CheckpointList = memo(function CheckpointList({ checkpoints }: Pick<CallView, 'checkpoints'>) {
  const { t, title, list } = useWords()
  return (
    <ul className={styles.list}>
      {checkpoints.map(({ id, title: name, word, status, lacks }) => (
        <li key={id} className={styles.checkpoint} data-status={status}>
          <span className={styles.name}>
            {title(name)} <span className={styles.word}>{title(word)}</span>
          </span>
          <span className={styles.status}>
            {t(`curve.${status}`)}
            {lacks.length > 0 && ` · ${t('curve.left', { lacks: list(lacks.map(title)) })}`}
          </span>
        </li>
      ))}
    </ul>
  )
})
