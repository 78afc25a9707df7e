import type { EarlierCall } from '../../../core/earlier-call.ts'
import { matterTitle } from '../../../core/matter.ts'
import type { CompiledPack } from '../../../core/pack.ts'
import { promiseStatus } from '../../../core/promises.ts'
import { promiseTitle } from '../../../core/view.ts'
import { useWords } from '../../words.tsx'
import styles from './earlier-calls.module.css'

export interface EarlierCallsProps {
  readonly calls: readonly EarlierCall[]
  readonly pack: CompiledPack
  /** Milliseconds since the epoch. */
  readonly now: number
}

/** Earlier calls of this customer and what was promised in them, so that nobody has to tell their story again. */
export function EarlierCalls({ calls, pack, now }: EarlierCallsProps) {
  const { t, title, moment } = useWords()
  return (
    <section className={styles.earlier} aria-label={t('profile.earlier')}>
      <h3 className={styles.heading}>{t('profile.earlier')}</h3>
      <ol>
        {calls.map(({ call, at, matter, outcome, agent, promises }) => (
          <li key={call} className={styles.call}>
            <span className={styles.when}>{moment(at)}</span>
            {matter && <strong>{title(matterTitle(pack, matter))}</strong>}
            {outcome && <span>{t(`outcomeShort.${outcome}`)}</span>}
            {agent && <span>{t('profile.takenBy', { agent })}</span>}
            {promises.map((promise) => {
              const status = promiseStatus(pack, promise, now)
              return (
                <span key={promise.id} className={styles.promise} data-status={status}>
                  {title(promiseTitle(pack, promise))} · {t(`promises.${status}`)} · {t('promises.due', { moment: moment(promise.due) })}
                </span>
              )
            })}
          </li>
        ))}
      </ol>
    </section>
  )
}
