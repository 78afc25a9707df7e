import { memo } from 'react'
import type { CallView, MoveView } from '../../core/view.ts'
import { useWords } from '../words.tsx'
import { inOrder } from './intents.ts'
import { KeyButton, type KeyButtonProps } from './key-button.tsx'
import { MOVE_KEYS } from './keys.ts'
import styles from './moves.module.css'

export interface MovesProps extends Pick<CallView, 'moves'> {
  readonly onPress: KeyButtonProps['onPress']
}

/** Rows of two keys that the usual eight moves need; more make the rows lower, not the panel higher. */
const ROWS = 4

/** Exactly the moves that are open now, each key in its own place, and why a closed one is closed. */
export const Moves = memo(function Moves({ moves: open, onPress }: MovesProps) {
  const { t } = useWords()
  const moves = inOrder(open)
  const rows = Math.max(ROWS, Math.ceil(moves.length / 2))
  return (
    <section className={styles.moves} aria-label={t('moves.label')}>
      <p className={styles.heading} aria-hidden="true">
        <span>{t('moves.customer')}</span>
        {moves.some(({ move }) => move.by === 'agent') && <span data-by="agent">{t('moves.agent')}</span>}
      </p>
      {moves.length === 0 && <p className={styles.none}>{t('moves.none')}</p>}
      <ul key={rows} className={styles.keys} data-rows={rows}>
        {moves.slice(0, MOVE_KEYS.length).map((move, i) => (
          <li key={MOVE_KEYS[i]}>
            <MoveKey action={MOVE_KEYS[i] ?? 'move-1'} view={move} onPress={onPress} />
          </li>
        ))}
      </ul>
    </section>
  )
})

interface MoveKeyProps {
  readonly action: (typeof MOVE_KEYS)[number]
  readonly view: MoveView
  readonly onPress: KeyButtonProps['onPress']
}

function MoveKey({ action, view, onPress }: MoveKeyProps) {
  const { title } = useWords()
  const closed = view.closed && title(view.closed)
  return (
    <KeyButton action={action} onPress={onPress} className={styles.move} closed={closed}>
      {/* Another move is another element, so that no text is seen to shift inside a key. */}
      <span key={`${view.id} ${closed}`} className={styles.what} data-by={view.move.by}>
        <span className={styles.title}>{title(view.move.title)}</span>
        {closed && <span className={styles.closed}>{closed}</span>}
      </span>
    </KeyButton>
  )
}
