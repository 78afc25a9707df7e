import type { CallEvent } from '../../../core/events.ts'
import { authorised } from '../../../core/lines.ts'
import { CRITERIA, type ScoringRules } from '../../../core/scoring/scoring-rules.ts'
import type { CallState } from '../../../core/state.ts'
import type { Title } from '../../../core/title.ts'
import { view } from '../../../core/view.ts'
import type { Violation } from '../../../core/vocabulary.ts'
import { useWords } from '../../words.tsx'
import { useDrillData } from '../drill-context.ts'
import type { Quote } from './quotes.ts'
import styles from './result-page.module.css'

export interface FaultsProps {
  readonly events: readonly CallEvent[]
  readonly state: CallState
  readonly quotes: ReadonlyMap<string, Quote>
}

/** What was said wrong, with what to say instead, and what was promised, within whose authority. */
export function Faults({ events, state, quotes }: FaultsProps) {
  const { t, title, moment } = useWords()
  const { shownPack, shown } = useDrillData()
  const slips = events.flatMap((event) => {
    if (event.type !== 'SlipNoted') return []
    const said = events.find((each) => each.type === 'Heard' && each.turn === event.turn)
    const swap = shownPack.swaps[event.swap ?? '']
    const quote = said && quotes.get(said.id)
    return [
      {
        id: event.id,
        violation: event.violation,
        said: quote?.type === 'said' ? quote.words : event.because.map(({ text }) => text).join('……'),
        why: swap?.why,
        instead: swap?.instead,
        // The lines that the panel offers are for the moment at which it offers them.
        better: swap?.instead ? undefined : betterThan(shown.scoring, event.violation),
      },
    ]
  })
  const { promises } = view(state, shownPack, state.ended?.at ?? state.startedAt)
  return (
    <>
      <section>
        <h2 className={styles.second}>{t('drills.result.violations')}</h2>
        {slips.length === 0 ? (
          <p className={styles.none}>{t('drills.result.noViolations')}</p>
        ) : (
          <ul>
            {slips.map(({ id, violation, said, why, instead, better }) => (
              <li key={id} className={styles.slip}>
                <p>
                  <strong>{t(`violation.${violation}`)}</strong> <q lang="zh-Hans">{said}</q>
                </p>
                {why && <p className={styles.what}>{title(why)}</p>}
                {instead && (
                  <p className={styles.instead} lang="zh-Hans">
                    {t('drills.result.instead', { words: instead })}
                  </p>
                )}
                {better && <p className={styles.instead}>{title(better)}</p>}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section>
        <h2 className={styles.second}>{t('drills.result.promises')}</h2>
        {promises.length === 0 ? (
          <p className={styles.none}>{t('drills.result.noPromises')}</p>
        ) : (
          <ul>
            {promises.map(({ id, what, due, promise, role }) => {
              const within = authorised(shownPack, promise, state)
              return (
                <li key={id} className={styles.slip} data-beyond={within ? undefined : ''}>
                  {title(what)} · {t('drills.result.due', { moment: moment(due) })} · {title(role)} ·{' '}
                  <strong>{t(within ? 'drills.result.within' : 'drills.result.beyond')}</strong>
                </li>
              )
            })}
          </ul>
        )}
      </section>
    </>
  )
}

/** What scoring says to do instead of a slip. */
function betterThan({ criteria }: ScoringRules, violation: Violation): Title | undefined {
  const lost = CRITERIA.find((id) => criteria[id].violations?.includes(violation))
  return lost && criteria[lost].better
}
