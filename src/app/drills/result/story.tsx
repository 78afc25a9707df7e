import type { DrillRecord } from '../../../core/drill/record.ts'
import { type Spoken, talkOf } from '../../../core/drill/talk.ts'
import { clock } from '../../../ui/time.ts'
import { useWords } from '../../words.tsx'
import styles from './result-page.module.css'
import type { Turned } from './turned.ts'

export interface StoryProps {
  readonly record: DrillRecord
  readonly talk: readonly Spoken[]
  readonly turned: readonly Turned[]
  /** Begins another try before a turn of the agent. */
  readonly onBranch?: (turn: string) => void
}

/** All that was said, turn by turn; from each of the agent's one can go another way. */
export function Story({ record, talk, turned, onBranch }: StoryProps) {
  const { t } = useWords()
  const after = record.from?.after
  const parts = after === undefined ? -1 : talkOf(record.events.slice(0, record.events.findIndex(({ id }) => id === after) + 1)).length
  return (
    <section>
      <h2 className={styles.second}>{t('drills.result.story')}</h2>
      <ol>
        {talk.map(({ id, who, text, at }, i) => (
          <li key={id} id={turnId(id)} className={styles.spoken} data-who={who} tabIndex={-1}>
            {i === parts && <p className={styles.apart}>{t('drills.result.apart')}</p>}
            <p className={styles.turn}>
              <span className={styles.who}>
                {i + 1} {who === 'agent' ? t('drills.play.you') : t('drills.play.customer')} <time>{clock(at)}</time>
              </span>
              <span lang="zh-Hans">{text}</span>
              {turned
                .filter(({ turn }) => turn.id === id)
                .map(({ way }) => (
                  <em key={way} className={styles.mark} data-way={way}>
                    <span aria-hidden="true">{way === 'won' ? '↓' : '↑'}</span> {t(`drills.result.turnedHere.${way}`)}
                  </em>
                ))}
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

/** Puts a turn of the story in sight, and the focus on it. */
export function showTurn(id: string): void {
  const turn = document.getElementById(turnId(id))
  turn?.scrollIntoView({ block: 'center' })
  turn?.focus({ preventScroll: true })
}

function turnId(id: string): string {
  return `turn-${id}`
}
