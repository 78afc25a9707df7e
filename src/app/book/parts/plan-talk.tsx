import type { PlanScript, PlanTurn } from '../../../core/book/extras.ts'
import { useWords } from '../../words.tsx'
import { useBook } from '../book-data.ts'
import styles from './plan-talk.module.css'

/** A walk-through of a call, as a dialogue to be read or played with two people. */
export function PlanTalk({ plan }: { readonly plan: PlanScript }) {
  const { t, title, script } = useWords()
  return (
    <details className={styles.plan}>
      <summary>
        <span className={styles.goes} data-goes={plan.goes}>
          {t(`book.goes.${plan.goes}`)}
        </span>{' '}
        {title(plan.title)} <span className={styles.channel}>{t(`channel.${plan.channel}`)}</span>
      </summary>
      <ol className={styles.turns}>
        {plan.turns.map((turn, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a dialogue that is written down never changes its order
          <li key={i} data-who={turn.who} lang={script}>
            <Turn turn={turn} />
          </li>
        ))}
        <li data-who="end">
          {t('end.outcome')}：{t(`outcome.${plan.outcome}`)}
        </li>
      </ol>
    </details>
  )
}

function Turn({ turn }: { readonly turn: PlanTurn }) {
  const { t, title } = useWords()
  const { pack } = useBook()
  switch (turn.who) {
    case 'customer': {
      const move = turn.move === undefined ? undefined : pack.moves[turn.move]
      const scenario = turn.start === undefined ? undefined : pack.scenarios[turn.start]
      return (
        <>
          <b>{t('book.customer')}</b>
          <span>{turn.text}</span>
          {move && <small>{title(move.title)}</small>}
          {scenario && <small>⇥ {title(scenario.title)}</small>}
        </>
      )
    }
    case 'agent':
      return (
        <>
          <b>{t('book.agent')}</b>
          <span>{turn.text}</span>
        </>
      )
    case 'step':
      return <small>☐ {pack.steps[turn.step] ? title(pack.steps[turn.step]?.title ?? { zh: '', en: '' }) : turn.step}</small>
    case 'finding':
      return <small>◆ {pack.moves[turn.move] ? title(pack.moves[turn.move]?.title ?? { zh: '', en: '' }) : turn.move}</small>
  }
}
