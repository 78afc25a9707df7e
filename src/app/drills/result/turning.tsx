import { useWords } from '../../words.tsx'
import styles from './result-page.module.css'
import { showTurn } from './story.tsx'
import type { Turned } from './turned.ts'

/** Where it was won and where it was lost, before all the points: each leads to its turn in the story. */
export function Turning({ turned }: { readonly turned: readonly Turned[] }) {
  const { t } = useWords()
  if (turned.length === 0) return null
  return (
    <ul className={styles.turning} aria-label={t('drills.result.turning')}>
      {turned.map(({ way, turn, number }) => (
        <li key={way} data-way={way}>
          <span aria-hidden="true">{way === 'won' ? '↓' : '↑'}</span> {t(`drills.result.turned.${way}`, { turn: number })}{' '}
          <button type="button" onClick={() => showTurn(turn.id)}>
            <q lang="zh-Hans">{turn.text}</q>
          </button>
        </li>
      ))}
    </ul>
  )
}
