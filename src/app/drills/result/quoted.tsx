import { clock } from '../../../ui/time.ts'
import { useWords } from '../../words.tsx'
import type { Quote } from './quotes.ts'
import styles from './result-page.module.css'

/** The turns that a point rests on, in their own words: the trainee's, unless it says whose. */
export function Quoted({
  ids,
  quotes,
  kind,
}: {
  readonly ids: readonly string[]
  readonly quotes: ReadonlyMap<string, Quote>
  readonly kind: 'earned' | 'lost'
}) {
  const { t, title } = useWords()
  const found = ids.flatMap((id) => {
    const quote = quotes.get(id)
    return quote ? [{ id, quote }] : []
  })
  if (found.length === 0) return null
  return (
    <ul className={styles.quotes} data-kind={kind} aria-label={t(`drills.result.${kind}`)}>
      {found.map(({ id, quote }) => (
        <li key={id}>
          <span aria-hidden="true">{kind === 'earned' ? '＋' : '－'}</span>
          <time>{clock(quote.at)}</time>
          {quote.type === 'said' ? (
            <span>
              {quote.who === 'customer' && <>{t('drills.result.byCustomer')} </>}
              <q lang="zh-Hans">{quote.words}</q>
            </span>
          ) : (
            <span>{t('drills.result.step', { step: title(quote.title) })}</span>
          )}
        </li>
      ))}
    </ul>
  )
}
