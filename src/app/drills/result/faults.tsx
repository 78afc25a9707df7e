import type { CallEvent } from '../../../core/events.ts'
import { authorised, fill, slotValues, wordingsOf } from '../../../core/lines.ts'
import type { CallState } from '../../../core/state.ts'
import { view } from '../../../core/view.ts'
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
  const { shownPack } = useDrillData()
  const values = slotValues(shownPack, state)
  const slips = events.flatMap((event) => {
    if (event.type !== 'SlipNoted') return []
    const said = events.find((each) => each.type === 'Heard' && each.turn === event.turn)
    const swap = shownPack.swaps[event.swap ?? '']
    const line = shownPack.lines[event.lines[0] ?? '']
    const wording = line && wordingsOf(line)[0]
    const quote = said && quotes.get(said.id)
    return [
      {
        id: event.id,
        violation: event.violation,
        said: quote?.type === 'said' ? quote.words : event.because.map(({ text }) => text).join('……'),
        why: swap?.why,
        instead: swap?.instead ?? (wording ? fill(shownPack, wording, values) : undefined),
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
            {slips.map(({ id, violation, said, why, instead }) => (
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
