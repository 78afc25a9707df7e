import type { DrillRecord } from '../../../core/drill/record.ts'
import { talkOf } from '../../../core/drill/talk.ts'
import { clock } from '../../../ui/time.ts'
import { useWords } from '../../words.tsx'
import styles from './result-page.module.css'

export interface StoryProps {
  readonly record: DrillRecord
  /** Begins another try before a turn of the agent. */
  readonly onBranch?: (turn: string) => void
}

/** All that was said, turn by turn; from each of the agent's one can go another way. */
export function Story({ record, onBranch }: StoryProps) {
  const { t } = useWords()
  const talk = talkOf(record.events)
  const after = record.from?.after
  const parts = after === undefined ? -1 : talkOf(record.events.slice(0, record.events.findIndex(({ id }) => id === after) + 1)).length
  return (
    <section>
      <h2 className={styles.second}>{t('drills.result.story')}</h2>
      <ol>
        {talk.map(({ id, who, text, at }, i) => (
          <li key={id} className={styles.spoken} data-who={who}>
            {i === parts && <p className={styles.apart}>{t('drills.result.apart')}</p>}
            <p className={styles.turn}>
              <span className={styles.who}>
                {i + 1} {who === 'agent' ? t('drills.play.you') : t('drills.play.customer')} <time>{clock(at)}</time>
              </span>
              <span lang="zh-Hans">{text}</span>
            </p>
            {who === 'agent' && onBranch && (
              <button
                type="button"
                className={styles.branch}
                aria-label={`${i + 1} ${t('drills.result.whatIf')}`}
                onClick={() => onBranch(id)}
              >
                {t('drills.result.whatIf')}
              </button>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
